import type {} from 'lc-identity-gate/jsx';

export const faults = [
  // fault: a misspelt property
  <lc-number-purchase key="1" api="/api/identity" acount="loc_1" />,
  // fault: a wrong mode
  <lc-number-purchase key="2" api="/api/identity" account="loc_1" mode="many" />,
  // fault: an event that is not fired
  <lc-number-purchase key="3" api="/api/identity" account="loc_1" onbought={() => {}} />,
  // fault: a detail that the event does not have
  <lc-number-purchase key="4" api="/api/identity" onpurchased={({ detail }) => detail.numbers} />,
  // fault: a wrong action
  <lc-identity-gate key="5" api="/api/identity" action="brand" />,
  // fault: the gate does not sell
  <lc-identity-gate key="6" api="/api/identity" onpurchased={() => {}} />,
];
