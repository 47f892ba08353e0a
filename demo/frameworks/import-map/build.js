import { cp, rm } from 'node:fs/promises';

// The page, and beside it the packages that its import map names, as they are.
await rm('dist', { recursive: true, force: true });
await cp('public', 'dist', { recursive: true });
await cp('node_modules/lc-identity-gate/dist/import-map', 'dist/modules/lc-identity-gate', { recursive: true });
for (const name of ['lit', 'lit-html', 'lit-element', '@lit/reactive-element'])
  await cp(`node_modules/${name}`, `dist/modules/${name}`, { recursive: true });
