/** What a site is made with, as far as its folder shows it. */
export interface Site {
  framework:
    | 'next'
    | 'nuxt'
    | 'sveltekit'
    | 'astro'
    | 'angular'
    | 'react'
    | 'vue'
    | 'svelte'
    | 'solid'
    | 'preact'
    | 'page';
  /** What answers requests on its server; `own` where nothing that is known was found. */
  server: 'next' | 'nuxt' | 'sveltekit' | 'astro' | 'hono' | 'express' | 'fastify' | 'own';
  packageManager: 'npm' | 'pnpm' | 'yarn' | 'bun';
  typescript: boolean;
  /** Whether sources are below `src`. */
  inSrc: boolean;
}

const frameworks: [dependency: string, framework: Site['framework']][] = [
  ['next', 'next'],
  ['nuxt', 'nuxt'],
  ['@sveltejs/kit', 'sveltekit'],
  ['astro', 'astro'],
  ['@angular/core', 'angular'],
  ['solid-js', 'solid'],
  ['preact', 'preact'],
  ['react', 'react'],
  ['vue', 'vue'],
  ['svelte', 'svelte'],
];
const locks: [file: string, packageManager: Site['packageManager']][] = [
  ['pnpm-lock.yaml', 'pnpm'],
  ['yarn.lock', 'yarn'],
  ['bun.lock', 'bun'],
  ['bun.lockb', 'bun'],
];
const servers = ['next', 'nuxt', 'sveltekit', 'astro'] as const;

/**
 * Reads it off the folder's files and the text of its `package.json`; a folder without one is a plain page.
 * @throws When that text is no JSON.
 */
export function findSite(files: readonly string[], manifest: string | undefined): Site {
  const { dependencies, devDependencies, packageManager } = read(manifest ?? '{}');
  const has = (name: string) => name in { ...devDependencies, ...dependencies };
  const framework = frameworks.find(([dependency]) => has(dependency))?.[1] ?? 'page';
  const own = (['hono', 'express', 'fastify'] as const).find(has) ?? 'own';
  const named = (['npm', 'pnpm', 'yarn', 'bun'] as const).find((name) => packageManager?.startsWith(`${name}@`));
  return {
    framework,
    server: servers.find((name) => name === framework) ?? own,
    packageManager: named ?? locks.find(([file]) => files.includes(file))?.[1] ?? 'npm',
    typescript: has('typescript') || files.includes('tsconfig.json'),
    inSrc: files.includes('src'),
  };
}

interface Manifest {
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  packageManager?: string;
}

function read(manifest: string): Manifest {
  try {
    return JSON.parse(manifest) as Manifest;
  } catch (cause) {
    throw new Error(`package.json is no JSON: ${(cause as Error).message}`, { cause });
  }
}
