import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

export const dir = mkdtempSync(join(tmpdir(), 'demo-'));
for (const [folder, file] of [
  ['app', 'index.html'],
  ['page', 'index.html'],
  ['drop-in', 'lc-identity-gate.js'],
] as const) {
  mkdirSync(join(dir, folder));
  writeFileSync(join(dir, folder, file), '<!doctype html>');
}
/** Free ports, files in a place of their own, and pages that need no build. */
export const options = {
  port: 0,
  sandboxPort: 0,
  template: 'plain' as const,
  dataDir: join(dir, 'data'),
  appDir: join(dir, 'app'),
  pageDirs: { page: join(dir, 'page'), dropIn: join(dir, 'drop-in') },
};

afterAll(() => rmSync(dir, { recursive: true }));
