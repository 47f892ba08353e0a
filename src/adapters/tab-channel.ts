import type { TabPort } from '../core/gate/ports.js';

/**
 * The tabs of this site over a `BroadcastChannel`. Where there is none (very old browsers), tabs find out on focus. One
 * channel for the whole page, because a channel does not hear itself, but would hear another of the same page.
 */
export function tabChannel(name = 'lc-identity-gate'): TabPort {
  const listeners = new Set<(key: string) => void>();
  let channel: BroadcastChannel | undefined;
  const hear = ({ data }: MessageEvent) => {
    if (typeof data === 'string') for (const heard of [...listeners]) heard(data);
  };
  return {
    tell: (key) => channel?.postMessage(key),
    listen(heard) {
      listeners.add(heard);
      if (!channel && typeof BroadcastChannel !== 'undefined') {
        channel = new BroadcastChannel(name);
        channel.addEventListener('message', hear);
      }
      return () => {
        listeners.delete(heard);
        if (listeners.size > 0) return;
        // An open channel would keep the page out of the back/forward cache.
        channel?.close();
        channel = undefined;
      };
    },
  };
}
