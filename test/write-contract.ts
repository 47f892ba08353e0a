import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openApi } from '../src/host/openapi.js';

// Run by "npm run docs:contract".
writeFileSync(
  join(import.meta.dirname, '../docs/host-contract.openapi.json'),
  `${JSON.stringify(openApi(), null, 2)}\n`,
);
