import { LcError } from 'lc-identity-gate';
import { LcIdentityGate, useIdentityGate } from 'lc-identity-gate/react';
import { useState } from 'react';
import { withApp } from './withApp';

export function Brand({ account }: { account: string }) {
  const [registered, setRegistered] = useState(false);
  const [verified, setVerified] = useState('');
  const [named, setNamed] = useState('');
  const { ensureVerified } = useIdentityGate({
    api: '/api/identity',
    account,
    action: 'cnam',
    fetch: (input, init) => withApp(input, init),
    getToken: async () => 'token',
  });

  async function setCallerName() {
    try {
      await ensureVerified();
      setNamed('Caller name set');
    } catch (error) {
      setNamed(error instanceof LcError ? `Not set: ${error.code}` : 'Not set');
    }
  }

  return (
    <>
      <h1>Brand</h1>
      <LcIdentityGate
        api="/api/identity"
        account={account}
        action="a2p-brand-registration"
        fetch={(input, init) => withApp(input, init)}
        getToken={async () => 'token'}
        onVerified={({ detail }) => setVerified(detail.account)}
      >
        <button type="button" onClick={() => setRegistered(true)}>
          Register brand
        </button>
      </LcIdentityGate>
      <button type="button" onClick={setCallerName}>
        Set caller name
      </button>
      {verified && <p id="verified">{verified} is verified</p>}
      {registered && <p id="registered">Brand registered</p>}
      {named && <p id="named">{named}</p>}
    </>
  );
}
