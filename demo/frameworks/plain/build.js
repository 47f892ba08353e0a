import { cp, rm } from 'node:fs/promises';

// The page, and beside it the drop-in script with the files that it loads later.
await rm('dist', { recursive: true, force: true });
await cp('public', 'dist', { recursive: true });
await cp('node_modules/lc-identity-gate/dist/drop-in', 'dist', { recursive: true });
