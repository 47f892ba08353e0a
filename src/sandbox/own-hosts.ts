/** Whether a request was sent to a name of our own, by its header `host`. */
export type HostRule = (host: string | undefined) => boolean;

/**
 * The rule for a server on this computer's port: any of its loopback names, and the further origins. A page whose name
 * its owner has led to this computer (DNS rebinding) is of one origin with whatever answers it, and may read and send
 * everything; only the name it asks for gives it away.
 */
export function ownHosts(origin: string, further: string[] = []): HostRule {
  const loopback = ['localhost', '127.0.0.1', '[::1]'].map((name) => origin.replace('localhost', name));
  const hosts = new Set([...loopback, ...further].map((one) => new URL(one).host));
  return (host) => host !== undefined && hosts.has(host.toLowerCase());
}
