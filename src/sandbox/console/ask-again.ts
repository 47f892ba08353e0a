import type { Desks } from '../desks/desks.js';
import { type Inquiry, isOpen } from '../records/inquiry.js';

/** What asking a person again does to their inquiry, for the words beside the button. */
export function askingAgain(inquiry: Inquiry): string {
  if (isOpen(inquiry)) return 'Makes a link by which the person goes on with this inquiry.';
  if (isResumable(inquiry)) return 'Resumes the expired inquiry, and makes a link by which the person goes on with it.';
  return `Makes a new inquiry of the same account, and a link to it. This one stays ${inquiry.status.replace('_', ' ')}.`;
}

/** Asks a person again: with the same inquiry where it can go on, else with a new one; gives the link to send. */
export function askAgain({ inquiries, sessions }: Desks, id: string): { inquiry: Inquiry; link: string } {
  const before = inquiries.get(id);
  if (isResumable(before)) inquiries.act(id, 'resume');
  const { templateId, templateVersionId, accountId, referenceId } = before;
  const inquiry =
    isResumable(before) || isOpen(before)
      ? inquiries.get(id)
      : inquiries.create({ templateId, templateVersionId, accountId, referenceId });
  return { inquiry, link: sessions.linkTo(inquiry) };
}

const isResumable = ({ status, redactedAt }: Inquiry): boolean => status === 'expired' && redactedAt === null;
