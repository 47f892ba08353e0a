import { type Inquiry, NotFoundError } from '../records/inquiry.js';
import { accountTypeId } from '../records/sandbox-ids.js';
import { findTemplate, templateOf } from '../records/templates.js';
import type { Verification } from '../records/verification.js';
import { accountResource, accountTypeResource } from '../resources/account-resource.js';
import { caseCommentResource, caseTemplateResource } from '../resources/case-resource.js';
import { evidenceReference, evidenceResource } from '../resources/evidence-resource.js';
import type { Reference, Resource } from '../resources/json-api.js';
import { sessionResource } from '../resources/session-resource.js';
import { templateResource, templateVersionResource } from '../resources/template-resource.js';
import { verificationResource } from '../resources/verification-resource.js';
import { workflowResource, workflowRunResource, workflowVersionResource } from '../resources/workflow-run-resource.js';
import type { Store } from '../state/store.js';
import type { AccountDesk } from './account-desk.js';
import type { CaseDesk } from './case-desk.js';
import type { DeskParts } from './desk-parts.js';
import type { InquiryDesk } from './inquiry-desk.js';
import type { RunDesk } from './run-desk.js';
import type { SessionDesk } from './session-desk.js';

/** The desks that keep what is found. */
export interface RecordDesks extends Pick<DeskParts, 'store' | 'clock'> {
  accounts: AccountDesk;
  inquiries: InquiryDesk;
  sessions: SessionDesk;
  cases: CaseDesk;
  runs: RunDesk;
  fileUrl: (fileId: string) => string;
}

/**
 * Any record by its type and id; undefined for a type the stand-in keeps none of. Throws a NotFoundError for an unknown
 * id.
 */
export function findRecord(desks: RecordDesks, reference: Reference): Resource | undefined {
  const { store, clock, accounts, inquiries, sessions, cases, runs, fileUrl } = desks;
  const { state } = store;
  const { type, id } = reference;
  const [kind = ''] = type.split('/');
  switch (kind) {
    case 'inquiry':
      return inquiries.resource(inquiries.get(id));
    case 'inquiry-session':
      return sessionResource(sessions.get(id), clock.now());
    case 'inquiry-template':
      return templateResource(templateOf(state.templates, id));
    case 'inquiry-template-version':
      return templateVersionResource(findTemplate(state.templates, id) ?? state.templates.plain);
    case 'case':
      return cases.resource(cases.get(id));
    case 'case-template':
      return caseTemplateResource(id, cases.template);
    case 'case-comment':
      return caseCommentResource(cases.getComment(id));
    case 'workflow-run':
      return workflowRunResource(runs.get(id));
    case 'workflow':
      return workflowResource(runs.workflow(id));
    case 'workflow-version':
      return workflowVersionResource(runs.workflow(id.replace(/^wfv_/, 'wfl_')));
    case 'event':
      return eventWith(store, id);
    case 'account':
      return accountResource(accounts.get(id));
    case 'account-type':
      if (id !== accountTypeId) throw new NotFoundError(`There is no account type "${id}".`);
      return accountTypeResource;
    case 'verification': {
      const { verification, inquiry } = verifiedBy(store, reference, (one) => one.id === id);
      return verificationResource(verification, inquiry, fileUrl);
    }
    case 'document':
    case 'selfie': {
      const { verification, inquiry } = verifiedBy(store, reference, (one) => {
        const evidence = evidenceReference(one);
        return evidence?.id === id && evidence.type.startsWith(kind);
      });
      return evidenceResource(verification, inquiry, fileUrl);
    }
    default:
      return undefined;
  }
}

/** The verification that fits, and its inquiry; throws a NotFoundError. */
function verifiedBy(
  { inquiries }: Store,
  { type, id }: Reference,
  fits: (one: Verification) => boolean,
): { verification: Verification; inquiry: Inquiry } {
  const [inquiry] = inquiries.by('evidence', id);
  const verification = inquiry?.verifications.find(fits);
  if (inquiry && verification) return { verification, inquiry };
  throw new NotFoundError(`There is no ${type} "${id}".`);
}

function eventWith({ events, texts }: Store, id: string): Resource | undefined {
  const event = events.get(id);
  if (!event) return undefined;
  const { data } = JSON.parse(texts.read(event.body));
  const { included, ...payload } = data.attributes.payload;
  return { ...data, attributes: { ...data.attributes, payload } };
}
