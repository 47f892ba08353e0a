import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '../..');
export const demos = join(root, 'demo/frameworks');

/**
 * Where the apps are installed and run: outside of the repository, whose own packages an app would find otherwise, and
 * beneath no `node_modules`, where bundlers treat sources as somebody else's.
 */
export const cache =
  process.env.FRAMEWORKS_CACHE ??
  join(homedir(), '.cache/lc-identity-gate', createHash('sha256').update(root).digest('hex').slice(0, 8));

export const cacheOf = (name: string) => join(cache, name);
/** A newer Node, for frameworks that start on no older one. */
export const newerNode = join(
  cacheOf('node'),
  'node_modules',
  `node-${process.platform}-${process.arch}`,
  process.platform === 'win32' ? 'bin/node.exe' : 'bin/node',
);

/** One of the apps in `demo/frameworks`. */
export interface App {
  /** Its folder, unless `sources` names another's. */
  name: string;
  /** The app it is the same as, but for `versions`. */
  sources?: string;
  /** Other versions of packages than its package.json has. */
  versions?: Record<string, string>;
  title: string;
  /** Whether its server renders the page. */
  rendersOnServer?: true;
  needsNewerNode?: true;
  /** Whether "Set caller name" asks by `useIdentityGate()`, which has no element in the page. */
  hasHook?: true;
  /** Faults that the framework's own checker cannot see, by the words beside them, with the reason. */
  unseen?: Record<string, string>;
  /** What the browser's console may say, with the reason. */
  said?: { text: RegExp; why: string }[];
}

export const columns = {
  types: 'types without glue',
  faults: 'faults do not compile',
  build: 'builds',
  server: 'server rendering',
  load: 'first load, slow scripts',
  events: 'events and functions',
  remount: 'remount',
  route: 'route change while buying',
} as const;
export type Column = keyof typeof columns;

const noSchema = 'With CUSTOM_ELEMENTS_SCHEMA Angular takes every binding on a tag with a hyphen.';

export const apps: App[] = [
  { name: 'react', title: 'React 19', hasHook: true },
  {
    name: 'react-18',
    title: 'React 18',
    hasHook: true,
    sources: 'react',
    versions: { react: '18.3.1', 'react-dom': '18.3.1', '@types/react': '^18.3.0', '@types/react-dom': '^18.3.0' },
  },
  { name: 'vue', title: 'Vue' },
  { name: 'preact', title: 'Preact' },
  { name: 'solid', title: 'Solid' },
  { name: 'next', title: 'Next.js', rendersOnServer: true },
  { name: 'nuxt', title: 'Nuxt', rendersOnServer: true, needsNewerNode: true },
  { name: 'sveltekit', title: 'SvelteKit', rendersOnServer: true, needsNewerNode: true },
  {
    name: 'astro',
    title: 'Astro',
    rendersOnServer: true,
    needsNewerNode: true,
    unseen: { 'a misspelt attribute of the tag': 'Astro takes every attribute on a tag with a hyphen.' },
  },
  {
    name: 'angular',
    title: 'Angular',
    rendersOnServer: true,
    needsNewerNode: true,
    unseen: {
      'a misspelt property in a template': noSchema,
      'a wrong mode in a template': noSchema,
    },
  },
  { name: 'plain', title: 'A page without a framework' },
  { name: 'import-map', title: 'An import map' },
];

/** Where its sources are. */
export const sourcesOf = ({ name, sources = name }: Pick<App, 'name' | 'sources'>) => join(demos, sources);

/** The text of an app's package.json; `undefined` when there is no such app yet. */
export function manifestOf(app: Pick<App, 'name' | 'sources' | 'versions'>): string | undefined {
  const file = join(sourcesOf(app), 'package.json');
  if (!existsSync(file)) return undefined;
  const text = readFileSync(file, 'utf8');
  const { versions = {} } = app;
  return text.replace(/"([^"]+)": "[^"]+"/g, (line, name) =>
    name in versions ? `"${name}": "${versions[name]}"` : line,
  );
}

/** What a `package.json` says, as far as it is read here. */
export interface Manifest {
  version?: string;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
}

/** An app's package.json with what our tarball would bring instead of the tarball itself, which comes later. */
export function installedManifest(text: string): string {
  const own = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest;
  const { dependencies, ...rest } = JSON.parse(text) as Manifest;
  const { 'lc-identity-gate': _, ...others } = dependencies ?? {};
  return JSON.stringify({ ...rest, dependencies: { ...own.dependencies, ...others } }, undefined, 2);
}

/** What was installed the last time. */
export const stampOf = (name: string) => join(cacheOf(name), 'installed.json');

/** Whether everything is there that an app's package.json asks for now. */
export function isInstalled(app: App): boolean {
  const { name, needsNewerNode } = app;
  const text = manifestOf(app);
  if (!text || !existsSync(stampOf(name))) return false;
  if (needsNewerNode && !isNewEnough() && !existsSync(newerNode)) return false;
  return readFileSync(stampOf(name), 'utf8') === installedManifest(text);
}

/** Whether this Node starts every framework. */
export function isNewEnough(): boolean {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  return major > 22 || (major === 22 && minor >= 22);
}

/** Folders in `demo/frameworks` that the table above forgets. */
export const forgotten = () =>
  readdirSync(demos).filter((name) => manifestOf({ name }) && !apps.some((app) => app.name === name));
