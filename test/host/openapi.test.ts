import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, it } from 'vitest';
import { openApi } from '../../src/host/openapi.js';

describe('openApi', () => {
  it('is a valid OpenAPI 3.1 document', async () => {
    expect(await new Validator().validate(openApi())).toMatchObject({ valid: true });
  });

  it('is what docs/host-contract.openapi.json says', () => {
    const file = readFileSync(join(import.meta.dirname, '../../docs/host-contract.openapi.json'), 'utf8');
    expect(file, 'Run "npm run docs:contract".').toBe(`${JSON.stringify(openApi(), null, 2)}\n`);
  });

  it('has every refusal the elements know in words of the contract', () => {
    const text = JSON.stringify(openApi());
    for (const code of [
      'verification_required',
      'number_unavailable',
      'payment_required',
      'unknown_outcome',
      'already_decided',
      'attempts_exhausted',
      'not_required',
    ])
      expect(text).toContain(code);
  });
});
