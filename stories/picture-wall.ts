import { html, type TemplateResult } from 'lit';
import { type Look, looks, pictureOf } from './looks.js';

/** Where this Storybook is, which may be any path of any site. */
export const home = new URL(import.meta.env.BASE_URL, document.baseURI);

/** `No attempts left` for `identity-gate-screens--no-attempts-left`. */
export const nameOf = (story: string): string => {
  const words = story.slice(story.indexOf('--') + 2).replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** A story's pictures, which lead to it: on a computer and on a phone, or as it is asked for. */
export const picturesOf = (story: string, shown: readonly Look[] = looks.slice(0, 2)): TemplateResult => html`
  <a class="wall-story" target="_top" href=${new URL(`?path=/story/${story}`, home).href}>
    <span>${nameOf(story)}</span>
    ${shown.map(
      (look) => html`<img
        src=${new URL(`pictures/${pictureOf(story, look)}.png`, home).href}
        alt="${nameOf(story)}, ${look.says}" width=${look.width} height=${look.height} loading="lazy"
      />`,
    )}
  </a>
`;

/** Some pictures under a heading. */
export const wall = (heading: string, words: string, pictures: TemplateResult[]): TemplateResult => html`
  <section class="wall">
    <h2>${heading}</h2>
    <p>${words}</p>
    <div>${pictures}</div>
  </section>
`;
