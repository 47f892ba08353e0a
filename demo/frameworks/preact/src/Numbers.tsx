import type {} from 'lc-identity-gate/jsx';
import { useState } from 'preact/hooks';

interface NumbersProps {
  account: string;
  onBought: (numbers: string[]) => void;
}

export function Numbers({ account, onBought }: NumbersProps) {
  const [status, setStatus] = useState('');
  return (
    <>
      <h1>Numbers</h1>
      <lc-number-purchase
        api="/api/identity"
        account={account}
        countries={['US', 'CA']}
        fetch={(input, init) => {
          const headers = new Headers(init?.headers);
          headers.set('x-app', 'preact');
          return fetch(input, { ...init, headers });
        }}
        getToken={async () => 'token'}
        labels={{ purchase: { find: 'Show numbers' } }}
        onpurchased={({ detail }) => onBought(detail.receipt.numbers.map(({ phoneNumber }) => phoneNumber))}
        onstatechange={({ detail }) => setStatus(detail.status)}
      />
      <output id="status">{status}</output>
    </>
  );
}
