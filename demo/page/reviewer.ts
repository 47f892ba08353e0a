import { api } from './api.js';
import { word } from './words.js';

/** What the reviewer's panel needs of the page. */
export interface ReviewerParts {
  account: () => string;
  /** Runs something and shows its failure in the page's own words. */
  attempt: (work: () => Promise<unknown>) => Promise<void>;
  onReset: () => Promise<void>;
}

const decidable = ['completed', 'failed', 'expired', 'needs_review'];

/** The reviewer's panel; returns a function that shows the present status of the account. */
export function reviewer({ account, attempt, onReset }: ReviewerParts): {
  show: () => Promise<void>;
  reveal: (rule: string) => void;
} {
  const panel = document.querySelector<HTMLElement>('#reviewer');
  const status = document.querySelector<HTMLElement>('#status');
  const rule = document.querySelector<HTMLSelectElement>('#rule');
  const decisions = [...document.querySelectorAll<HTMLButtonElement>('[data-decision]')];

  async function show(): Promise<void> {
    const asked = account();
    if (!asked) return;
    const answer = await api.status(asked);
    if (asked !== account() || !status) return;
    status.textContent = word(`status.${answer.required ? answer.status : 'exempt'}`);
    status.dataset.status = answer.status;
    for (const button of decisions) button.disabled = !decidable.includes(answer.status);
  }

  for (const button of decisions) {
    button.addEventListener(
      'click',
      () =>
        void attempt(async () => {
          await api.decide(account(), button.dataset.decision ?? '');
          await show();
        }),
    );
  }
  rule?.addEventListener('change', () => void attempt(() => api.setRule(rule.value)));
  document.querySelector('#reset')?.addEventListener(
    'click',
    () =>
      void attempt(async () => {
        await api.reset();
        await onReset();
      }),
  );
  return {
    show,
    reveal: (completed) => {
      if (rule) rule.value = completed;
      panel?.removeAttribute('hidden');
    },
  };
}
