import type { Site } from './find-site.js';

/** A file that `init` writes. */
export interface Piece {
  /** Relative to the site's folder. */
  path: string;
  text: string;
}

const props = '{ account: string }';

const react = (
  typescript: boolean,
  directive = '',
) => `${directive}import { LcNumberPurchase } from 'lc-identity-gate/react';

export function Numbers({ account }${typescript ? `: ${props}` : ''}) {
  return (
    <LcNumberPurchase
      api="/api/identity"
      account={account}
      onPurchased={({ detail }) => console.log(detail.receipt.numbers)}
    />
  );
}
`;

const jsx = (typescript: boolean, event: string, given: string, account: string) => `import 'lc-identity-gate/define';
${typescript ? "import 'lc-identity-gate/jsx';\n" : ''}
export function Numbers(${given}${typescript ? `: ${props}` : ''}) {
  return (
    <lc-number-purchase
      api="/api/identity"
      account={${account}}
      ${event}={({ detail }) => console.log(detail.receipt.numbers)}
    />
  );
}
`;

const vue = (typescript: boolean) => `<script setup${typescript ? ' lang="ts"' : ''}>
import { LcNumberPurchase } from 'lc-identity-gate/vue';

${typescript ? 'defineProps<{ account: string }>();' : 'defineProps({ account: String });'}
</script>

<template>
  <LcNumberPurchase
    api="/api/identity"
    :account="account"
    @purchased="({ detail }) => console.log(detail.receipt.numbers)"
  />
</template>
`;

const svelte = (typescript: boolean) => `<script${typescript ? ' lang="ts"' : ''}>
  import { numberPurchase } from 'lc-identity-gate/svelte';

  let { account }${typescript ? `: ${props}` : ''} = $props();
</script>

<lc-number-purchase
  {@attach numberPurchase({
    api: '/api/identity',
    account,
    onpurchased: ({ detail }) => console.log(detail.receipt.numbers),
  })}
></lc-number-purchase>
`;

const angular = `import { Component, CUSTOM_ELEMENTS_SCHEMA, input } from '@angular/core';
import 'lc-identity-gate/define';
import type { LcPurchasedEvent } from 'lc-identity-gate';

@Component({
  selector: 'app-numbers',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: \`<lc-number-purchase api="/api/identity" [account]="account()" (purchased)="bought($event)" />\`,
})
export class Numbers {
  readonly account = input.required<string>();

  bought({ detail }: LcPurchasedEvent) {
    console.log(detail.receipt.numbers);
  }
}
`;

const astro = `<lc-number-purchase api="/api/identity"></lc-number-purchase>

<script>
  import 'lc-identity-gate/define';

  const shop = document.querySelector('lc-number-purchase')!;
  shop.addEventListener('purchased', ({ detail }) => console.log(detail.receipt.numbers));
  // Fill in: your own id of the customer.
  shop.account = '';
</script>
`;

const plain = `<!doctype html>
<html lang="en">
  <meta charset="utf-8" />
  <meta name="viewport" content="width=device-width" />
  <title>Numbers</title>
  <!-- Copy node_modules/lc-identity-gate/dist/drop-in to your site as lc-identity-gate. -->
  <script type="module" src="/lc-identity-gate/lc-identity-gate.js"></script>

  <!-- Fill in: your own id of the customer. -->
  <lc-number-purchase api="/api/identity" account=""></lc-number-purchase>
</html>
`;

/** The part of the page, as a user of the framework would write it. */
export function pagePiece({ framework, typescript, inSrc }: Site): Piece {
  const below = inSrc ? 'src/' : '';
  const extension = typescript ? 'tsx' : 'jsx';
  const pieces: Record<Site['framework'], Piece> = {
    next: { path: `${below}components/numbers.${extension}`, text: react(typescript, "'use client';\n\n") },
    nuxt: { path: 'app/components/NumberShop.vue', text: vue(typescript) },
    sveltekit: { path: 'src/lib/Numbers.svelte', text: svelte(typescript) },
    astro: { path: 'src/components/Numbers.astro', text: astro },
    angular: { path: 'src/app/numbers.ts', text: angular },
    react: { path: `${below}Numbers.${extension}`, text: react(typescript) },
    vue: { path: `${below}NumberShop.vue`, text: vue(typescript) },
    svelte: { path: `${below}Numbers.svelte`, text: svelte(typescript) },
    solid: { path: `${below}Numbers.${extension}`, text: jsx(typescript, 'on:purchased', 'props', 'props.account') },
    preact: { path: `${below}Numbers.${extension}`, text: jsx(typescript, 'onpurchased', '{ account }', 'account') },
    page: { path: 'numbers.html', text: plain },
  };
  return pieces[framework];
}
