import type {} from 'lc-identity-gate/jsx';
import { createSignal, Show } from 'solid-js';

export function Brand(props: { account: string }) {
  const [registered, setRegistered] = createSignal(false);
  const [verified, setVerified] = createSignal('');
  return (
    <>
      <h1>Brand</h1>
      <lc-identity-gate
        api="/api/identity"
        account={props.account}
        action="a2p-brand-registration"
        fetch={(input, init) => {
          const headers = new Headers(init?.headers);
          headers.set('x-app', 'solid');
          return fetch(input, { ...init, headers });
        }}
        prop:getToken={async () => 'token'}
        on:verified={({ detail }) => setVerified(detail.account)}
      >
        <button type="button" onClick={() => setRegistered(true)}>
          Register brand
        </button>
      </lc-identity-gate>
      <Show when={verified()}>
        <p id="verified">{verified()} is verified</p>
      </Show>
      <Show when={registered()}>
        <p id="registered">Brand registered</p>
      </Show>
    </>
  );
}
