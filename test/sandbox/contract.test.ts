import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { kycWalk } from './kyc-walk.js';
import { blurred, licenceBack } from './licence.js';
import { png } from './pictures.js';
import { type RunningSandbox, running } from './running-sandbox.js';
import { webhookReceiver } from './webhook-receiver.js';

// The vendor's description is not ours to ship; who has it says where.
const path =
  process.env.PERSONA_OPENAPI ??
  resolve(import.meta.dirname, '../../../shared/contracts/persona-inquiries.openapi.json');
const present = existsSync(path);
if (!present)
  console.warn(
    `The check against Persona's OpenAPI file is left out: there is none at ${path}. Set PERSONA_OPENAPI to its path.`,
  );

const document = present ? JSON.parse(readFileSync(path, 'utf8')) : { paths: {}, webhooks: {} };
const ajv = new Ajv2020({ strict: false, logger: false, allErrors: true, validateFormats: true });
addFormats.default(ajv);
ajv.addSchema(document, 'persona');

/** The validator of the schema at a JSON pointer of the document. */
function at(...keys: string[]): ValidateFunction {
  const escaped = keys.map((key) => encodeURIComponent(key.replaceAll('~', '~0').replaceAll('/', '~1')));
  return ajv.compile({ $ref: `persona#/${escaped.join('/')}` });
}

function expectFit(validate: ValidateFunction, body: unknown): void {
  validate(body);
  expect(validate.errors ?? []).toEqual([]);
}

/** Asserts that an answer is as the document says for that path, method and status. */
function expectAnswer(
  pathName: string,
  method: string,
  { status, body, headers }: { status: number; body: unknown; headers: Headers },
): void {
  const answer = document.paths[pathName][method].responses[String(status)];
  expect(answer, `${method} ${pathName} ${status}`).toBeDefined();
  const keys = answer.$ref
    ? ['components', 'responses', answer.$ref.split('/').at(-1)]
    : ['paths', pathName, method, 'responses', String(status)];
  expectFit(at(...keys, 'content', 'application/json', 'schema'), body);
  const described = (answer.$ref ? document.components.responses[keys[2]!] : answer).headers ?? {};
  for (const name of Object.keys(described))
    expect(headers.get(name), `${name} of ${method} ${pathName}`).not.toBeNull();
}

/** An inquiry with everything that can happen to it. */
async function eventful(sandbox: RunningSandbox): Promise<string> {
  const { inquiryId } = await kycWalk(sandbox, { pictures: [blurred()], tries: 5, referenceId: 'loc_1' });
  sandbox.clock.advance(3000);
  return inquiryId;
}

describe.runIf(present)('Persona’s OpenAPI description', () => {
  it('fits every answer about inquiries', async () => {
    const sandbox = await running();
    const busy = await eventful(sandbox);
    const body = {
      data: {
        attributes: {
          'inquiry-template-id': sandbox.templateId,
          'reference-id': 'loc_1',
          fields: { 'name-first': 'Ada' },
        },
      },
      meta: { 'auto-create-inquiry-session': true, 'auto-create-one-time-link': true },
    };
    const made = await sandbox.rest('/inquiries', body);
    const { id } = made.body.data;
    expectAnswer('/inquiries', 'post', made);
    expectAnswer('/inquiries', 'get', await sandbox.rest('/inquiries?page[size]=1'));
    expectAnswer('/inquiries/{inquiry-id}', 'get', await sandbox.rest(`/inquiries/${busy}`));
    expectAnswer(
      '/inquiries/{inquiry-id}',
      'patch',
      await sandbox.rest(`/inquiries/${id}`, { data: { attributes: { note: 'one' } } }, { method: 'PATCH' }),
    );
    expectAnswer(
      '/inquiries/{inquiry-id}/generate-one-time-link',
      'post',
      await sandbox.rest(`/inquiries/${id}/generate-one-time-link`, {}),
    );
    expectAnswer('/inquiries/{inquiry-id}/expire', 'post', await sandbox.rest(`/inquiries/${id}/expire`, {}));
    expectAnswer('/inquiries/{inquiry-id}/resume', 'post', await sandbox.rest(`/inquiries/${id}/resume`, {}));
    expectAnswer(
      '/inquiries/{inquiry-id}/perform-simulate-actions',
      'post',
      await sandbox.rest(`/inquiries/${id}/perform-simulate-actions`, {
        meta: { 'simulate-actions': [{ type: 'complete_inquiry' }] },
      }),
    );
    expectAnswer(
      '/inquiries/{inquiry-id}/mark-for-review',
      'post',
      await sandbox.rest(`/inquiries/${id}/mark-for-review`, {}),
    );
    expectAnswer(
      '/inquiries/{inquiry-id}/approve',
      'post',
      await sandbox.rest(`/inquiries/${id}/approve`, { meta: { comment: 'fine' } }),
    );
    expectAnswer('/inquiries/{inquiry-id}/decline', 'post', await sandbox.rest(`/inquiries/${busy}/decline`, {}));
    expectAnswer(
      '/inquiries/{inquiry-id}',
      'delete',
      await sandbox.rest(`/inquiries/${id}`, undefined, { method: 'DELETE' }),
    );
  });

  it('fits what an answer carries along, and the answers about tags', async () => {
    const sandbox = await running();
    const { inquiryId: id } = await kycWalk(sandbox, {
      idClass: 'dl',
      pictures: [png(), (await licenceBack()).buffer],
      selfies: [png(), png(), png()],
      referenceId: 'loc_1',
    });
    const everything = [
      'account',
      'documents',
      'inquiry-template',
      'inquiry-template-version',
      'selfies',
      'sessions',
      'verifications',
      'reports',
      'reviewer',
      'transaction',
      'template',
    ].join(',');
    const carried = await sandbox.rest(`/inquiries/${id}?include=${everything}`);
    expect(carried.body.included).toHaveLength(9);
    expectAnswer('/inquiries/{inquiry-id}', 'get', carried);
    const schemas: Record<string, string> = {
      account: 'account',
      'verification/phone-number': 'verification-phone-number',
      'verification/government-id': 'verification-government-id',
      'verification/selfie': 'verification-selfie',
      'document/government-id': 'document-government-id',
      'selfie/profile-and-center': 'selfie',
    };
    for (const record of carried.body.included)
      if (schemas[record.type]) expectFit(at('components', 'schemas', schemas[record.type]!), record);
    // The tags' own calls are not in the file; they answer like the other actions.
    for (const [call, name] of [
      ['add-tag', 'a'],
      ['remove-tag', 'a'],
      ['set-tags', ['b']],
    ] as const)
      expectAnswer(
        '/inquiries/{inquiry-id}/approve',
        'post',
        await sandbox.rest(`/inquiries/${id}/${call}`, { meta: { 'tag-name': name } }),
      );
  });

  it('fits every answer about sessions', async () => {
    const sandbox = await running();
    const made = await sandbox.rest('/inquiry-sessions', {
      data: { attributes: { 'inquiry-id': await sandbox.createInquiry() } },
    });
    const { id } = made.body.data;
    expectAnswer('/inquiry-sessions', 'post', made);
    expectAnswer('/inquiry-sessions', 'get', await sandbox.rest('/inquiry-sessions'));
    expectAnswer('/inquiry-sessions/{inquiry-session-id}', 'get', await sandbox.rest(`/inquiry-sessions/${id}`));
    expectAnswer(
      '/inquiry-sessions/{inquiry-session-id}/generate-one-time-link',
      'post',
      await sandbox.rest(`/inquiry-sessions/${id}/generate-one-time-link`, {}),
    );
    expectAnswer(
      '/inquiry-sessions/{inquiry-session-id}/expire',
      'post',
      await sandbox.rest(`/inquiry-sessions/${id}/expire`, {}),
    );
  });

  it('fits every refusal', async () => {
    const sandbox = await running({ rateLimit: 4 });
    const key = { headers: { 'idempotency-key': 'key-1' } };
    const body = { data: { attributes: { 'inquiry-template-id': sandbox.templateId } } };
    expectAnswer('/inquiries', 'post', await sandbox.rest('/inquiries', { data: 1 }));
    expectAnswer('/inquiries/{inquiry-id}', 'get', await sandbox.rest('/inquiries/inq_x'));
    await sandbox.rest('/inquiries', body, key);
    expectAnswer(
      '/inquiries',
      'post',
      await sandbox.rest(
        '/inquiries',
        { ...body, meta: {}, data: { attributes: { ...body.data.attributes, note: 'other' } } },
        key,
      ),
    );
    expectAnswer('/inquiries', 'get', await sandbox.rest('/inquiries'));
    expectAnswer(
      '/inquiries',
      'get',
      await sandbox.rest('/inquiries', undefined, { headers: { Authorization: 'Bearer other' } }),
    );
  });

  it('fits the body and headers of every event about inquiries', async () => {
    const receiver = await webhookReceiver();
    const sandbox = await running({ webhookUrl: receiver.url });
    const failed = await eventful(sandbox);
    await sandbox.rest(`/inquiries/${failed}/decline`, {});
    const good = await sandbox.createInquiry();
    await sandbox.walk(good);
    sandbox.clock.advance(3000);
    await sandbox.rest(`/inquiries/${await sandbox.createInquiry()}/expire`, {});
    sandbox.clock.advance(0);
    const names = new Set<string>();
    while (names.size < Object.keys(document.webhooks).length) {
      const { name, body, headers } = await receiver.next();
      names.add(name);
      expectFit(at('webhooks', name, 'post', 'requestBody', 'content', 'application/json', 'schema'), JSON.parse(body));
      for (const header of [
        'persona-signature',
        'persona-webhook-attempts-made',
        'persona-webhook-attempts-left',
        'persona-webhook-first-attempted-at',
      ])
        expect(headers[header]).toBeDefined();
    }
    expect([...names].sort()).toEqual(Object.keys(document.webhooks).sort());
  });
});
