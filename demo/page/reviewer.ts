import { api } from './api.js';

/** What the reviewer's panel needs of the page. */
export interface ReviewerParts {
  account: () => string;
  /** Runs something and shows its failure in the page's own words. */
  attempt: (work: () => Promise<unknown>) => Promise<void>;
  onReset: () => void;
}

const decidable = ['completed', 'failed', 'expired', 'needs_review'];

const panel = () => document.querySelector<HTMLElement>('#reviewer');
const ruleSelect = () => document.querySelector<HTMLSelectElement>('#rule');
const decisions = () => document.querySelectorAll<HTMLButtonElement>('[data-decision]');

/** Has the reviewer's panel do what it offers. */
export function reviewer({ account, attempt, onReset }: ReviewerParts): void {
  for (const button of decisions())
    button.addEventListener('click', () => void attempt(() => api.decide(account(), button.dataset.decision ?? '')));
  const rule = ruleSelect();
  rule?.addEventListener('change', () => void attempt(() => api.setRule(rule.value)));
  document.querySelector('#reset')?.addEventListener('click', () => void attempt(() => api.reset().then(onReset)));
}

/** Shows what may be decided about an account at that status, and the rule, where there is a stand-in to review for. */
export function showReviewer(status: string, rule: string | undefined): void {
  panel()?.toggleAttribute('hidden', rule === undefined);
  const select = ruleSelect();
  if (select && rule !== undefined) select.value = rule;
  for (const button of decisions()) button.disabled = !decidable.includes(status);
}
