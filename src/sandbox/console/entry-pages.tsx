/** @jsxImportSource hono/jsx */
import { ConsolePage } from './console-page.js';

/** Asks for the API key. */
export const KeyPage = ({ wrong = false }: { wrong?: boolean }) => (
  <ConsolePage title="Reviewer console">
    {wrong && (
      <p class="notice bad" role="alert">
        This is not the API key of this stand-in. It is in the terminal that started it.
      </p>
    )}
    <form method="post" action="/dashboard/key">
      <p>
        <label for="key">API key, from the terminal that started the stand-in</label>
      </p>
      <p>
        <input id="key" name="key" autocomplete="off" required />
      </p>
      <button type="submit" class="primary">
        Open the console
      </button>
    </form>
  </ConsolePage>
);

/** Says in one sentence why something did not happen. */
export const RefusalPage = ({ title, message }: { title: string; message: string }) => (
  <ConsolePage title={title} place="inquiries">
    <p class="notice bad">{message}</p>
    <p>
      <a href="/dashboard/inquiries">Back to the inquiries</a>
    </p>
  </ConsolePage>
);
