/** @jsxImportSource hono/jsx */
import type { CaseTemplate } from '../records/case-template.js';
import type { Inquiry } from '../records/inquiry.js';
import type { ReviewCase } from '../records/review-case.js';
import { askingAgain } from './ask-again.js';

interface CaseFormsProps {
  one: ReviewCase;
  template: CaseTemplate;
  inquiries: Inquiry[];
}

/** How the buttons call the resolutions that decide an inquiry. */
const verbs: Record<string, string> = { Approved: 'Approve', Declined: 'Decline' };

/** What a reviewer can do with a case: resolve it, ask for more, assign it, write on it. */
export const CaseForms = (props: CaseFormsProps) => (
  <section class="case-forms" aria-label="What you can do">
    {props.one.redactedAt === null ? (
      <Forms {...props} />
    ) : (
      <p class="notice">The case is redacted, and nothing can be done.</p>
    )}
  </section>
);

const Forms = ({ one, template, inquiries }: CaseFormsProps) => {
  const own = `/dashboard/cases/${one.id}`;
  const lastInquiry = inquiries.findLast(({ redactedAt }) => redactedAt === null);
  return (
    <>
      <div class="card">
        <h2>{one.resolution === null ? 'Resolve it' : `Resolved as ${one.resolution}`}</h2>
        <StatusForm one={one} template={template} action={`${own}/status`} />
      </div>
      {lastInquiry && one.resolution === null && (
        <div class="card">
          <h2>Ask for more</h2>
          <form method="post" action={`${own}/ask-again/${lastInquiry.id}`}>
            <p id="asking">{askingAgain(lastInquiry)}</p>
            <button type="submit" aria-describedby="asking">
              Ask the person again
            </button>
          </form>
        </div>
      )}
      <div class="card">
        <h2>Assign it</h2>
        <form method="post" action={`${own}/assign`}>
          <label>
            E-mail address of the reviewer
            <input name="email" type="email" autocomplete="email" required value={one.assignee?.email ?? ''} />
          </label>
          <button type="submit">Assign</button>
        </form>
      </div>
      <div class="card">
        <h2>Comment</h2>
        <form method="post" action={`${own}/comment`}>
          <label>
            For whoever reads this case
            <textarea name="comment" rows={3} required />
          </label>
          <button type="submit">Add comment</button>
        </form>
      </div>
    </>
  );
};

/** A reopened case keeps what was decided about its inquiries. */
const StatusForm = ({ one, template, action }: Omit<CaseFormsProps, 'inquiries'> & { action: string }) => {
  const others = template.statuses.filter((status) => status !== one.status);
  return (
    <form method="post" action={action}>
      {one.resolution === null ? (
        <p>Approved and declined decide the inquiry too, and tell the site that waits for it.</p>
      ) : (
        <p>Another status reopens the case. What was decided about the inquiry stays.</p>
      )}
      <label>
        Comment, if you like
        <textarea name="comment" rows={2} />
      </label>
      <div class="actions">
        {one.resolution === null &&
          template.resolutions.map((status, place) => (
            <button type="submit" name="status" value={status} class={place === 0 ? 'primary' : ''}>
              {verbs[status] ?? status}
            </button>
          ))}
        {others.map((status) => (
          <button type="submit" name="status" value={status}>
            {one.resolution === null ? `Set to ${status}` : `Reopen as ${status}`}
          </button>
        ))}
      </div>
    </form>
  );
};
