import { LcIdentityGate, LcNumberPurchase } from 'lc-identity-gate/react';

export const faults = [
  // fault: a misspelt property
  <LcNumberPurchase key="1" api="/api/identity" acount="loc_1" />,
  // fault: a wrong mode
  <LcNumberPurchase key="2" api="/api/identity" account="loc_1" mode="many" />,
  // fault: an event that is not fired
  <LcNumberPurchase key="3" api="/api/identity" account="loc_1" onBought={() => {}} />,
  // fault: a detail that the event does not have
  <LcNumberPurchase key="4" api="/api/identity" onPurchased={({ detail }) => detail.numbers} />,
  // fault: a wrong action
  <LcIdentityGate key="5" api="/api/identity" action="brand" />,
  // fault: the gate does not sell
  <LcIdentityGate key="6" api="/api/identity" onPurchased={() => {}} />,
];
