import { describe, expect, it } from 'vitest';
import {
  approve,
  comment,
  decline,
  type EventWorkflow,
  type LogLine,
  markForReview,
  notify,
  openCase,
  runAgain,
  standardWorkflows,
  tag,
  type Workflow,
} from '../../src/sandbox/index.js';
import { kycWalk } from './kyc-walk.js';
import { blurred, licenceBack, mrz, withText } from './licence.js';
import { png } from './pictures.js';
import { type Json, type RunningSandbox, running, temporaryDirectory } from './running-sandbox.js';
import { webhookReceiver } from './webhook-receiver.js';

const selfies = () => [png(), png(), png()];
const inquiryOf = async (sandbox: RunningSandbox, id: string) => (await sandbox.rest(`/inquiries/${id}`)).body.data;
const statusOf = async (sandbox: RunningSandbox, id: string) =>
  (await inquiryOf(sandbox, id)).attributes.status as string;
const casesOf = async (sandbox: RunningSandbox, id: string): Promise<Json[]> =>
  (await sandbox.rest(`/cases?filter[inquiry-id]=${id}`)).body.data;
/** What was written on a case, oldest first. */
const commentsOf = async (sandbox: RunningSandbox, id: string): Promise<string[]> =>
  ((await sandbox.rest(`/cases/${id}?include=case-comments`)).body.included as Json[]).map(
    ({ attributes }) => attributes.message,
  );
const simulate = (sandbox: RunningSandbox, id: string, ...types: string[]) =>
  sandbox.rest(`/inquiries/${id}/perform-simulate-actions`, {
    meta: { 'simulate-actions': types.map((type) => ({ type })) },
  });

/** An inquiry that a person has completed, and the rules that look at it three seconds later. */
async function completed(workflows: Workflow[], log?: (line: LogLine) => void) {
  const sandbox = await running({ workflows, log });
  const id = await sandbox.createInquiry();
  await sandbox.walk(id);
  sandbox.clock.advance(3000);
  return { sandbox, id };
}

const onCompleted = (run: EventWorkflow['run'], id = 'wfl_mine'): EventWorkflow => ({
  id,
  name: 'Mine',
  trigger: 'inquiry.completed',
  run,
});

describe('the workflows of "KYC + Mobile 2FA"', () => {
  it('approve an inquiry that went well', async () => {
    const sandbox = await running();
    const { inquiryId } = await kycWalk(sandbox, {
      idClass: 'dl',
      pictures: [png(), (await licenceBack()).buffer],
      selfies: selfies(),
    });
    expect(await statusOf(sandbox, inquiryId)).toBe('completed');
    sandbox.clock.advance(3000);
    expect(await statusOf(sandbox, inquiryId)).toBe('approved');
    expect(await casesOf(sandbox, inquiryId)).toEqual([]);
  });

  it('decline an expired ID, and say so', async () => {
    const sandbox = await running();
    const { inquiryId } = await kycWalk(sandbox, {
      idClass: 'dl',
      pictures: [png(), (await licenceBack({ expires: '01022020' })).buffer],
      selfies: selfies(),
    });
    sandbox.clock.advance(3000);
    expect((await inquiryOf(sandbox, inquiryId)).attributes).toMatchObject({
      status: 'declined',
      tags: ['expired_id'],
      'reviewer-comment': 'The ID has expired.',
    });
  });

  it('open a case for a failed inquiry, which stays failed', async () => {
    const sandbox = await running();
    const { inquiryId } = await kycWalk(sandbox, { pictures: [blurred()], tries: 5 });
    sandbox.clock.advance(3000);
    expect((await inquiryOf(sandbox, inquiryId)).attributes).toMatchObject({
      status: 'failed',
      tags: ['id_blur_detection'],
    });
    const [opened] = await casesOf(sandbox, inquiryId);
    expect(opened.attributes).toMatchObject({ status: 'Open', tags: ['id_blur_detection'] });
    expect(await commentsOf(sandbox, opened.id)).toEqual([
      'The inquiry failed. 5 verifications failed: id_blur_detection.',
    ]);
  });

  it('have an inquiry with two failed tries of its ID reviewed, with a case that says why', async () => {
    const sandbox = await running();
    const { inquiryId, sessionToken } = await kycWalk(sandbox, {
      pictures: [withText(png(), mrz().replace('X1234', 'X9234'))],
      tries: 2,
    });
    for (const event of [{ type: 'retry' }, { type: 'id-type', idClass: 'pp' }])
      await sandbox.flow('/events', event, sessionToken);
    for (const side of ['front', 'center', 'left', 'right']) {
      await sandbox.flow(`/pictures/${side}`, png(), sessionToken);
      await sandbox.flow('/events', { type: 'confirm', pass: true }, sessionToken);
    }
    expect(await statusOf(sandbox, inquiryId)).toBe('completed');
    sandbox.clock.advance(3000);
    expect(await statusOf(sandbox, inquiryId)).toBe('needs_review');
    const cases = await casesOf(sandbox, inquiryId);
    expect(cases).toHaveLength(1);
    expect(cases[0].attributes.tags).toEqual(['id_mrz_inconsistency_detection']);
    expect(await commentsOf(sandbox, cases[0].id)).toEqual([
      'Passed after 2 failed tries with the ID. 2 verifications failed: id_mrz_inconsistency_detection.',
    ]);
  });

  it.each(['templateId', 'kycTemplateId'] as const)('never approve what proved nothing (%s)', async (template) => {
    const sandbox = await running();
    const id = await sandbox.createInquiry({ 'inquiry-template-id': sandbox[template] });
    await simulate(sandbox, id, 'start_inquiry', 'complete_inquiry');
    sandbox.clock.advance(3000);
    expect(await statusOf(sandbox, id)).toBe('needs_review');
    expect((await casesOf(sandbox, id))[0].attributes.tags).toEqual(['nothing_verified']);
  });
});

describe('a workflow', () => {
  it('tags, opens a case, comments, notifies and decides, and its run says so', async () => {
    const lines: LogLine[] = [];
    const { sandbox, id } = await completed(
      [
        onCompleted(() => [
          tag('high-risk', 'canada'),
          openCase('Paid from another country.', ['high-risk']),
          comment('Ask for a bank statement.'),
          notify('A high risk came in.'),
          markForReview('Looked risky.'),
        ]),
      ],
      (line) => lines.push(line),
    );
    expect((await inquiryOf(sandbox, id)).attributes).toMatchObject({
      status: 'needs_review',
      tags: ['high-risk', 'canada'],
      'reviewer-comment': 'Looked risky.',
    });
    const cases = await casesOf(sandbox, id);
    expect(cases).toHaveLength(1);
    expect(cases[0].attributes).toMatchObject({ tags: ['high-risk'], 'creator-type': 'workflow-run' });
    expect(await commentsOf(sandbox, cases[0].id)).toEqual(['Paid from another country.', 'Ask for a bank statement.']);
    const [event] = (await sandbox.rest('/events?filter[name]=sandbox.notified')).body.data;
    expect(event.attributes.context).toEqual({ message: 'A high risk came in.' });
    expect(lines).toContainEqual(expect.objectContaining({ kind: 'notice', message: 'A high risk came in.' }));
    expect(lines).toContainEqual(
      expect.objectContaining({
        kind: 'workflow',
        name: 'Mine',
        about: id,
        error: null,
        did: [
          'Tagged the inquiry: high-risk, canada.',
          'Opened a case: Paid from another country.',
          'Commented on the case: Ask for a bank statement.',
          'Notified: A high risk came in.',
          'Marked the inquiry for review.',
        ],
      }),
    );
  });

  it('that throws changes nothing: the run is errored, and the log says why', async () => {
    const receiver = await webhookReceiver();
    const lines: LogLine[] = [];
    const broken = onCompleted(() => {
      throw new RangeError('no such country');
    });
    const sandbox = await running({
      workflows: [broken],
      webhookUrl: receiver.url,
      webhookEvents: ['workflow-run.*'],
      log: (line) => lines.push(line),
    });
    const id = await sandbox.createInquiry();
    await sandbox.walk(id);
    const before = await inquiryOf(sandbox, id);
    sandbox.clock.advance(3000);
    expect(await inquiryOf(sandbox, id)).toEqual(before);
    const [run] = (await sandbox.rest('/workflow-runs?filter[status]=errored')).body.data;
    expect(run.attributes).toMatchObject({ status: 'errored', 'completed-at': null });
    expect(lines).toContainEqual(
      expect.objectContaining({ kind: 'workflow', about: id, did: [], error: 'RangeError: no such country' }),
    );
    sandbox.clock.advance(0);
    expect([(await receiver.next()).name, (await receiver.next()).name].sort()).toEqual([
      'workflow-run.created',
      'workflow-run.errored',
    ]);
  });

  it('whose answer is no action is errored before anything is done', async () => {
    const wrong = { do: 'aprove' } as unknown as ReturnType<typeof approve>;
    const { sandbox, id } = await completed([onCompleted(() => [tag('a'), wrong])]);
    expect((await inquiryOf(sandbox, id)).attributes).toMatchObject({ status: 'completed', tags: [] });
    expect((await sandbox.rest('/workflow-runs')).body.data[0].attributes.status).toBe('errored');
  });

  it('runs again after a time, as the same run, and sees how the inquiry is then', async () => {
    const seen: [number, string][] = [];
    const { sandbox, id } = await completed([
      onCompleted(({ inquiry, turn }) => {
        seen.push([turn, inquiry.note ?? '']);
        return turn === 1 ? runAgain(60_000) : decline();
      }),
    ]);
    await sandbox.rest(`/inquiries/${id}`, { data: { attributes: { note: 'later' } } }, { method: 'PATCH' });
    const runs = async () => (await sandbox.rest('/workflow-runs')).body.data as Json[];
    expect((await runs())[0].attributes.status).toBe('in_progress');
    sandbox.clock.advance(59_999);
    expect(seen).toHaveLength(1);
    sandbox.clock.advance(1);
    expect(seen).toEqual([
      [1, ''],
      [2, 'later'],
    ]);
    expect(await statusOf(sandbox, id)).toBe('declined');
    expect(await runs()).toMatchObject([{ attributes: { status: 'completed', 'completed-at': expect.any(String) } }]);
    expect((await sandbox.rest('/events?filter[name]=workflow-run.resumed')).body.data).toHaveLength(1);
  });

  it('decides nothing when somebody was quicker, and still does the rest', async () => {
    const sandbox = await running({ workflows: [onCompleted(() => [tag('seen'), approve()])] });
    const id = await sandbox.createInquiry();
    await sandbox.walk(id);
    await sandbox.rest(`/inquiries/${id}/decline`, {});
    sandbox.clock.advance(3000);
    expect((await inquiryOf(sandbox, id)).attributes).toMatchObject({ status: 'declined', tags: ['seen'] });
  });

  it('goes before the ones after it, which do what they can', async () => {
    const { sandbox, id } = await completed([
      onCompleted(() => markForReview()),
      onCompleted(() => [approve(), tag('second')], 'wfl_second'),
    ]);
    expect((await inquiryOf(sandbox, id)).attributes).toMatchObject({ status: 'needs_review', tags: ['second'] });
  });

  it('stands beside the standard ones, for one template or for all', async () => {
    const sandbox = await running({
      workflows: [
        { ...onCompleted(() => tag('kyc'), 'wfl_kyc'), template: 'kyc' },
        onCompleted(() => tag('any')),
        ...standardWorkflows,
      ],
    });
    const id = await sandbox.createInquiry();
    await sandbox.walk(id);
    sandbox.clock.advance(3000);
    expect((await inquiryOf(sandbox, id)).attributes).toMatchObject({ status: 'approved', tags: ['any'] });
  });

  it('may be asynchronous', async () => {
    const { sandbox, id } = await completed([onCompleted(async () => approve())]);
    await expect.poll(() => statusOf(sandbox, id)).toBe('approved');
  });

  it('gives way to a scenario', async () => {
    const sandbox = await running({ workflows: [onCompleted(() => [tag('mine'), approve()])] });
    const id = await sandbox.createInquiry();
    await sandbox.walk(id);
    sandbox.play('decline', { inquiryId: id });
    sandbox.clock.advance(3000);
    expect((await inquiryOf(sandbox, id)).attributes).toMatchObject({ status: 'declined', tags: [] });
  });

  it('goes on after a restart', async () => {
    const dataDir = temporaryDirectory();
    const first = await running({ dataDir });
    const id = await first.createInquiry();
    await first.walk(id);
    await first.close();
    const second = await running({ dataDir, clock: first.clock });
    second.clock.advance(3000);
    expect(await statusOf(second, id)).toBe('approved');
  });
});

describe('the options of workflows', () => {
  it.each([
    [{ workflows: [], workflow: {} }, 'not both'],
    [
      { workflows: [onCompleted(() => approve()), onCompleted(() => decline())] },
      'Two workflows have the id "wfl_mine".',
    ],
  ])('are refused when they contradict each other', async (options, message) => {
    await expect(running(options as Parameters<typeof running>[0])).rejects.toThrow(message);
  });
});

describe('the API of workflow runs', () => {
  const ask: Workflow = {
    id: 'wfl_ask',
    name: 'Ask',
    trigger: 'api',
    run: ({ inquiry, fields }) => (inquiry ? tag(String(fields.Label)) : notify('Nobody.')),
  };

  it('triggers a workflow with the fields as they are written, and reads its run', async () => {
    const sandbox = await running({ workflows: [ask] });
    const id = await sandbox.createInquiry();
    const { status, body } = await sandbox.rest('/workflows/wfl_ask/trigger', {
      data: { attributes: { fields: { 'inquiry-id': id, Label: 'Asked' } } },
    });
    expect(status).toBe(200);
    expect(body.data).toMatchObject({
      type: 'workflow-run',
      attributes: { status: 'in_progress' },
      relationships: { creator: { data: { type: 'user' } }, workflow: { data: { id: 'wfl_ask' } } },
    });
    sandbox.clock.advance(0);
    expect((await inquiryOf(sandbox, id)).attributes.tags).toEqual(['Asked']);
    const run = (await sandbox.rest(`/workflow-runs/${body.data.id}?include=workflow,workflow-version`)).body;
    expect(run.data.attributes.status).toBe('completed');
    expect(run.included.map((one: Json) => one.attributes.name ?? one.attributes['workflow-name'])).toEqual([
      'Ask',
      'Ask',
    ]);
  });

  it('refuses what is unknown, and workflows that an event starts', async () => {
    const sandbox = await running({ workflows: [ask, ...standardWorkflows] });
    const trigger = (id: string, fields: object) =>
      sandbox.rest(`/workflows/${id}/trigger`, { data: { attributes: { fields } } });
    expect(await trigger('wfl_x', {})).toMatchObject({ status: 404 });
    expect(await trigger('wfl_ask', { 'inquiry-id': 'inq_x' })).toMatchObject({ status: 404 });
    expect(await trigger('wfl_decision_failed', {})).toMatchObject({ status: 409 });
    expect(await sandbox.rest('/workflow-runs/wfr_x')).toMatchObject({ status: 404 });
    expect(await sandbox.rest('/workflow-runs?filter[inquiry-id]=inq_x')).toMatchObject({ status: 400 });
  });

  it('has the run that an inquiry names as its reviewer, started by the event that completed it', async () => {
    const sandbox = await running();
    const id = await sandbox.createInquiry();
    await sandbox.walk(id);
    sandbox.clock.advance(3000);
    const reviewer = (await inquiryOf(sandbox, id)).relationships.reviewer.data;
    const run = (await sandbox.rest(`/workflow-runs/${reviewer.id}?include=creator`)).body;
    expect(run.data).toMatchObject({ attributes: { status: 'completed' }, meta: { 'processing-time-seconds': 3 } });
    expect(run.included).toMatchObject([{ type: 'event', attributes: { name: 'inquiry.completed' } }]);
  });
});
