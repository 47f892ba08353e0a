'use client';

import { LcIdentityGate } from 'lc-identity-gate/react';
import { useState } from 'react';

export function Brand({ account }: { account: string }) {
  const [verified, setVerified] = useState(false);
  const [registered, setRegistered] = useState(false);
  return (
    <>
      <h1>Brand</h1>
      <LcIdentityGate
        api="/api/identity"
        account={account}
        action="a2p-brand-registration"
        fetch={(url, init) => {
          const headers = new Headers(init?.headers);
          headers.set('x-app', 'next');
          return fetch(url, { ...init, headers });
        }}
        getToken={() => 'token'}
        onVerified={() => setVerified(true)}
      >
        <button type="button" onClick={() => setRegistered(true)}>
          Register brand
        </button>
      </LcIdentityGate>
      {verified && <p id="verified">This account is verified.</p>}
      {registered && <p id="registered">Brand registered</p>}
    </>
  );
}
