import type { Check } from '../../src/sandbox/records/checks.js';
import type { FlowView } from '../../src/sandbox/records/flow-view.js';
import { png } from './pictures.js';
import type { RunningSandbox } from './running-sandbox.js';

/** How far an inquiry is taken and with what. */
export interface KycWalk {
  templateId?: string;
  referenceId?: string;
  idClass?: string;
  country?: string;
  pictures?: Buffer[];
  selfies?: Buffer[];
  tries?: number;
  scenario?: string;
  live?: boolean;
}

/**
 * Proves a phone number and shows an ID, and the selfies when given; the result is what the page then sees and the last
 * verification's checks.
 */
export async function kycWalk(
  sandbox: Pick<RunningSandbox, 'rest' | 'flow' | 'kycTemplateId'>,
  walk: KycWalk,
): Promise<{ inquiryId: string; sessionToken: string; view: FlowView; checks: Check[] }> {
  const {
    templateId = sandbox.kycTemplateId,
    referenceId,
    idClass = 'pp',
    country = 'US',
    pictures = [png()],
    selfies = [],
    tries = 1,
    scenario,
    live = false,
  } = walk;
  const opened = (await sandbox.flow('/open', { templateId, referenceId, scenario })).body;
  const { sessionToken } = opened;
  const { inquiryId } = opened.view;
  const take = async (event: object) => (await sandbox.flow('/events', event, sessionToken)).body.view as FlowView;
  let view: FlowView = opened.view;
  if (view.step === 'start') view = await take({ type: 'begin' });
  if (view.step === 'phone') {
    view = await take({ type: 'phone', number: '+12125550123', channel: 'sms' });
    await take({ type: 'phone-code', code: view.phone!.code });
  }
  await take({ type: 'country', country });
  for (let n = 0; n < tries; n++) {
    if (n) await take({ type: 'retry' });
    await take({ type: 'id-type', idClass });
    for (const [place, picture] of pictures.entries()) {
      await sandbox.flow(`/pictures/${['front', 'back'][place]}${live ? '?live' : ''}`, picture, sessionToken);
      view = await take({ type: 'confirm', pass: true });
    }
  }
  for (const [place, picture] of selfies.entries()) {
    await sandbox.flow(`/pictures/${['center', 'left', 'right'][place]}`, picture, sessionToken);
    view = await take({ type: 'confirm', pass: true });
  }
  const last = (await sandbox.rest(`/inquiries/${inquiryId}`)).body.data.relationships.verifications.data.at(-1);
  const { checks } = (await sandbox.rest(`/verifications/${last.id}`)).body.data.attributes;
  return { inquiryId, sessionToken, view, checks };
}
