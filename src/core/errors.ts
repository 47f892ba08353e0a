/** Why something did not happen. Stable names that integrators may switch on; words for people come from the labels. */
export type LcErrorCode =
  /** The person closed the dialog before there was a decision. */
  | 'dismissed'
  /** The identity was declined, or no attempts are left. */
  | 'declined'
  /** The identity is being checked or reviewed; the answer comes later. */
  | 'in_review'
  /** The caller's `signal` was aborted, or the element's account changed. */
  | 'aborted'
  /**
   * The gate stands in something that is hidden or closed, so its dialog cannot be seen. It opens as soon as it can.
   */
  | 'not_rendered'
  /** The browser has no network. */
  | 'offline'
  /** A server did not answer in time, or refused the connection. */
  | 'unreachable'
  /** The host's server answered 5xx. */
  | 'server_error'
  /** The host's server answered something that does not fit the contract; the console names the path. */
  | 'invalid_answer'
  /** The host's server does not let this user act for this account (401, or 403 without another code). */
  | 'unauthorized'
  /** An attribute or an endpoint is missing or wrong; the console says which. */
  | 'not_configured'
  /** The page's Content-Security-Policy does not allow Persona's frame. */
  | 'blocked_by_csp'
  /** The page's Cross-Origin-Embedder-Policy does not allow Persona's frame, in a browser without a way around it. */
  | 'blocked_by_coep'
  /**
   * Persona's frame was loaded, but nothing in it speaks: framing refused, blocked by an extension, or an error page.
   */
  | 'frame_refused'
  /**
   * Persona's page was ready and has said nothing for long: it may hang. The flow stays open and can be loaded again.
   */
  | 'frame_silent'
  /** Persona's page could not use a camera. The flow stays open; a phone can take over. */
  | 'no_camera'
  /** As `no_camera`, in a browser inside another app, which often gives none. */
  | 'in_app_browser'
  /** The page's Permissions-Policy does not delegate the camera to Persona's origin. */
  | 'camera_forbidden'
  /** The page stands in another page's frame, and that frame does not pass the camera on. */
  | 'outer_frame'
  /** The page is not served over HTTPS, so no camera is available. */
  | 'insecure_page'
  /** Persona's page reported an error. */
  | 'vendor_error'
  /** The session of a started inquiry is gone; starting again resumes it. */
  | 'session_lost'
  /** The inquiry was decided before it could be started or resumed. */
  | 'already_decided'
  /** No attempts are left; the status says `failed`. */
  | 'attempts_exhausted'
  /** This account needs no verification; the status says so too. */
  | 'not_required'
  /** The host's server refuses the purchase until the account is verified. */
  | 'verification_required'
  /** Somebody else has bought the number. */
  | 'number_unavailable'
  /** The account's balance or card does not cover the purchase. */
  | 'payment_required'
  /** The account's plan allows no more numbers. */
  | 'plan_limit'
  /** The number needs an address that the account does not have yet. */
  | 'address_required'
  /** The number needs documents for its country's regulator that the account does not have yet. */
  | 'bundle_required'
  /** Too many requests; try again a little later. */
  | 'rate_limited'
  /** It is not known whether the purchase happened; the same key tells. */
  | 'unknown_outcome'
  /** The order was cancelled before it was bought. */
  | 'order_cancelled'
  /** The host has waited long enough for the approval; the order was not bought. */
  | 'order_expired'
  /** The host's server refused the purchase for another reason. */
  | 'purchase_failed';

/** What this package throws and rejects with. `message` is for engineers, never for the screen. */
export class LcError extends Error {
  override readonly name = 'LcError';
  /** Why, as one of the stable codes. */
  readonly code: LcErrorCode;
  /** How long the server asks to wait before the next try, in milliseconds. */
  readonly retryAfter: number | undefined;

  constructor(
    code: LcErrorCode,
    message: string = code,
    options: ErrorOptions & { retryAfter?: number | undefined } = {},
  ) {
    super(message, options);
    this.code = code;
    this.retryAfter = options.retryAfter;
  }
}

/** The code of anything thrown; `fallback` for what is not an `LcError`. */
export const codeOf = (error: unknown, fallback: LcErrorCode): LcErrorCode =>
  error instanceof LcError ? error.code : fallback;
