import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gateTable } from './gate-table.js';
import { heardPage } from './heard-page.js';
import { shopTable } from './shop-table.js';

/** The pages that are made from the machines and the screens, by their path. */
export const statePages: Record<string, () => string> = {
  'docs/gate-states.md': gateTable,
  'docs/shop-states.md': shopTable,
  'docs/heard.md': heardPage,
};

/** Where a page stands on this computer. */
export const placeOf = (page: string): string => resolve(import.meta.dirname, '..', page);

/** Writes them. */
export function writeStates(): void {
  for (const [page, text] of Object.entries(statePages)) writeFileSync(placeOf(page), text());
}
