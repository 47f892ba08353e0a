import type { TabPort } from '../core/ports.js';

/** The tabs of this site over a `BroadcastChannel`. Where there is none (very old browsers), tabs find out on focus. */
export function tabChannel(name = 'lc-identity-gate'): TabPort {
  const open = () => (typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(name));
  return {
    tell(key) {
      const channel = open();
      channel?.postMessage(key);
      channel?.close();
    },
    listen(heard) {
      const channel = open();
      channel?.addEventListener('message', ({ data }) => typeof data === 'string' && heard(data));
      return () => channel?.close();
    },
  };
}
