/// <reference types="vitest/config" />
import { readFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { minifyHTMLLiterals } from 'minify-literals';
import { minify } from 'terser';
import { defineConfig, type Plugin, type UserConfig } from 'vite';

const at = (path: string) => resolve(import.meta.dirname, path);

// `persona` reads process.env.NODE_ENV when it logs; in a browser without a bundler that name does not exist.
const define = { 'process.env.NODE_ENV': '"production"' };
// The style sheets' own target: light-dark() is left as it is, which older ones would have lowered wrongly.
const shared: UserConfig = {
  define,
  build: {
    target: 'es2022',
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    emptyOutDir: true,
    modulePreload: false,
    reportCompressedSize: false,
  },
};

/** Unbundled ESM: one output file per source file, every dependency left as an import. */
const library: UserConfig = {
  build: {
    ...shared.build,
    outDir: 'dist/esm',
    minify: false,
    lib: {
      entry: [
        at('src/index.ts'),
        at('src/define.ts'),
        at('src/host/index.ts'),
        at('src/places/index.ts'),
        ...['react', 'vue', 'svelte', 'jsx'].map((name) => at(`src/frameworks/${name}.ts`)),
        ...['index', 'define', 'define-in-node', 'define-in-component'].map((name) => at(`src/server/${name}.ts`)),
      ],
      formats: ['es'],
    },
    rolldownOptions: {
      // The compiler's own helpers are no dependency of ours: they go along.
      external: (id) => !/^[./\0]|^@oxc-project\//.test(id),
      output: { preserveModules: true, preserveModulesRoot: 'src', entryFileNames: '[name].js' },
    },
  },
};

/** Takes the white space out of Lit's html and css literals, which the JavaScript minifier must leave alone. */
const literals: Plugin = {
  name: 'minify-literals',
  apply: 'build',
  async transform(code, id) {
    if (!id.includes('/src/elements/')) return undefined;
    // SVG needs its closing slashes.
    const minified = await minifyHTMLLiterals(code, { fileName: id, minifyOptions: { keepClosingSlash: true } });
    return minified && { code: minified.code, map: minified.map ? JSON.stringify(minified.map) : null };
  },
};

/**
 * A second look at the finished files: 2 % less than the built-in minifier alone, most of it in the SDK. Before it,
 * terser's work would be undone; instead of it, the files get larger.
 */
const secondMinifier: Plugin = {
  name: 'terser',
  async writeBundle({ dir }, bundle) {
    for (const { type, fileName } of Object.values(bundle)) {
      if (type !== 'chunk') continue;
      const file = resolve(dir ?? '', fileName);
      // Twice: what the first time has left shorter can be written shorter still.
      for (const _ of ['once', 'again']) {
        const { code, map } = await minify(await readFile(file, 'utf8'), {
          module: true,
          ecma: 2020,
          compress: { passes: 2, keep_fargs: false },
          sourceMap: { content: await readFile(`${file}.map`, 'utf8'), url: `${basename(fileName)}.map` },
        });
        if (code) await writeFile(file, code);
        if (map) await writeFile(`${file}.map`, String(map));
      }
    }
  },
};

/**
 * Takes two general libraries out of the SDK's file, which bundles them for one query string: 11 of its 14 kB. What
 * stands for them is in `src/persona/query-string.ts`.
 */
export const slimSdk: Plugin = {
  name: 'slim-sdk',
  apply: 'build',
  transform(code, id) {
    if (!id.endsWith('/persona/dist/persona.mjs')) return undefined;
    const names = ['stringify', 'kebabCase'];
    let found = 0;
    const slim = code.replace(
      /var (\w+) = (?:\/\* @__PURE__ \*\/ )?\w+\(\);\nconst (\w+) = \/\* @__PURE__ \*\/ \w+\(\1\)/g,
      (_, _module, name) => `const ${name} = ${names[found++]}`,
    );
    if (found !== names.length)
      throw new Error(
        'The persona package bundles its libraries otherwise than before. Look into its file, or leave slimSdk out.',
      );
    return {
      code: `import { stringify, kebabCase } from ${JSON.stringify(at('src/persona/query-string.ts'))};\n${slim}`,
      map: null,
    };
  },
};

/**
 * Lets a page's second Lit come without its policy where the page's Trusted Types allow each name once: uncaught, the
 * error would end our script before it sees that an earlier copy of it has the elements already.
 */
const secondLit: Plugin = {
  name: 'second-lit',
  apply: 'build',
  transform(code, id) {
    if (!id.endsWith('/lit-html/lit-html.js')) return undefined;
    const made = /(\w+)\?(\1\.createPolicy\("lit-html",\{createHTML:\w+=>\w+\}\)):void 0/;
    if (!made.test(code))
      throw new Error('Lit makes its Trusted Types policy otherwise than before. Look into its file.');
    const said = `[lc-identity-gate] Lit is here twice: add 'allow-duplicates' to trusted-types.`;
    return {
      code: code.replace(made, `$1?(()=>{try{return $2}catch{console.error(${JSON.stringify(said)})}})():void 0`),
      map: null,
    };
  },
};

/** What the gate's runtime loads, by rooms; rooms inside them are later steps. The shop's share of it has come then. */
const gateRooms = [
  'core/contract',
  'core/gate',
  'controllers',
  'adapters',
  'elements/events',
  'elements/gate/runtime',
].map((room) => at(`src/${room}`));

/** The script tag's file with everything it may load later as chunks beside it. */
const dropIn: UserConfig = {
  ...shared,
  plugins: [slimSdk, secondLit, literals, secondMinifier],
  base: './',
  build: {
    ...shared.build,
    outDir: 'dist/drop-in',
    // For whoever reads a stack trace; a page loads them only for its developer.
    sourcemap: true,
    manifest: 'manifest.json',
    // Those who serve the files hand on what is in them, under licences that want their notices along.
    license: { fileName: 'licenses.md' },
    // A library build, because others get a helper that preloads style sheets, 0.6 kB for nothing here.
    lib: { entry: { 'lc-identity-gate': at('src/drop-in.ts') }, formats: ['es'] },
    rolldownOptions: {
      // Lets the parts that the entry shares with its chunks stay inside it: one request instead of six.
      preserveEntrySignatures: 'allow-extension',
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: 'lc-[name]-[hash:6].js',
        minify: true,
        // Namespaces of chunks need no name of their own.
        generatedCode: { symbols: false },
        // What the shop shares with the gate's runtime is in one chunk with it: the gate has loaded it already.
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [
            {
              name: 'gate-runtime',
              test: (id) => id.includes('/zod/') || gateRooms.includes(dirname(id)),
            },
            // A line each, which would be a request each.
            { name: 'writes', test: (id) => dirname(id) === at('src/adapters/writes') },
          ],
        },
      },
    },
  },
};

/** Lets `define` find the classes in the entry beside it, instead of in a third file that both would load. */
const definedByIndex: Plugin = {
  name: 'defined-by-index',
  enforce: 'pre',
  resolveId: (_, importer) =>
    importer?.endsWith('/src/define.ts') ? { id: './index.js', external: 'relative' } : undefined,
};

/**
 * For pages with an import map: one file an entry and what it loads later, with Lit outside, which such a page shares
 * with its own elements.
 */
const importMap: UserConfig = {
  ...dropIn,
  plugins: [definedByIndex, slimSdk, literals],
  build: {
    ...dropIn.build,
    outDir: 'dist/import-map',
    sourcemap: false,
    manifest: false,
    lib: { entry: { define: at('src/define.ts'), index: at('src/index.ts') }, formats: ['es'] },
    rolldownOptions: { ...dropIn.build?.rolldownOptions, external: /^(lit|@lit)(\/|$)|^lit-/ },
  },
};

/** The pages of the demo: a shop's settings page that uses the drop-in as any site would. */
const demo: UserConfig = {
  ...shared,
  root: at('demo'),
  publicDir: false,
  build: {
    ...shared.build,
    outDir: at('demo/dist'),
    rolldownOptions: { input: ['index', 'operator', 'privacy'].map((page) => at(`demo/${page}.html`)) },
  },
};

/** The inquiry pages of the local Persona stand-in. */
const sandbox: UserConfig = {
  ...shared,
  root: at('src/sandbox/app'),
  base: '/app/',
  publicDir: false,
  build: { ...shared.build, outDir: at('dist/sandbox/app') },
};

/** The stand-in's server, bundled with what it needs, so that nobody who leaves it alone installs any of that. */
const kit: UserConfig = {
  build: {
    ...shared.build,
    outDir: 'dist/sandbox',
    emptyOutDir: false,
    minify: false,
    ssr: true,
    license: { fileName: 'licenses.md' },
    rolldownOptions: {
      input: { index: at('src/sandbox/index.ts'), cli: at('src/cli.ts') },
      output: { entryFileNames: '[name].js', chunkFileNames: '[name].js' },
    },
  },
  ssr: { noExternal: true, external: ['zod'] },
  plugins: [
    {
      name: 'barcode-decoder',
      generateBundle() {
        this.emitFile({
          type: 'asset',
          fileName: 'zxing_reader.wasm',
          source: readFileSync(at('node_modules/zxing-wasm/dist/reader/zxing_reader.wasm')),
        });
        // The decoder's own licence is Apache 2.0, which wants its text beside it; TypeScript carries the same text.
        const notice =
          'zxing_reader.wasm contains ZXing-C++ (https://github.com/zxing-cpp/zxing-cpp) under this licence:\n\n';
        this.emitFile({
          type: 'asset',
          fileName: 'zxing-cpp-license.txt',
          source: notice + readFileSync(at('node_modules/typescript/LICENSE.txt'), 'utf8'),
        });
      },
    },
  ],
};

export default defineConfig(async ({ mode }) => {
  const builds: Record<string, UserConfig> = {
    library,
    'drop-in': dropIn,
    'import-map': importMap,
    demo,
    sandbox,
    kit,
  };
  if (builds[mode]) return builds[mode];
  if (!process.env.VITEST) return shared;
  const { testing } = await import('./test/vitest.projects.js');
  return testing();
});
