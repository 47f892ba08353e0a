import type { Inquiry } from './inquiries.js';
import type { ListQuery } from './rest-requests.js';

/** A page of the inquiries that fit; `prev` and `next` are the ids to ask before and after, null at the ends. */
export interface InquiryPage { page: Inquiry[]; prev: string | null; next: string | null }

/** The asked page out of `all`, which come newest first; a filter takes several values separated by commas. */
export function listInquiries(all: Inquiry[], query: ListQuery): InquiryPage {
  const fits = (filter: string | undefined, value: string | null) => filter === undefined || (value !== null && filter.split(',').includes(value));
  const matching = all.filter((inquiry) =>
    fits(query['filter[inquiry-id]'], inquiry.id)
    && fits(query['filter[reference-id]'], inquiry.referenceId)
    && fits(query['filter[account-id]'], inquiry.accountId)
    && fits(query['filter[status]'], inquiry.status)
    && fits(query['filter[inquiry-template-id]'], inquiry.templateId));
  const place = (id: string | undefined) => matching.findIndex((inquiry) => inquiry.id === id);
  const size = query['page[size]'];
  const before = place(query['page[before]']);
  const from = before >= 0 ? Math.max(0, before - size) : place(query['page[after]']) + 1;
  const page = matching.slice(from, before >= 0 ? before : from + size);
  return {
    page,
    prev: from > 0 ? page.at(0)?.id ?? null : null,
    next: from + page.length < matching.length ? page.at(-1)?.id ?? null : null,
  };
}
