import { html, raw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import type { Account } from '../records/account.js';
import type { Delivery, SandboxEvent } from '../records/event.js';
import type { Inquiry, InquiryAction } from '../records/inquiry.js';
import type { ReviewCase } from '../records/review-case.js';
import type { Verification } from '../records/verification.js';

type Html = ReturnType<typeof html>;
type Page = Promise<HtmlEscapedString>;

/** An event and how it was delivered. */
export interface EventRow {
  event: SandboxEvent;
  deliveries: Delivery[];
}

const tones: Record<string, string> = {
  approved: 'good',
  completed: 'good',
  passed: 'good',
  delivered: 'good',
  Approved: 'good',
  declined: 'bad',
  failed: 'bad',
  'given-up': 'bad',
  Declined: 'bad',
  needs_review: 'wait',
  expired: 'wait',
  waiting: 'wait',
  Open: 'wait',
  Pending: 'wait',
};

const badge = (word: string) => html`<span class="badge ${tones[word] ?? ''}">${word.replaceAll('_', ' ')}</span>`;
const time = (ms: number) =>
  html`<time datetime="${new Date(ms).toISOString()}">${new Date(ms).toLocaleString('en-GB')}</time>`;
const button = (action: string, label: string, primary = false) =>
  html`<form method="post" action="${action}"><button class="${primary ? 'primary' : ''}">${label}</button></form>`;
/** Narrow screens show each row as a list, with the name of the column before every value. */
const table = (names: string[], rows: unknown[][]) =>
  html`<table><thead><tr>${names.map((name) => html`<th>${name}</th>`)}</tr></thead><tbody>${rows.map((cells) => html`<tr>${cells.map((cell, place) => html`<td data-name="${names[place] ?? ''}"><div>${cell}</div></td>`)}</tr>`)}</tbody></table>`;
const empty = (text: string) => html`<p class="empty">${text}</p>`;
const inquiryLink = (id: string) => html`<a href="/dashboard/inquiries/${id}">${id}</a>`;
const labels: Record<string, string> = { approve: 'Approve', decline: 'Decline', 'mark-for-review': 'Mark for review' };

/** A page of the console around its content. */
function page(title: string, place: 'inquiries' | 'cases' | 'events' | null, content: Html): Page {
  const link = (path: string, name: string) =>
    html`<a href="/dashboard${path}" ${raw(place && path.endsWith(place) ? 'aria-current="page"' : '')}>${name}</a>`;
  return Promise.resolve(html`<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title} – Persona stand-in</title>
    <link rel="icon" href="data:,"><link rel="stylesheet" href="/dashboard.css"></head><body>
    <header><nav aria-label="Console"><strong>Persona stand-in</strong>${place ? [link('/inquiries', 'Inquiries'), link('/cases', 'Cases'), link('/events', 'Events')] : ''}</nav></header>
    <main><h1>${title}</h1>${content}</main></body></html>`);
}

/** Says in one sentence why something did not happen. */
export function refusalPage(title: string, message: string): Page {
  return page(
    title,
    'inquiries',
    html`<p class="notice bad">${message}</p><p><a href="/dashboard/inquiries">Back to the inquiries</a></p>`,
  );
}

/** Asks for the API key. */
export function keyPage(wrong: boolean) {
  return page(
    'Reviewer console',
    null,
    html`
    ${wrong ? html`<p class="notice bad" role="alert">This is not the API key of this stand-in. It is in the terminal that started it.</p>` : ''}
    <form method="post" action="/dashboard/key"><p><label for="key">API key, from the terminal that started the stand-in</label></p>
    <p><input id="key" name="key" autocomplete="off" required></p><button class="primary">Open the console</button></form>`,
  );
}

/** All inquiries. */
export function inquiriesPage(inquiries: Inquiry[], templateName: (id: string) => string) {
  const rows = inquiries.map((inquiry) => [
    inquiryLink(inquiry.id),
    badge(inquiry.status),
    inquiry.referenceId ?? '–',
    templateName(inquiry.templateId),
    time(inquiry.createdAt),
  ]);
  return page(
    'Inquiries',
    'inquiries',
    html`<div class="card">${
      rows.length
        ? table(['Inquiry', 'Status', 'Reference id', 'Template', 'Made'], rows)
        : empty('There is none yet. It appears here as soon as a site or a test makes one.')
    }</div>`,
  );
}

/** All cases. */
export function casesPage(cases: ReviewCase[]) {
  const rows = cases.map((one) => [inquiryLink(one.inquiryId), badge(one.status), one.comment, time(one.createdAt)]);
  return page(
    'Cases',
    'cases',
    html`<div class="card">${
      rows.length
        ? table(['Inquiry', 'Status', 'Why', 'Opened'], rows)
        : empty('Nothing waits for a review. An inquiry that is marked for review opens a case.')
    }</div>`,
  );
}

/** All events. */
export function eventsPage(rows: EventRow[]) {
  return page('Events', 'events', html`<div class="card">${eventTable(rows)}</div>`);
}

function eventTable(rows: EventRow[]) {
  if (!rows.length) return empty('Nothing has happened yet.');
  const tried = ({ state, tries }: Delivery) =>
    html`<div>${badge(state)} ${tries.map(({ status }) => status ?? 'no answer').join(', ')}</div>`;
  return table(
    ['Event', 'When', 'Delivery and answers', 'Repeat'],
    rows.map(({ event, deliveries }) => [
      event.name,
      time(event.at),
      deliveries.length ? deliveries.map(tried) : 'not sent',
      button(`/dashboard/events/${event.id}/resend`, 'Send again'),
    ]),
  );
}

/** One inquiry with everything known about it, and what a reviewer can do. */
export function inquiryPage(
  inquiry: Inquiry,
  {
    actions,
    account,
    template,
    events,
    link,
  }: {
    actions: InquiryAction[];
    account: Account | undefined;
    template: string;
    events: EventRow[];
    link: string | null;
  },
) {
  const fields = Object.entries(inquiry.fields).filter(([, { value }]) => value !== null);
  return page(
    inquiry.id,
    'inquiries',
    html`
    ${link ? html`<p class="notice" role="status">Send the person this link, it works once: <a href="${link}">${link}</a></p>` : ''}
    <div class="card"><dl><dt>Status</dt><dd>${badge(inquiry.status)}</dd><dt>Reference id</dt><dd>${inquiry.referenceId ?? '–'}</dd><dt>Account</dt><dd>${account?.id ?? '–'}</dd>
      <dt>Template</dt><dd>${template}</dd><dt>Made</dt><dd>${time(inquiry.createdAt)}</dd>${fields.map(([name, { value }]) => html`<dt>${name}</dt><dd>${String(value)}</dd>`)}</dl></div>
    <div class="actions">${actions.map((action, place) => button(`/dashboard/inquiries/${inquiry.id}/${action}`, labels[action] ?? action, place === 0))}${button(`/dashboard/inquiries/${inquiry.id}/ask-again`, 'Ask again')}</div>
    <h2>Verifications</h2>${inquiry.verifications.length ? inquiry.verifications.toReversed().map(verificationCard) : html`<div class="card">${empty('Nothing has been submitted yet.')}</div>`}
    <h2>Events</h2><div class="card">${eventTable(events)}</div>`,
  );
}

function verificationCard({ type, status, submittedAt, checks, files, phoneNumber }: Verification) {
  const picture = ([side, id]: [string, string]) =>
    html`<li>${
      /\.(jpeg|png)$/.test(id)
        ? html`<a href="/dashboard/files/${id}"><img src="/dashboard/files/${id}" alt="Picture: ${side}"></a>`
        : html`<a href="/dashboard/files/${id}">${side}, a file this page does not show</a>`
    }</li>`;
  return html`<div class="card"><p><strong>${type.replace('-', ' ')}</strong> ${badge(status)} ${time(submittedAt)}${phoneNumber ? ` ${phoneNumber}` : ''}</p>
    ${Object.keys(files).length ? html`<ul class="pictures">${Object.entries(files).map(picture)}</ul>` : ''}
    ${
      checks.length
        ? table(
            ['Check', 'Result', 'Reasons', 'Counts'],
            checks.map((check) => [
              check.name,
              badge(check.status),
              check.reasons.join(', ') || '–',
              check.requirement === 'required' ? 'yes' : 'no',
            ]),
          )
        : ''
    }</div>`;
}
