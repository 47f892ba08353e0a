import type {} from 'lc-identity-gate/jsx';

export const faults = [
  // fault: a misspelt property
  <lc-number-purchase api="/api/identity" acount="loc_1" />,
  // fault: a wrong mode
  <lc-number-purchase api="/api/identity" account="loc_1" mode="many" />,
  // fault: an event that is not fired
  <lc-number-purchase api="/api/identity" account="loc_1" on:bought={() => {}} />,
  // fault: a detail that the event does not have
  <lc-number-purchase api="/api/identity" on:purchased={({ detail }) => detail.numbers} />,
  // fault: a wrong action
  <lc-identity-gate api="/api/identity" action="brand" />,
  // fault: a property that Solid would write in lower case
  <lc-number-purchase api="/api/identity" getToken={() => 'token'} />,
  // fault: the gate does not sell
  <lc-identity-gate api="/api/identity" on:purchased={() => {}} />,
];
