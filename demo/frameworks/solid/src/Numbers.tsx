import type {} from 'lc-identity-gate/jsx';
import { createSignal } from 'solid-js';

interface NumbersProps {
  account: string;
  onBought: (numbers: string[]) => void;
}

export function Numbers(props: NumbersProps) {
  const [status, setStatus] = createSignal('');
  return (
    <>
      <h1>Numbers</h1>
      <lc-number-purchase
        api="/api/identity"
        account={props.account}
        countries={['US', 'CA']}
        fetch={(input, init) => {
          const headers = new Headers(init?.headers);
          headers.set('x-app', 'solid');
          return fetch(input, { ...init, headers });
        }}
        prop:getToken={async () => 'token'}
        labels={{ purchase: { find: 'Show numbers' } }}
        on:purchased={({ detail }) => props.onBought(detail.receipt.numbers.map(({ phoneNumber }) => phoneNumber))}
        on:statechange={({ detail }) => setStatus(detail.status)}
      />
      <output id="status">{status()}</output>
    </>
  );
}
