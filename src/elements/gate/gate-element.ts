import type { ReactiveElement } from 'lit';
import type { HostAccess } from '../../adapters/host-fetch.js';
import type { LcError } from '../../core/errors.js';
import type { PartialLabels } from '../../locales/labels.js';

/** The gate's element as its runtime and its dialog know it: what the page has set, and where they render. */
export interface GateElement extends ReactiveElement, HostAccess {
  readonly api: string;
  readonly account: string;
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
  readonly labels: PartialLabels | null;
  /** A part that somebody waits for did not arrive. */
  missed(error: LcError): void;
}
