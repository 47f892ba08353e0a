import { readFileSync, writeFileSync } from 'node:fs';
import { withReference } from './helpers/reference-tables.js';

// `npm run docs:reference`: the tables of docs/elements.md, from the manifest.
const file = 'docs/elements.md';
writeFileSync(file, withReference(readFileSync(file, 'utf8')));
