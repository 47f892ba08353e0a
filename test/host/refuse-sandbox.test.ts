import { afterEach, describe, expect, it, vi } from 'vitest';
import { createIdentityHost, memoryStore } from '../../src/host/index.js';
import { templateId, webhookSecret } from './signed.js';

const make = (persona: object = {}, more: object = {}) =>
  createIdentityHost({
    persona: { apiKey: 'persona_production_key', templateId, webhookSecret, ...persona },
    store: memoryStore(),
    authorize: () => true,
    ...more,
  });

describe('createIdentityHost in production', () => {
  afterEach(() => vi.unstubAllEnvs());

  it.each<[string, object, RegExp]>([
    ['a key of the sandbox', { apiKey: 'persona_sandbox_secret' }, /apiKey is a key of the sandbox/],
    ['pages on this computer', { host: 'localhost:4001' }, /persona\.host is on this computer/],
    ['an API on this computer', { apiUrl: 'http://127.0.0.1:4001/api/v1' }, /persona\.apiUrl is on this computer/],
  ])('refuses %s, unless it is asked for', (_, persona, message) => {
    expect(() => make(persona)).not.toThrow();
    vi.stubEnv('NODE_ENV', 'production');
    expect(() => make(persona)).toThrow(message);
    expect(() => make(persona)).toThrow(/allowSandbox: true/);
    expect(() => make(persona)).not.toThrow(/secret/);
    expect(() => make(persona, { allowSandbox: true })).not.toThrow();
  });

  it('takes a production key, and a host of Persona', () => {
    vi.stubEnv('NODE_ENV', 'production');
    expect(() => make()).not.toThrow();
    expect(() => make({ host: 'verify.withpersona.com', apiUrl: 'https://api.withpersona.com/api/v1' })).not.toThrow();
  });
});
