import { html, type TemplateResult } from 'lit';
import type { FlowProblem, FlowView } from '../../records/flow-view.js';
import type { PageActions } from '../page-actions.js';
import { fill, type Words } from '../words/index.js';
import { errorLine, primaryButton } from './buttons.js';

const tick = html`
  <svg class="sign good" viewBox="0 0 48 48" aria-hidden="true">
    <circle cx="24" cy="24" r="22"/><path d="M14 25l7 7 13-15"/>
  </svg>`;
const attention = html`
  <svg class="sign" viewBox="0 0 48 48" aria-hidden="true">
    <circle cx="24" cy="24" r="22"/><path d="M24 13v14M24 34v.5"/>
  </svg>`;

/** A check failed and may be tried again. */
export function retryScreen(page: PageActions, view: FlowView): TemplateResult {
  const { words } = page;
  return html`
    ${attention}
    <h1 tabindex="-1">${view.step === 'retry-selfie' ? words.retrySelfieHeading : words.retryIdHeading}</h1>
    ${view.reasons.map((reason) => html`<p data-reason=${reason}>${words.reasons[reason] ?? reason}</p>`)}
    <p>${fill(words.retryText, { n: view.attemptsLeft })}</p>
    <div class="actions">
      ${errorLine(page)} ${primaryButton(page, words.tryAgain, () => page.advance({ type: 'retry' }))}
    </div>`;
}

/** The person's part is over, now or since an earlier visit. */
export function endScreen(page: PageActions, view: FlowView): TemplateResult {
  const { words } = page;
  const [heading, text] = endWords(words, view);
  const canLeave = page.parameters.place !== 'tab' || view.redirectUri !== null;
  return html`
    ${view.status === 'failed' ? attention : tick}
    <h1 tabindex="-1">${heading}</h1>
    <p>${text}</p>
    <div class="actions">
      ${canLeave ? primaryButton(page, words.done, () => page.finish()) : stayLine(words, view)}
    </div>`;
}

function endWords(words: Words, { status }: FlowView): [heading: string, text: string] {
  if (status === 'failed') return [words.failedHeading, words.failedText];
  if (status === 'completed') return [words.successHeading, words.successText];
  return [words.doneHeading, words.decidedText];
}

function stayLine(words: Words, { handOff }: FlowView): TemplateResult {
  return html`<p>${handOff === 'second-device' ? words.secondDeviceText : ''} ${words.closedHeading}.</p>`;
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
