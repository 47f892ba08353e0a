const shop = document.createElement('lc-number-purchase');
const gate = document.createElement('lc-identity-gate');
// fault: a misspelt property
shop.acount = 'loc_1';
// fault: a wrong mode
shop.mode = 'many';
// fault: an event that is not fired, so it has no detail
shop.addEventListener('bought', ({ detail }) => detail);
// fault: a detail that the event does not have
shop.addEventListener('purchased', ({ detail }) => detail.numbers);
// fault: a wrong action
gate.action = 'brand';
// fault: the gate does not sell
gate.purchaseUrl = '/purchases';
