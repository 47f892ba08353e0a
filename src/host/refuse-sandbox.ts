import type { PersonaSettings } from './persona/persona-settings.js';

/**
 * Throws when a host in production would use Persona's sandbox, where any picture passes, or a Persona on this
 * computer. Runtimes without an environment of their own are taken for no production.
 */
export function refuseSandbox({ apiKey, apiUrl, host }: PersonaSettings): void {
  const { process } = globalThis as { process?: { env?: Record<string, string | undefined> } };
  if (process?.env?.NODE_ENV !== 'production') return;
  const found = [
    apiKey.startsWith('persona_sandbox_') && 'persona.apiKey is a key of the sandbox',
    isLocal(apiUrl) && 'persona.apiUrl is on this computer',
    isLocal(host && `http://${host}`) && 'persona.host is on this computer',
  ].filter(Boolean);
  if (found.length === 0) return;
  throw new TypeError(
    `This is production (NODE_ENV), and ${found.join(', and ')}. Anybody could verify there with any picture. ` +
      'Use the production key and leave out apiUrl and host, or set allowSandbox: true.',
  );
}

function isLocal(address: string | undefined): boolean {
  if (!address || !URL.canParse(address)) return false;
  return /^(.+\.)?localhost$|^127\.|^\[::1\]$|^0\.0\.0\.0$/.test(new URL(address).hostname);
}
