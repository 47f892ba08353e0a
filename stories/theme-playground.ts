import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { apply } from './apply.js';
import { asked, loadHost } from './gate-story.js';
import { memoryApi } from './memory-host.js';
import { numbers, selling } from './shop-story.js';
import { colourNames, contrast, type Density, pairs, standardTheme, type Theme, themeCss } from './theme.js';

const schemes = ['light', 'dark'] as const;
const densities: Density[] = ['compact', 'as it is', 'roomy'];
const fonts = ['Georgia, serif', 'Inter, system-ui, sans-serif', 'ui-rounded, system-ui, sans-serif', 'monospace'];

/**
 * Where a designer fits the elements to a brand: every public property, the elements in light and dark beside each
 * other, the contrast of what meets, and the style sheet to take along. What is shown wears that very style sheet, so
 * it stands in the page itself, not in a shadow root.
 */
export class StoryThemePlayground extends LitElement {
  @state() private theme: Theme = standardTheme;
  @state() private copied = false;
  readonly #gate = loadHost({ status: asked, inquiry: 'hangs' });
  readonly #shop = loadHost(selling);

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override firstUpdated(): void {
    for (const gate of this.querySelectorAll('lc-identity-gate')) void gate.open();
  }

  protected override render(): TemplateResult {
    const css = themeCss(this.theme);
    return html`
      <style>
        ${css}
      </style>
      <form class="playground-controls" @submit=${(event: Event) => event.preventDefault()}>
        <h1>Theme</h1>
        <p>Everything that a page can set. The elements beside it wear exactly the CSS at the end.</p>
        <p>
          <button type="button" class="guarded" ?disabled=${!css} @click=${() => void this.#copy(css)}>
            ${this.copied ? 'Copied' : 'Copy CSS'}
          </button>
          <button type="button" class="guarded" ?disabled=${!css} @click=${() => this.#set(standardTheme)}>
            Reset
          </button>
        </p>
        ${this.#measures()} ${this.#colours()}
        <h2>CSS</h2>
        <pre tabindex="0" aria-label="CSS"><code>${css || '/* Nothing is changed yet. */'}</code></pre>
      </form>
      <div class="playground-panes">${schemes.map((scheme) => this.#pane(scheme))}</div>
    `;
  }

  #colours(): TemplateResult {
    return html`<table>
      <caption>Colours</caption>
      <thead>
        <tr><th scope="col">Property</th>${schemes.map((scheme) => html`<th scope="col">${scheme}</th>`)}</tr>
      </thead>
      <tbody>
        ${colourNames.map(
          (name) => html`<tr>
            <th scope="row"><code>--lc-${name}</code></th>
            ${schemes.map(
              (scheme) => html`<td>
                <input
                  type="color" aria-label="${name}, ${scheme}" .value=${this.theme[scheme][name]}
                  @input=${({ target }: Event) =>
                    this.#set({ [scheme]: { ...this.theme[scheme], [name]: (target as HTMLInputElement).value } })}
                />
              </td>`,
            )}
          </tr>`,
        )}
      </tbody>
    </table>
    <table>
      <caption>Contrast</caption>
      <thead>
        <tr><th scope="col">What meets</th>${schemes.map((scheme) => html`<th scope="col">${scheme}</th>`)}</tr>
      </thead>
      <tbody>
        ${pairs.map(
          ({ front, behind, wanted, what }) => html`<tr>
            <th scope="row">${what} <small>at least ${wanted}</small></th>
            ${schemes.map((scheme) => figure(contrast(this.theme[scheme][front], this.theme[scheme][behind]), wanted))}
          </tr>`,
        )}
      </tbody>
    </table>`;
  }

  #measures(): TemplateResult {
    const { radius, font, density } = this.theme;
    return html`
      <label>
        Radius <output>${radius}px</output>
        <input
          type="range" name="radius" min="0" max="32" .value=${String(radius)}
          @input=${({ target }: Event) => this.#set({ radius: Number((target as HTMLInputElement).value) })}
        />
      </label>
      <label>
        Font
        <input
          name="font" list="playground-fonts" .value=${font}
          @input=${({ target }: Event) => this.#set({ font: (target as HTMLInputElement).value })}
        />
      </label>
      <datalist id="playground-fonts">${fonts.map((one) => html`<option value=${one}></option>`)}</datalist>
      <fieldset>
        <legend>Density</legend>
        ${densities.map(
          (one) => html`<label>
            <input
              type="radio"
              name="density"
              value=${one}
              .checked=${one === density}
              @change=${() => this.#set({ density: one })}
            />
            ${one}
          </label>`,
        )}
      </fieldset>
    `;
  }

  #pane(scheme: (typeof schemes)[number]): TemplateResult {
    const shop = { api: memoryApi, account: `${scheme}_shop`, numbers: numbers(4), query: { countryCode: 'US' } };
    return html`<section style="color-scheme: ${scheme}" aria-label="In ${scheme} colours">
      <lc-identity-gate
        ${apply({ api: memoryApi, account: `${scheme}_gate`, flow: 'inline' }, { fetch: this.#gate.fetch })}
      ></lc-identity-gate>
      <lc-number-purchase ${apply({}, { ...shop, fetch: this.#shop.fetch })}></lc-number-purchase>
    </section>`;
  }

  #set(change: Partial<Theme>): void {
    this.theme = { ...this.theme, ...change };
    this.copied = false;
  }

  async #copy(css: string): Promise<void> {
    await navigator.clipboard.writeText(css);
    this.copied = true;
  }
}

/** A cell that says whether a contrast is enough. */
function figure(found: number, wanted: number): TemplateResult {
  const enough = found >= wanted;
  // Cut, not rounded: 4.49 is not 4.5.
  return html`<td class=${enough ? nothing : 'short'}>
    ${Math.floor(found * 10) / 10} ${enough ? '✓' : 'too little'}
  </td>`;
}

if (!customElements.get('story-theme-playground'))
  customElements.define('story-theme-playground', StoryThemePlayground);
