import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openApi } from '../src/host/openapi.js';
import { withContract } from './helpers/contract-tables.js';

// `npm run docs:contract`: what docs says of the contract, from its schemas.
const docs = join(import.meta.dirname, '../docs');
writeFileSync(join(docs, 'host-contract.openapi.json'), `${JSON.stringify(openApi(), null, 2)}\n`);
for (const name of ['contract.md', 'host-contract.md']) {
  const file = join(docs, name);
  writeFileSync(file, withContract(readFileSync(file, 'utf8')));
}
