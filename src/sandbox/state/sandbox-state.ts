import type { VerificationType } from '../records/flow.js';
import type { Templates } from '../records/templates.js';
import { type CarriersState, firstCarriers } from './carriers-state.js';
import { type IdState, Ids } from './ids.js';

/** What there is one of in a stand-in; what there are many of stands in the {@link Shelves}. */
export interface SandboxState {
  version: 3;
  apiKey: string;
  webhookSecret: string;
  sessionSecret: string;
  templates: Templates;
  /** Ids of the verification templates, for simulated verifications. */
  verificationTemplates: Record<VerificationType, string>;
  caseTemplateId: string;
  webhookId: string;
  ids: IdState;
  /** Milliseconds the clock has been put forward. */
  clockAhead: number;
  /** The keys of the local carriers. */
  carriers: CarriersState;
}

/** The state of a stand-in that has just been started for the first time; keys and ids follow from the seed, if any. */
export function firstState(seed: string | null): SandboxState {
  const idState: IdState = { seed, drawn: {} };
  const ids = new Ids(idState);
  return {
    version: 3,
    apiKey: ids.secret('persona_sandbox'),
    webhookSecret: ids.secret('wbhsec'),
    sessionSecret: ids.secret('session'),
    templates: {} as Templates, // taken in at every start
    verificationTemplates: {
      'phone-number': ids.id('vtmpl'),
      'government-id': ids.id('vtmpl'),
      selfie: ids.id('vtmpl'),
    },
    caseTemplateId: ids.id('ctmpl'),
    webhookId: ids.id('wbh'),
    ids: idState,
    clockAhead: 0,
    carriers: firstCarriers(ids),
  };
}
