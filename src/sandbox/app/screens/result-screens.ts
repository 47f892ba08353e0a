import { html, type TemplateResult } from 'lit';
import type { FlowProblem, FlowView } from '../../records/flow-view.js';
import type { PageActions } from '../page-actions.js';
import type { Words } from '../words/index.js';
import { errorLine, primaryButton } from './buttons.js';
import { isHandheld } from './other-device-screen.js';

const tick = html`
  <svg class="sign good" viewBox="0 0 48 48" aria-hidden="true">
    <circle cx="24" cy="24" r="22"/><path d="M14 25l7 7 13-15"/>
  </svg>`;
const attention = html`
  <svg class="sign" viewBox="0 0 48 48" aria-hidden="true">
    <circle cx="24" cy="24" r="22"/><path d="M24 13v14M24 34v.5"/>
  </svg>`;

/** A check failed and may be tried again: what was wrong, and what to do. */
export function retryScreen(page: PageActions, view: FlowView): TemplateResult {
  const { words } = page;
  const [first, ...others] = view.reasons;
  const only = others.length ? undefined : wordsOf(words, first);
  const generic = view.step === 'retry-selfie' ? words.retrySelfieHeading : words.retryIdHeading;
  return html`
    ${attention}
    <h1 tabindex="-1">${only ? only[0] : generic}</h1>
    ${only ? html`<p data-reason=${first}>${only[1]}</p>` : view.reasons.map((reason) => reasonLine(words, reason))}
    ${first ? '' : html`<p>${words.retryText}</p>`}
    ${view.attemptsLeft === 1 ? html`<p>${words.lastTry}</p>` : ''}
    <div class="actions">
      ${errorLine(page)} ${primaryButton(page, words.tryAgain, () => page.advance({ type: 'retry' }))}
    </div>`;
}

/** What there is to say about a reason, if anything. */
const wordsOf = (words: Words, reason: string | undefined): [heading: string, text: string] | undefined =>
  (words.reasons as Record<string, [string, string]>)[reason ?? ''];

/** One of several reasons: a line of its own. */
function reasonLine(words: Words, reason: string): TemplateResult {
  const [heading, text] = wordsOf(words, reason) ?? [reason, ''];
  return html`<p data-reason=${reason}><strong>${heading}.</strong> ${text}</p>`;
}

/** The person's part is over, now or since an earlier visit. */
export function endScreen(page: PageActions, view: FlowView): TemplateResult {
  const { words } = page;
  const [heading, text] = endWords(words, view);
  const canLeave = page.parameters.place !== 'tab' || view.redirectUri !== null;
  return html`
    ${view.status === 'failed' ? attention : tick}
    <h1 tabindex="-1">${heading}</h1>
    ${view.status === 'failed' ? view.reasons.map((reason) => reasonLine(words, reason)) : ''}
    <p>${text}</p>
    ${view.status === 'completed' || !canLeave ? html`<p>${whereNext(words, canLeave)}</p>` : ''}
    <div class="actions">${canLeave ? primaryButton(page, words.done, () => page.finish()) : ''}</div>`;
}

function endWords(words: Words, { status }: FlowView): [heading: string, text: string] {
  if (status === 'failed') return [words.failedHeading, words.failedText];
  if (status === 'completed') return [words.successHeading, words.successText];
  return [words.doneHeading, words.decidedText];
}

/** A page that a link has opened leads nowhere itself: what waits for it is at the other end of the link. */
function whereNext(words: Words, canLeave: boolean): string {
  if (canLeave) return words.goOn;
  return `${isHandheld() ? words.backToComputer : words.backToPage} ${words.closedHeading}.`;
}

/** Nothing is left to do in this page. */
export function closedScreen(page: PageActions): TemplateResult {
  return html`${tick}<h1 tabindex="-1">${page.words.closedHeading}</h1><p>${page.words.closedText}</p>`;
}

/** The inquiry could not be opened, or its session ended. */
export function problemScreen(page: PageActions, problem: FlowProblem | 'offline'): TemplateResult {
  const { words } = page;
  const kind =
    problem !== 'offline' && problem.code in words.problems ? (problem.code as keyof typeof words.problems) : 'other';
  const [heading, text] = words.problems[kind];
  const again = () => primaryButton(page, words.tryAgain, () => page.retryOpen());
  return html`
    ${attention}
    <h1 tabindex="-1">${heading}</h1>
    <p role="alert">${problem === 'offline' ? words.offline : text}</p>
    ${kind === 'other' ? html`<div class="actions">${again()}</div>` : ''}`;
}
