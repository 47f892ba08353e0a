import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { type AccountId, isOther } from '../../core/account-id.js';
import type { LcError } from '../../core/errors.js';
import type { AvailablePhoneNumber } from '../../core/shop/number-contracts.js';
import type { NumbersQuery } from '../../core/shop/numbers-query.js';
import type { PurchaseStatus } from '../../core/shop/purchase.js';
import type { FrontLabels, OwnLabels } from '../../locales/labels.js';
import { registrations } from '../../locales/register.js';
import type { LcNumberPurchaseEventMap } from '../events/events.js';
import { LcFailedEvent } from '../events/first/failed-event.js';
import { firstEnglish, firstWords, standIn } from '../first-words.js';
import { isEnglish, type Spoken } from '../language.js';
import { lazyPart } from '../lazy-part.js';
import { showState } from '../state-name.js';
import { tokens } from '../tokens.js';
import { controls } from '../tokens.styles.js';
import { comboboxField } from './combobox-field.js';
import { frontStyles } from './number-purchase.styles.js';
import type { ShopRuntime } from './runtime/shop-runtime.js';
import type { PurchaseFunction, SearchFunction, ShopElement } from './shop-element.js';

/**
 * A shop for phone numbers: search, choose one or a pool, buy. US, Canadian and Puerto Rican numbers pass an identity
 * gate first, and are bought by themselves as soon as the account is verified.
 *
 * @element lc-number-purchase
 * @attr {'1' | '2' | '3' | '4' | '5' | '6'} [heading-level=2] - How deep the headings of the screens are in the page's
 *   outline, as readers are told; what stands below one is a level deeper.
 * @slot privacy - Words and links on what happens with the data, on the gate's first screen.
 * @slot support - How to reach support, at the end of every screen of the gate, and on the screens of the shop that
 *   need it.
 * @slot alternative - Another way to verify, for those whom a camera or a selfie fails; see the gate.
 * @slot next - What the buyer does next, on the receipt.
 * @fires {LcVerifiedEvent} verified - The host's server has said that the account is verified.
 * @fires {LcReviewEvent} review - The identity is being reviewed by a person.
 * @fires {LcDeclinedEvent} declined - The identity was declined.
 * @fires {LcDismissedEvent} dismissed - The person closed the gate's dialog.
 * @fires {LcStepEvent} step - The person has reached a step of the verification.
 * @fires {LcStateChangeEvent} statechange - The status of the purchase has changed.
 * @fires {LcFailedEvent} failed - The purchase failed for certain, or with `unauthorized` the search was refused;
 *   `detail.code` says why.
 * @fires {LcPurchasedEvent} purchased - Numbers were bought; `detail.receipt` says which.
 * @fires {LcQueryChangeEvent} querychange - The person searches for something else; `detail.query` is the new `query`.
 * @csspart search - The search form.
 * @csspart find - The button of the search form.
 * @csspart filters - What narrows the search, above the list.
 * @csspart list - The list of numbers.
 * @csspart option - One number of the list.
 * @csspart choose - The button of one number.
 * @csspart tray - The chosen numbers of a pool and their price.
 * @csspart panel - Review, progress and receipt.
 * @csspart heading - The heading of the current screen, also in the gate's dialog.
 * @csspart button - The primary button of the current screen, also in the gate's dialog.
 * @csspart secondary - The other button of the current screen, also in the gate's dialog.
 * @csspart dialog - The gate's dialog, or its panel with flow="inline".
 * @csspart header - The gate's row with the steps and the close button.
 * @csspart steps - The gate's list of the steps.
 * @csspart close - The gate's close button.
 * @csspart body - The area of the gate's current screen.
 * @csspart frame - Persona's frame.
 * @csspart code - The QR code for going on on the phone.
 * @cssproperty [--lc-accent=light-dark(#1d4fd7, #8fb0ff)] - Colour of the primary button and the focus ring.
 * @cssproperty [--lc-on-accent=light-dark(#fff, #0b1533)] - Text on the accent colour.
 * @cssproperty [--lc-surface=light-dark(#fff, #16181d)] - Background.
 * @cssproperty [--lc-raised=light-dark(#f5f6f8, #20232a)] - Background of what stands out from the surface.
 * @cssproperty [--lc-text=light-dark(#14171f, #f2f4f8)] - Text.
 * @cssproperty [--lc-muted=light-dark(#545b69, #a9b1c0)] - Secondary text.
 * @cssproperty [--lc-border=light-dark(#858c99, #767e8e)] - Borders of controls.
 * @cssproperty [--lc-danger=light-dark(#b3261e, #ff9d94)] - What went wrong.
 * @cssproperty [--lc-success=light-dark(#12703a, #6fd598)] - What went well.
 * @cssproperty [--lc-radius=12px] - Corner radius.
 * @cssproperty [--lc-font=system-ui] - Font family.
 * @cssstate browsing - Choosing a number; exactly one state, named like `status`, is set at a time.
 * @cssstate reviewing - The order is shown before it is bought.
 * @cssstate gating - The order waits for the gate.
 * @cssstate waiting - The host keeps the order and buys it as soon as the account is approved.
 * @cssstate asking - So much time has passed that the person is asked whether they still want it.
 * @cssstate purchasing - The order is being bought.
 * @cssstate unconfirmed - The answer was lost; it is being found out whether the order was bought.
 * @cssstate purchased - The numbers were bought.
 * @cssstate failed - Nothing was bought.
 */
// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: the interface below only types a method that HTMLElement has
export class LcNumberPurchase extends LitElement implements ShopElement {
  /** @internal */
  static override properties = {
    api: {},
    account: { hasChanged: isOther },
    country: {},
    countries: {},
    numbersUrl: { attribute: 'numbers-url' },
    placesUrl: { attribute: 'places-url' },
    purchaseUrl: { attribute: 'purchase-url' },
    ordersUrl: { attribute: 'orders-url' },
    statusUrl: { attribute: 'status-url' },
    inquiryUrl: { attribute: 'inquiry-url' },
    template: {},
    environment: {},
    personaHost: { attribute: 'persona-host' },
    flow: {},
    theme: { reflect: true, useDefault: true },
    mode: {},
    query: { attribute: false },
    numbers: { attribute: false },
    search: { attribute: false },
    purchase: { attribute: false },
    fetch: { attribute: false },
    getToken: { attribute: false },
    isMissing: { state: true },
    labels: { attribute: false },
  };

  /** @internal */
  static override styles = [tokens, controls, frontStyles];

  /**
   * Base URL of the host's endpoints: `{api}/status`, `{api}/inquiry`, `{api}/numbers`, `{api}/places`,
   * `{api}/purchases` and `{api}/orders`.
   */
  api = '';
  /** The host's own id of the account that buys; a number counts as its text. Without one nothing is asked. */
  account: AccountId = '';
  /** ISO 3166-1 alpha-2 country that is chosen at first; default the first of `countries`. */
  country: string | null = null;
  /** Countries on offer, ISO 3166-1 alpha-2, separated by spaces or as a list; default `US CA PR`. */
  countries: string | readonly string[] | null | undefined = 'US CA PR';
  /** URL of the numbers endpoint; default `{api}/numbers`. */
  numbersUrl: string | null = null;
  /**
   * URL of the places endpoint, which knows what people type; default `{api}/places`. Without one the shop knows two
   * dozen cities, every US state and every Canadian province by itself.
   */
  placesUrl: string | null = null;
  /** URL of the purchase endpoint; default `{api}/purchases`. */
  purchaseUrl: string | null = null;
  /**
   * URL of the orders endpoint; default `{api}/orders`. A page that buys by the `purchase` property sets it to have
   * orders that its host finishes; without one nothing changes.
   */
  ordersUrl: string | null = null;
  /** URL of the gate's status endpoint; default `{api}/status`. */
  statusUrl: string | null = null;
  /** URL of the gate's inquiry endpoint; default `{api}/inquiry`. */
  inquiryUrl: string | null = null;
  /** Persona template id for hosts without an inquiry endpoint; see the gate. */
  template: string | null = null;
  /** Persona environment id, with `template`. */
  environment: string | null = null;
  /** Host name of Persona's pages without a scheme; see the gate. */
  personaHost: string | null = null;
  /** `modal` (default) or `inline`: how the gate shows itself. */
  flow: 'modal' | 'inline' = 'modal';
  /** `auto` (default): as the page's `color-scheme`. `light` and `dark` are fixed. */
  theme: 'auto' | 'light' | 'dark' = 'auto';
  /**
   * `single` (default): one number an order. `pool`: several numbers in one order, which belong together. A change
   * leads back to the list, unless an order is under way.
   */
  mode: 'single' | 'pool' = 'single';
  /**
   * The search as text values, so that a page can keep it in its URL: `new URLSearchParams(shop.query)`. Setting it
   * searches; what makes no sense in it is left out. Default null: the first numbers of the country are there when the
   * shop is seen and the page is idle; set later, null changes nothing.
   */
  query: NumbersQuery | Record<string, string> | null = null;
  /** All numbers on offer, instead of a numbers endpoint; filtered in the browser. */
  numbers: AvailablePhoneNumber[] | null = null;
  /** Finds numbers, instead of a numbers endpoint. */
  search: SearchFunction | null = null;
  /** Buys an order, instead of a purchase endpoint. */
  purchase: PurchaseFunction | null = null;
  /** Replaces `window.fetch` for the host's endpoints, for example to add a header. A new
   * function is used from the next request on. */
  fetch: typeof globalThis.fetch | null = null;
  /**
   * Gives the token that goes with every request to the host's endpoints as `Authorization: Bearer …`. Asked at each
   * request, so keep it as long as it lasts; an empty text sends none. When it rejects, the person is asked to sign in.
   */
  getToken: (() => string | Promise<string>) | null = null;
  /** Own words, laid over those of the language. */
  labels: OwnLabels | null = null;

  // Missing in browsers made for tests, such as happy-dom: there are no states to style then.
  readonly #internals: ElementInternals | undefined = this.attachInternals?.();
  #runtime: ShopRuntime | undefined;
  /** @internal A press led to nothing, because a part of the script did not arrive. */
  isMissing = false;
  /** The form's words; none before those of the page's language have come. */
  #spoken: Spoken<FrontLabels> | undefined;
  /** The page's language may change, by a menu of its own for example. */
  readonly #languageWatch = new MutationObserver(() => this.#speak());

  constructor() {
    super();
    for (const sign of ['pointerenter', 'focusin'])
      this.addEventListener(sign, () => void this.#load().catch(() => {}), { once: true });
  }

  /**
   * Where the purchase is: `browsing`, `reviewing`, `gating`, `waiting`, `asking`, `purchasing`, `unconfirmed`,
   * `purchased` or `failed`. Read-only.
   */
  get status(): PurchaseStatus {
    return this.#runtime?.state.status ?? 'browsing';
  }

  /** @internal */
  get offeredCountries(): string[] {
    return (
      String(this.countries)
        .toUpperCase()
        .match(/\b[A-Z]{2}\b/g) ?? ['US', 'CA', 'PR']
    );
  }

  /** @internal What was chosen, else what the page has set, as long as it is on offer. */
  get shownCountry(): string {
    const wanted = (this.#runtime?.country ?? this.country)?.toUpperCase() ?? '';
    return this.offeredCountries.includes(wanted) ? wanted : this.offeredCountries[0]!;
  }

  /** @internal */
  override connectedCallback(): void {
    super.connectedCallback();
    showState(this.#internals, this.status);
    this.#languageWatch.observe(document, { subtree: true, attributeFilter: ['lang'] });
    registrations.add(this.#speak);
    void this.#speak();
    this.#runtime?.connect();
  }

  /** @internal */
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#languageWatch.disconnect();
    registrations.delete(this.#speak);
    queueMicrotask(() => this.isConnected || this.#runtime?.disconnect());
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('labels')) void this.#speak();
    this.#runtime?.willUpdate(changed);
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (this.#runtime) this.#runtime.updated(this.#internals);
    else if (this.query || (['account', 'api', 'ordersUrl'] as const).some((name) => changed.has(name)))
      (this.query ? this.#load() : import('./orders/look.js').then(({ look }) => look(this, this.#load))).catch(
        () => {},
      );
  }

  protected override render(): unknown {
    return html`
      ${this.#form()} ${this.#runtime?.view() ?? nothing}
      <lc-identity-gate
        .api=${this.api}
        .account=${this.account}
        .statusUrl=${this.statusUrl}
        .inquiryUrl=${this.inquiryUrl}
        .template=${this.template}
        .environment=${this.environment}
        .personaHost=${this.personaHost}
        .flow=${this.flow}
        .theme=${this.theme}
        .fetch=${this.fetch}
        .getToken=${this.getToken}
        .labels=${this.labels}
        exportparts="dialog, header, steps, close, body, heading, button, secondary, frame, code"
        @statechange=${this.#keep}
        @failed=${this.#keep}
      >
        <slot name="privacy" slot="privacy"></slot>
        <slot name="alternative" slot="alternative"></slot>
        <slot name="support" slot="support"></slot>
      </lc-identity-gate>
    `;
  }

  /** Takes the words of the page's language as it is now; those of before stay where they do not arrive. */
  readonly #speak = async (): Promise<void> => {
    this.#spoken = isEnglish(this) ? firstEnglish : await firstWords(this, this.#spoken);
    this.requestUpdate();
  };

  #form(): unknown {
    const own = this.labels?.purchase;
    const { words: ours, language, lang, dir } = this.#spoken ?? standIn;
    const words: FrontLabels = { ...ours, ...own };
    const names = new Intl.DisplayNames(language, { type: 'region' });
    const nameOf = (country: string) => names.of(country) as string;
    const value = this.shownCountry;
    const field = { name: 'country', label: words.country, value };
    const options = this.offeredCountries.map((country) => [country, nameOf(country)] as const);
    return html`<form
      part="search" role="search" aria-label=${words.heading}
      lang=${lang ?? nothing} dir=${dir ?? nothing}
      class=${this.#spoken || own?.find ? '' : 'wordless'} ?hidden=${this.status !== 'browsing'} @submit=${this.#find}
    >
      <div class="field">
        <label for="digits">${words.digits}</label>
        <input id="digits" name="digits" autocomplete="off" maxlength="40" />${this.#runtime?.hint}
      </div>
      ${
        this.#runtime?.countryField({ ...field, options }) ??
        comboboxField({ ...field, text: nameOf(value), press: this.#pressCountry })
      }
      <button class="primary" part="find">${words.find}</button>
      ${this.isMissing ? html`<p class="missing" role="alert">${words.missing}</p>` : nothing}
    </form>`;
  }

  readonly #find = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    (await this.#need())?.find();
  };

  /** Pressed before the list is there: it opens as soon as it is. */
  readonly #pressCountry = async (): Promise<void> => {
    if (!(await this.#need())) return;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('[name=country]')!.click();
  };

  /** What is the inner gate's own business does not leave it. */
  readonly #keep = (event: Event): void => event.stopPropagation();

  /** As `#load`, for somebody who waits for it; undefined when it did not arrive, which is said then. */
  #need(): Promise<ShopRuntime | undefined> {
    this.isMissing = false;
    return this.#load().catch((error: LcError) => {
      this.isMissing = true;
      this.dispatchEvent(new LcFailedEvent({ code: error.code }));
      return undefined;
    });
  }

  readonly #load = lazyPart(async () => {
    const { ShopRuntime } = await import('./runtime/shop-runtime.js');
    this.#runtime = await ShopRuntime.of(this);
    if (this.isConnected) this.#runtime.connect();
    this.requestUpdate();
    return this.#runtime;
  });
}

// Types only: a method that overrides the browser's would be code that does nothing.
export interface LcNumberPurchase {
  addEventListener<K extends keyof LcNumberPurchaseEventMap>(
    type: K,
    listener: (this: LcNumberPurchase, event: LcNumberPurchaseEventMap[K]) => void,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
}
