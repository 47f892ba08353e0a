/**
 * An id that nobody can guess. Pages without HTTPS have no `crypto.randomUUID`: there it is 128 random bits as text.
 */
export const randomId = (): string =>
  crypto.randomUUID?.() ??
  Array.from(crypto.getRandomValues(new Uint32Array(4)), (word) => word.toString(36)).join('-');
