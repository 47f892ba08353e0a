import type { Step } from '../../core/gate/steps.js';

/** How to reach Persona. Keep `apiKey` and `webhookSecret` on the server. */
export interface PersonaSettings {
  /** `persona_sandbox_…` or `persona_production_…`. */
  apiKey: string;
  /** The inquiry template that verifies an account, `itmpl_…`. */
  templateId: string;
  /** The webhook's secret, `wbhsec_…`. */
  webhookSecret: string;
  /**
   * What the template asks of a person, in its order, for the gate's steps: `phone`, `id`, `selfie`. Persona's API does
   * not tell. Default `['id', 'selfie']`; for "KYC + Mobile 2FA" `['phone', 'id', 'selfie']`.
   */
  steps?: readonly Step[];
  /** Default `https://api.withpersona.com/api/v1`. */
  apiUrl?: string | undefined;
  /**
   * Where the page finds the inquiry, handed to it as `personaHost`: a custom subdomain or `localhost:PORT`. Default:
   * Persona's own.
   */
  host?: string | undefined;
  /** Default the global `fetch`. */
  fetch?: typeof fetch;
  /** Milliseconds to wait for an answer, default 8000. */
  timeout?: number;
}
