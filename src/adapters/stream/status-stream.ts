import { LcError } from '../../core/errors.js';
import { fitStatus, type StatusAnswer } from '../../core/gate/status-contract.js';
import { report } from '../console.js';

/**
 * Hears the status as server-sent events, each with a status answer as its data. The browser reconnects by itself; a
 * stream that is refused ends, and reading goes on as before. Call the result to close it.
 */
export function openStatusStream(url: string, heard: (answer: StatusAnswer) => void, ended: () => void): () => void {
  const source = new EventSource(url, { withCredentials: new URL(url).origin === location.origin });
  source.addEventListener('message', ({ data }) => {
    try {
      heard(fitStatus(JSON.parse(String(data))));
    } catch (error) {
      report(error instanceof LcError ? error.message : 'The status stream did not send JSON.');
    }
  });
  source.addEventListener('error', () => source.readyState === EventSource.CLOSED && ended());
  return () => source.close();
}
