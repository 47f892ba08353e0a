/**
 * A call to Persona that gave no usable answer. `refused`: Persona said no (`status`) · `rate_limited`: ask again after
 * `retryAfter` seconds · `unreachable`: no answer, it may have worked · `unexpected`: an answer of another shape.
 * The message never holds the key, a token or personal data; for `refused` it ends with Persona's own words for the
 * mistake.
 */
export class PersonaError extends Error {
  readonly code: 'refused' | 'rate_limited' | 'unreachable' | 'unexpected';
  readonly status?: number;
  readonly retryAfter?: number;

  constructor(
    code: PersonaError['code'],
    message: string,
    { status, retryAfter }: { status?: number; retryAfter?: number } = {},
  ) {
    super(message);
    this.name = 'PersonaError';
    this.code = code;
    this.status = status;
    this.retryAfter = retryAfter;
  }
}
