/// <reference types="vitest/config" />
import { resolve } from 'node:path';
import { defineConfig, type UserConfig } from 'vite';

const at = (path: string) => resolve(import.meta.dirname, path);

// `persona` reads process.env.NODE_ENV when it logs; in a browser without a bundler that name does not exist.
const define = { 'process.env.NODE_ENV': '"production"' };
const shared: UserConfig = { define, build: { target: 'es2022', emptyOutDir: true, modulePreload: false, reportCompressedSize: false } };

/** Unbundled ESM: one output file per source file, every dependency left as an import. */
const library: UserConfig = {
  build: {
    ...shared.build,
    outDir: 'dist/esm',
    minify: false,
    lib: { entry: [at('src/index.ts'), at('src/define.ts'), at('src/host/index.ts'), ...['en', 'es', 'fr'].map((name) => at(`src/locales/${name}.ts`))], formats: ['es'] },
    rolldownOptions: {
      external: (id) => !id.startsWith('.') && !id.startsWith('/') && !id.startsWith('\0'),
      output: { preserveModules: true, preserveModulesRoot: 'src', entryFileNames: '[name].js' },
    },
  },
};

/** The script tag's file with everything it may load later as chunks beside it. */
const dropIn: UserConfig = {
  ...shared,
  base: './',
  build: {
    ...shared.build,
    outDir: 'dist/drop-in',
    manifest: 'manifest.json',
    rolldownOptions: {
      input: { 'lc-identity-gate': at('src/define.ts') },
      preserveEntrySignatures: 'strict',
      output: { entryFileNames: '[name].js', chunkFileNames: 'lc-[name]-[hash].js', minify: true },
    },
  },
};

/** The pages of the demo: a shop's settings page that uses the drop-in as any site would. */
const demo: UserConfig = { ...shared, root: at('demo'), publicDir: false, build: { ...shared.build, outDir: at('demo/dist') } };

/** The inquiry pages of the local Persona stand-in. */
const sandbox: UserConfig = { ...shared, root: at('src/sandbox/app'), base: '/app/', publicDir: false, build: { ...shared.build, outDir: at('dist/sandbox/app') } };

export default defineConfig(async ({ mode }) => {
  const builds: Record<string, UserConfig> = { library, 'drop-in': dropIn, demo, sandbox };
  if (builds[mode]) return builds[mode];
  if (!process.env['VITEST']) return shared;
  const { testing } = await import('./test/vitest.projects.js');
  return testing();
});
