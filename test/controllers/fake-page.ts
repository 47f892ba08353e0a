import type { PagePort } from '../../src/core/page-port.js';

/**
 * A page as plain values, with a way to say that somebody or the network comes back. Its clock is the test's fake one.
 */
export class FakePage implements PagePort {
  isOnline = true;
  isHidden = false;
  readonly #returned = new Set<() => void>();
  readonly #online = new Set<() => void>();

  now(): number {
    return Date.now();
  }

  /** In the middle, so that a pause is as long as it says. */
  random(): number {
    return 0.5;
  }

  onOnline(signal: AbortSignal, back: () => void): void {
    this.#until(signal, this.#online, back);
  }

  onReturn(signal: AbortSignal, returned: () => void): void {
    this.#until(signal, this.#returned, returned);
  }

  /** Somebody comes back to the page. */
  comeBack(): void {
    for (const returned of [...this.#returned]) returned();
  }

  /** The network is back. */
  reconnect(): void {
    this.isOnline = true;
    for (const back of [...this.#online]) back();
    this.comeBack();
  }

  /** How many listeners the page still has. */
  get listeners(): number {
    return this.#returned.size + this.#online.size;
  }

  #until(signal: AbortSignal, listeners: Set<() => void>, listener: () => void): void {
    if (signal.aborted) return;
    listeners.add(listener);
    signal.addEventListener('abort', () => listeners.delete(listener));
  }
}
