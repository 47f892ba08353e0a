import { CaseError } from '../records/case-template.js';
import { NotFoundError } from '../records/inquiry.js';
import { type CaseObjects, joined } from '../records/review-case.js';
import type { Store } from '../state/store.js';

/**
 * Objects that a case is to be about, by their ids: inquiries, accounts and verifications. Throws a NotFoundError for
 * an unknown id, a CaseError for one of another kind.
 */
export function caseObjects(store: Store, ids: string[]): CaseObjects {
  const one = (id: string): CaseObjects => {
    const none: CaseObjects = { inquiries: [], accounts: [], verifications: [] };
    const [prefix] = id.split('_');
    if (prefix === 'inq' && store.inquiries.get(id)) return { ...none, inquiries: [id] };
    if (prefix === 'act' && store.accounts.get(id)) return { ...none, accounts: [id] };
    if (prefix === 'ver' && store.inquiries.has('evidence', id)) return { ...none, verifications: [id] };
    if (/^(inq|act|ver)$/.test(prefix ?? '')) throw new NotFoundError(`There is no object "${id}".`);
    throw new CaseError(`The stand-in relates inquiries, accounts and verifications to cases, and no "${id}".`);
  };
  return ids.map(one).reduce(joined, { inquiries: [], accounts: [], verifications: [] });
}
