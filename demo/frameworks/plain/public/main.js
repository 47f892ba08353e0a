const account = new URLSearchParams(location.search).get('account') ?? 'loc_1';

/**
 * @param {RequestInfo | URL} input
 * @param {RequestInit} [init]
 */
function withApp(input, init) {
  const headers = new Headers(init?.headers);
  headers.set('x-app', 'plain');
  return fetch(input, { ...init, headers });
}

/**
 * A paragraph or list item with this text.
 * @param {'p' | 'li'} tag
 * @param {string} text
 */
function textIn(tag, text) {
  const element = document.createElement(tag);
  element.textContent = text;
  return element;
}

/** @type {Record<string, (content: DocumentFragment) => void>} */
const views = {
  numbers(content) {
    const shop = content.querySelector('lc-number-purchase');
    if (!shop) return;
    shop.account = account;
    shop.countries = ['US', 'CA'];
    shop.fetch = withApp;
    shop.getToken = async () => 'token';
    shop.labels = { purchase: { find: 'Show numbers' } };
    const status = content.querySelector('output');
    shop.addEventListener('statechange', ({ detail }) => {
      if (status) status.value = detail.status;
    });
    shop.addEventListener('purchased', ({ detail }) => {
      const items = detail.receipt.numbers.map(({ phoneNumber }) => textIn('li', phoneNumber));
      document.querySelector('#bought')?.append(...items);
    });
  },

  brand(content) {
    const gate = content.querySelector('lc-identity-gate');
    if (!gate) return;
    gate.account = account;
    gate.fetch = withApp;
    gate.getToken = async () => 'token';
    const verified = /** @type {HTMLElement | null} */ (content.querySelector('#verified'));
    gate.addEventListener('verified', () => {
      if (verified) verified.hidden = false;
    });
    gate.querySelector('#register')?.addEventListener('click', () => {
      const done = textIn('p', 'Brand registered');
      done.id = 'registered';
      document.querySelector('#registered')?.remove();
      gate.after(done);
    });
  },
};

/**
 * Puts a view on the page, with everything set before its element is there.
 * @param {string} name
 */
function show(name) {
  const template = /** @type {HTMLTemplateElement} */ (document.getElementById(name));
  const content = document.importNode(template.content, true);
  views[name]?.(content);
  document.querySelector('#view')?.replaceChildren(content);
}

for (const button of document.querySelectorAll('nav button'))
  button.addEventListener('click', () => show(button.getAttribute('data-view') ?? 'numbers'));
show('numbers');
