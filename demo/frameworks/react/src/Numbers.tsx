import { LcNumberPurchase } from 'lc-identity-gate/react';
import { useState } from 'react';
import { withApp } from './withApp';

interface NumbersProps {
  account: string;
  onBought: (numbers: string[]) => void;
}

export function Numbers({ account, onBought }: NumbersProps) {
  const [status, setStatus] = useState('');
  return (
    <>
      <h1>Numbers</h1>
      <LcNumberPurchase
        api="/api/identity"
        account={account}
        countries={['US', 'CA']}
        fetch={(input, init) => withApp(input, init)}
        getToken={async () => 'token'}
        labels={{ purchase: { find: 'Show numbers' } }}
        onPurchased={({ detail }) => onBought(detail.receipt.numbers.map(({ phoneNumber }) => phoneNumber))}
        onStateChange={({ detail }) => setStatus(detail.status)}
      />
      <output id="status">{status}</output>
    </>
  );
}
