import { createElement, type ReactNode } from 'react';
import { renderToString } from 'react-dom/server';
import { describe, expect, it, vi } from 'vitest';
import { createSSRApp, h } from 'vue';
import { renderToString as renderVue } from 'vue/server-renderer';
import { LcIdentityGate, LcNumberPurchase, useIdentityGate } from '../../src/frameworks/react.js';
import { setProperties } from '../../src/frameworks/set-properties.js';
import { LcIdentityGate as VueGate } from '../../src/frameworks/vue.js';

// What a page gives, which no server may print.
const given = {
  api: '/api/identity',
  account: 'loc_1',
  countries: ['US'],
  labels: { purchase: { find: 'Show' } },
  fetch: () => Promise.reject(new Error('a key of the page')),
  getToken: () => 'secret',
};
const { countries: _, ...gate } = given;

describe('what a server prints', () => {
  it('is the bare tag, with the page’s own attributes and children: React', () => {
    const error = vi.spyOn(console, 'error');
    const page = (...children: ReactNode[]) => createElement('main', null, ...children);
    const privacy = createElement('p', { slot: 'privacy', key: 'privacy' }, 'Why we ask');
    const html = renderToString(
      page(
        createElement(LcNumberPurchase, { ...given, className: 'shop', hidden: false, onPurchased: () => {} }, privacy),
        createElement(LcIdentityGate, { ...gate, action: 'cnam', id: 'gate', hidden: true, 'aria-label': 'Guard' }),
      ),
    );
    expect(html).toBe(
      '<main><lc-number-purchase class="shop"><p slot="privacy">Why we ask</p></lc-number-purchase>' +
        '<lc-identity-gate id="gate" hidden="" aria-label="Guard"></lc-identity-gate></main>',
    );
    expect(error).not.toHaveBeenCalled();
  });

  it('is nothing for a gate without an element', () => {
    const Page = () => {
      const { status, ensureVerified } = useIdentityGate(gate);
      return createElement('p', null, `${status} ${typeof ensureVerified}`);
    };
    expect(renderToString(createElement(Page))).toBe('<p>idle function</p>');
  });

  it('is the bare tag, with the page’s own attributes and slots: Vue', async () => {
    const slots = { default: () => h('button', 'Buy'), privacy: () => 'Why we ask' };
    const app = createSSRApp({ render: () => h(VueGate, { ...gate, class: 'gate', onVerified: () => {} }, slots) });
    expect((await renderVue(app)).replaceAll(/<!--.*?-->/g, '')).toBe(
      '<lc-identity-gate class="gate"><button>Buy</button><div slot="privacy" style="display:contents;">Why we ask</div></lc-identity-gate>',
    );
  });
});

describe('setProperties', () => {
  const names = ['api', 'flow'] as const;

  it('gives back what was there at first when something is given no longer', () => {
    const element: Record<string, unknown> = { api: '', flow: 'modal' };
    setProperties(element, names, { api: '/api', flow: 'inline' });
    setProperties(element, names, { api: '/api/2' });
    expect(element).toEqual({ api: '/api/2', flow: 'modal' });
    setProperties(element, names, {});
    expect(element).toEqual({ api: '', flow: 'modal' });
  });

  it('leaves alone what was never given, and takes null for a value', () => {
    const element: Record<string, unknown> = { api: 'by hand', flow: 'modal' };
    setProperties(element, names, { flow: null });
    expect(element).toEqual({ api: 'by hand', flow: null });
  });
});
