import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { runAgain, standardWorkflows, type Workflow } from '../../src/sandbox/index.js';
import { kycWalk } from './kyc-walk.js';
import { blurred, licenceBack } from './licence.js';
import { neverSent } from './never-sent.js';
import { description, isDescribed, misfits, type Operation, operations } from './persona-description.js';
import { png } from './pictures.js';
import { type Json, type RunningSandbox, running } from './running-sandbox.js';
import { webhookReceiver } from './webhook-receiver.js';

/** The values of the description's examples under a part of an operation. */
function examplesIn(part: Json): { name: string; value: Json }[] {
  const whole = resolved(part);
  const examples = whole?.content?.['application/json']?.examples ?? {};
  return Object.entries(examples).map(([name, example]) => ({ name, value: resolved(example).value }));
}

const resolved = (one: Json): Json =>
  one?.$ref
    ? (one.$ref as string)
        .split('/')
        .slice(1)
        .reduce((value, key) => value[key], description as Json)
    : one;

const bodies: [call: string, operation: Operation, value: Json][] = operations.flatMap((operation) =>
  examplesIn(description.paths[operation.path][operation.method].requestBody).map(
    ({ name, value }): [string, Operation, Json] => [
      `${operation.method} ${operation.path} (${name})`,
      operation,
      value,
    ],
  ),
);

/** Asks for an operation with ids that nobody has given out; what it says tells whether it is there at all. */
async function probe(sandbox: RunningSandbox, { method, path }: Operation, body?: Json) {
  const given = body ?? (method === 'get' || method === 'delete' ? undefined : {});
  return sandbox.rest(path.replace(/\{[^}]+\}/g, 'x_1'), given, { method: method.toUpperCase() });
}

/** A phone, an ID with a barcode and a selfie that pass. */
const passing = async (sandbox: RunningSandbox) =>
  kycWalk(sandbox, {
    idClass: 'dl',
    pictures: [png(), (await licenceBack()).buffer],
    selfies: [png(), png(), png()],
    referenceId: 'loc_1',
  });

describe.runIf(isDescribed)('Persona’s description', () => {
  it('has no operation that is neither served nor refused for a reason, as docs/sandbox.md lists them', async () => {
    const sandbox = await running();
    const outcomes = [];
    for (const operation of operations) {
      const { status, body } = await probe(sandbox, operation);
      const details: string = body.errors?.[0].details ?? '';
      expect(details, `${operation.method} ${operation.path}`).not.toMatch(/^The stand-in has no [A-Z]+ \//);
      outcomes.push({ ...operation, reason: status === 501 ? details : undefined });
    }
    expect(outcomes).toHaveLength(94);
    const table = tableOf(outcomes);
    const path = resolve(import.meta.dirname, '../../docs/sandbox.md');
    const page = readFileSync(path, 'utf8');
    const fresh = page.replace(
      /(<!-- operations -->\n)[\s\S]*(<!-- \/operations -->)/,
      (_, from, to) => from + table + to,
    );
    if (process.env.WRITE_DOCS) writeFileSync(path, fresh);
    else expect(page, 'WRITE_DOCS=1 writes the table of docs/sandbox.md').toBe(fresh);
  });

  it.each(bodies)('shows a body that is taken: %s', async (_, operation, value) => {
    const sandbox = await running();
    const text = JSON.stringify(value).replace(/itmpl_\w+/, sandbox.templateId);
    const { status, body } = await probe(sandbox, operation, JSON.parse(text));
    expect(status === 400 ? body : undefined).toBeUndefined();
  });

  it('shows events that fit it, so that ours are held against what Persona sends', () => {
    const shown = Object.entries(description.webhooks as Json).flatMap(([name, { post }]: [string, Json]) =>
      examplesIn(post.requestBody).map(({ value }) => ({ name, value })),
    );
    // Some are of products the stand-in has nothing of, and some show a reviewer without an id.
    const ours = shown.filter(
      ({ value }) => !/verification\/(database|document)|"reviewer":\{"data":\{\}\}/.test(JSON.stringify(value)),
    );
    expect([shown.length, ours.length]).toEqual([65, 45]);
    for (const { name, value } of ours)
      expect(misfits(['webhooks', name, 'post', 'requestBody', ...schema], value), name).toEqual([]);
  });

  it('shows no attribute and no relationship that a record here is without', async () => {
    const sandbox = await running();
    const { inquiryId } = await passing(sandbox);
    const one = async (path: string) => (await sandbox.rest(path)).body.data;
    const inquiry = await one(`/inquiries/${inquiryId}`);
    const { account, sessions, verifications, documents } = inquiry.relationships;
    const [phone, id] = verifications.data;
    const [webhook] = (await sandbox.rest('/webhooks')).body.data;
    const records: Record<string, Json> = {
      inquiry,
      account: await one(`/accounts/${account.data.id}`),
      'inquiry-session': await one(`/inquiry-sessions/${sessions.data[0].id}`),
      'verification-phone-number': await one(`/verification/phone-numbers/${phone.id}`),
      'verification-government-id-passed': await one(`/verification/government-ids/${id.id}`),
      'document-government-id': await one(`/document/government-ids/${documents.data[0].id}`),
      'webhook-created': await one(`/webhooks/${webhook.id}`),
    };
    for (const [name, record] of Object.entries(records)) {
      const { data } = description.components.examples[name].value;
      for (const part of ['attributes', 'relationships'])
        expect(missing(data[part], record[part]), `${name} ${part}`).toEqual([]);
    }
  });

  it('fits what an answer carries along, and each of its refusals', async () => {
    const sandbox = await running({ rateLimit: 12 });
    const { inquiryId } = await passing(sandbox);
    const names = 'account,documents,inquiry-template,inquiry-template-version,selfies,sessions,verifications';
    const { included } = (await sandbox.rest(`/inquiries/${inquiryId}?include=${names},reports,reviewer`)).body;
    expect(included.map(({ type }: Json) => type).sort()).toEqual([
      'account',
      'document/government-id',
      'inquiry-session',
      'inquiry-template',
      'inquiry-template-version',
      'selfie/profile-and-center',
      'verification/government-id',
      'verification/phone-number',
      'verification/selfie',
    ]);
    const statuses = [
      await sandbox.rest('/inquiries', { data: 1 }),
      await sandbox.rest('/inquiries/inq_x'),
      await sandbox.rest(`/inquiries/${inquiryId}/resume`, {}),
      await sandbox.rest('/inquiries', undefined, { headers: { Authorization: 'Bearer other' } }),
      await sandbox.rest('/accounts/act_x/run-action', {}),
    ].map(({ status }) => status);
    for (let n = 0; n < 12; n++) statuses.push((await sandbox.rest('/events')).status);
    expect([...new Set(statuses)].sort()).toEqual([200, 400, 401, 404, 409, 429, 501]);
  });

  it('has no event that is neither sent nor left out for a reason', async () => {
    const receiver = await webhookReceiver();
    const sandbox = await running({
      webhookUrl: receiver.url,
      webhookEvents: ['*'],
      workflows: [breaks, waits, ...standardWorkflows],
    });
    await everythingHappens(sandbox);
    sandbox.clock.advance(0);
    const known = Object.keys(description.webhooks);
    expect(known).toHaveLength(64);
    const wanted = known.filter((name) => !(name in neverSent));
    const names = () => new Set(receiver.all.map(({ name }) => name));
    await vi.waitFor(() => expect(wanted.filter((name) => !names().has(name))).toEqual([]), { timeout: 20_000 });
    expect([...names()].filter((name) => name in neverSent)).toEqual([]);
    for (const { headers } of receiver.all)
      for (const header of [
        'signature',
        'webhook-attempts-made',
        'webhook-attempts-left',
        'webhook-first-attempted-at',
      ])
        expect(headers[`persona-${header}`]).toBeDefined();
  });
});

/** A workflow whose runs are errored, and one whose runs are resumed. */
const breaks: Workflow = {
  id: 'wfl_breaks',
  name: 'Breaks',
  trigger: 'inquiry.failed',
  run: () => {
    throw new Error('broken on purpose');
  },
};
const waits: Workflow = {
  id: 'wfl_waits',
  name: 'Waits',
  trigger: 'inquiry.failed',
  run: ({ turn }) => (turn === 1 ? runAgain(1) : undefined),
};

const schema = ['content', 'application/json', 'schema'];

// The portrait is not cut out of an ID here.
const missing = (shown: object = {}, ours: object = {}): string[] =>
  Object.keys(shown).filter((key) => !(key in ours) && key !== 'selfie-photo');

/** An inquiry that fails and is declined, one that passes, others that end otherwise; and what is done to accounts. */
async function everythingHappens(sandbox: RunningSandbox): Promise<void> {
  const { rest } = sandbox;
  const failed = await kycWalk(sandbox, { pictures: [blurred()], tries: 5, referenceId: 'loc_1' });
  sandbox.clock.advance(3000);
  const [opened] = (await rest(`/cases?filter[inquiry-id]=${failed.inquiryId}`)).body.data;
  const change = (call: string, meta: object) => rest(`/cases/${opened.id}/${call}`, { meta });
  await change('assign', { 'user-email-address': 'rita@example.com' });
  await change('add-tag', { 'tag-name': 'vip' });
  const fields = { 'risk-level': 'high' };
  const update = { data: { attributes: { fields } }, meta: { 'sla-expires-in-seconds': 1 } };
  await rest(`/cases/${opened.id}`, update, { method: 'PATCH' });
  sandbox.clock.advance(1000);
  for (const status of ['Pending', 'Declined', 'Open']) await change('set-status', { status });
  await rest(`/cases/${opened.id}`, undefined, { method: 'DELETE' });
  await passing(sandbox);
  sandbox.clock.advance(3000);
  const reviewed = await passing(sandbox);
  await rest(`/inquiries/${reviewed.inquiryId}/mark-for-review`, {});
  await kycWalk(sandbox, { selfies: [png(), png(), png()], scenario: 'selfie-unsure' });
  const expired = await sandbox.createInquiry({}, { 'auto-create-inquiry-session': true });
  await rest(`/inquiries/${expired}/set-tags`, { meta: { 'tag-name': ['a'] } });
  await rest(`/inquiries/${expired}/expire`, {});
  await rest(`/inquiries/${expired}`, undefined, { method: 'DELETE' });
  const [one, two] = [
    (await rest('/accounts', { data: { attributes: { 'reference-id': 'loc_2' } } })).body.data.id,
    (await rest('/accounts', { data: { attributes: { 'reference-id': 'loc_3' } } })).body.data.id,
  ];
  const accountChange = { tags: ['a'], 'account-status': 'Approved', 'name-first': 'Ada' };
  await rest(`/accounts/${one}`, { data: { attributes: accountChange } }, { method: 'PATCH' });
  await rest(`/accounts/${one}/remove-tag`, { meta: { 'tag-name': 'a' } });
  const relation = { meta: { 'relation-schema-key': 'business', 'target-object-id': two } };
  await rest(`/accounts/${one}/add-relation`, relation);
  await rest(`/accounts/${one}/remove-relation`, relation);
  await rest(`/accounts/${one}/consolidate`, { meta: { 'source-account-ids': [two] } });
  await rest(`/accounts/${one}`, undefined, { method: 'DELETE' });
}

/** The outcomes as Markdown, a line for each path and what becomes of its methods. */
function tableOf(outcomes: (Operation & { reason?: string })[]): string {
  const rows = new Map<string, string[]>();
  for (const { method, path, reason = 'served' } of outcomes) {
    const key = `\`${path}\` | ${reason}`;
    rows.set(key, [...(rows.get(key) ?? []), method.toUpperCase()]);
  }
  const served = outcomes.filter(({ reason }) => reason === undefined).length;
  return [
    `${outcomes.length} of ${operations.length}: ${served} served, ${outcomes.length - served} refused.`,
    '',
    '| | Path | |',
    '|---|---|---|',
    ...Array.from(rows, ([row, methods]) => `| ${methods.join(', ')} | ${row} |`),
    '',
  ].join('\n');
}
