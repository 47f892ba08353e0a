import type {} from 'lc-identity-gate/jsx';
import { useState } from 'preact/hooks';

export function Brand({ account }: { account: string }) {
  const [registered, setRegistered] = useState(false);
  const [verified, setVerified] = useState('');
  return (
    <>
      <h1>Brand</h1>
      <lc-identity-gate
        api="/api/identity"
        account={account}
        action="a2p-brand-registration"
        fetch={(input, init) => {
          const headers = new Headers(init?.headers);
          headers.set('x-app', 'preact');
          return fetch(input, { ...init, headers });
        }}
        getToken={async () => 'token'}
        onverified={({ detail }) => setVerified(detail.account)}
      >
        <button type="button" onClick={() => setRegistered(true)}>
          Register brand
        </button>
      </lc-identity-gate>
      {verified && <p id="verified">{verified} is verified</p>}
      {registered && <p id="registered">Brand registered</p>}
    </>
  );
}
