import { html, nothing, type TemplateResult } from 'lit';
import type { Saying } from '../../../core/shop/standing.js';
import { format, formatMinutes } from '../../../locales/format.js';
import { icons } from '../../icons.js';
import { duration, moment } from './moments.js';
import type { ShopView } from './shop-parts.js';

/** What stands between the buyer and their order: nothing for those of whom nothing is asked. */
export function identityNote(view: ShopView): TemplateResult | typeof nothing {
  const { said, standing, finish, retryAt, labels, language } = view;
  if (said.length === 0) return nothing;
  const time = standing === 'paused' ? moment(retryAt!, language) : duration(finish, language);
  const sentence = (saying: Saying) => {
    const isListed = saying === 'asked' || saying === 'begun' || saying === 'failed';
    return html`<p>${format(labels.identity[saying], { time })}</p>${isListed ? needs(view) : nothing}`;
  };
  if (standing === 'declined') return html`<div class="notice" role="alert">${said.map(sentence)}</div>${support}`;
  return html`<div class="identity">${said.map(sentence)}</div>`;
}

/** How to reach the support, in the page's words. */
export const support = html`<slot name="support"></slot>`;

/** What is asked, as the gate's first screen says it. */
function needs({ standing, language, progress, gate: { intro, done: behind } }: ShopView): TemplateResult {
  const { steps, done } = progress;
  const words = { ...intro.needs, selfie: intro.needs.camera };
  const isBegun = standing === 'begun';
  const time = format(words.time, { time: formatMinutes(steps.length, language) });
  return html`<ul class="needs">
    ${steps.map((step, at) =>
      isBegun && at < done
        ? html`<li class="done">${icons.check}<span>${behind[step]}</span></li>`
        : html`<li>${icons[step]}<span>${words[step]}</span></li>`,
    )}
    ${isBegun ? nothing : html`<li>${icons.clock}<span>${time}</span></li>`}
  </ul>`;
}
