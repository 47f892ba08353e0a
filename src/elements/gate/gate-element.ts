import type { ReactiveElement } from 'lit';
import type { HostAccess } from '../../adapters/host-fetch.js';
import type { AccountId } from '../../core/account-id.js';
import type { LcError } from '../../core/errors.js';
import type { OwnLabels } from '../../locales/labels.js';
import type { HeldEvent } from './guarded-trigger.js';

/** The gate's element as its runtime and its dialog know it: what the page has set, and where they render. */
export interface GateElement extends ReactiveElement, HostAccess {
  readonly api: string;
  readonly account: AccountId;
  readonly action: string;
  readonly country: string | null;
  readonly number: string | null;
  readonly statusUrl: string | null;
  readonly inquiryUrl: string | null;
  readonly template: string | null;
  readonly environment: string | null;
  readonly personaHost: string | null;
  readonly flow: 'modal' | 'inline';
  readonly theme: 'auto' | 'light' | 'dark';
  readonly replay: 'auto' | 'confirm';
  readonly labels: OwnLabels | null;
  /** The click or submit that waits, for the outcome or for the person to go on. */
  readonly held: HeldEvent | undefined;
  /** Lets the held click or submit go on, or forgets it. */
  settle(goesOn: boolean): void;
  /** A part that somebody waits for did not arrive. */
  missed(error: LcError): void;
}
