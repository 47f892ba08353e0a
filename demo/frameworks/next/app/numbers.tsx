'use client';

import { LcNumberPurchase } from 'lc-identity-gate/react';
import { useState } from 'react';
import { useBought } from './shell';

export function Numbers({ account }: { account: string }) {
  const [status, setStatus] = useState('');
  const { bought, add } = useBought();
  return (
    <>
      <h1>Numbers</h1>
      <LcNumberPurchase
        api="/api/identity"
        account={account}
        countries={['US', 'CA']}
        labels={{ purchase: { find: 'Show numbers' } }}
        fetch={(url, init) => {
          const headers = new Headers(init?.headers);
          headers.set('x-app', 'next');
          return fetch(url, { ...init, headers });
        }}
        getToken={() => 'token'}
        onStateChange={({ detail }) => setStatus(detail.status)}
        onPurchased={({ detail }) => add(detail.receipt.numbers.map(({ phoneNumber }) => phoneNumber))}
      />
      <output id="status">{status}</output>
      <ul id="bought">
        {bought.map((number, index) => (
          <li key={index}>{number}</li>
        ))}
      </ul>
    </>
  );
}
