import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const src = resolve(import.meta.dirname, '../../src');

/**
 * Which rooms each room imports from, types included. A room is a folder; where one stands inside another, it is a step
 * that the other loads later, or a part of it.
 */
const rooms: Record<string, string> = {
  // What decides: pure, no clock, no DOM, no network.
  core: '',
  'core/contract': 'core',
  'core/gate': 'core core/contract',
  'core/gate/dialog': 'core core/contract core/gate',
  'core/shop': 'core core/contract',
  // Words, and how they are put together.
  locales: 'core core/gate core/shop locales/gate',
  // The gate's words, for pages that have no shop.
  'locales/gate': 'locales',
  // What runs the machines; talks to ports only.
  controllers: 'core core/gate',
  'controllers/dialog': 'controllers',
  'controllers/shop': 'controllers core core/shop',
  // The ports' outside: endpoints, storage, tabs, the page.
  adapters: 'adapters/stream core core/contract core/gate',
  'adapters/writes': '',
  'adapters/dialog': 'adapters adapters/writes core core/gate core/gate/dialog',
  'adapters/report': 'adapters/dialog',
  'adapters/shop': 'adapters adapters/writes core core/contract core/shop',
  'adapters/stream': 'adapters core core/gate',
  // The vendor's SDK.
  persona: 'core core/gate',
  // What is seen. Each element, then what it loads: runtime, then dialog.
  elements: 'core locales locales/gate',
  'elements/events': 'core/gate core/shop elements elements/events/dialog elements/events/first elements/events/shop',
  'elements/events/dialog': 'core/gate elements/events/first',
  'elements/events/first': 'core',
  'elements/events/shop': 'core/shop elements/events/first',
  'elements/gate':
    'adapters core core/gate elements elements/events elements/events/first elements/gate/runtime locales',
  'elements/gate/runtime':
    'adapters controllers core core/gate elements elements/events elements/gate elements/gate/dialog',
  'elements/gate/dialog':
    'adapters adapters/dialog adapters/writes controllers/dialog core core/gate core/gate/dialog elements elements/events ' +
    'elements/events/dialog elements/gate elements/gate/report locales persona',
  'elements/gate/report': 'adapters adapters/report core core/gate elements elements/gate',
  'elements/shop':
    'adapters core core/shop elements elements/events elements/events/first elements/shop/orders ' +
    'elements/shop/runtime locales',
  'elements/shop/orders': 'adapters adapters/shop core core/shop elements/shop',
  'elements/shop/runtime':
    'adapters adapters/shop controllers/shop core core/gate core/gate/dialog core/shop elements elements/events ' +
    'elements/events/shop elements/gate elements/shop elements/shop/orders locales',
  // The elements as each framework knows them: at the edge, nothing of ours imports them.
  frameworks: 'core core/gate elements/events elements/gate elements/shop',
  // The entries where there is no DOM.
  server:
    'adapters/shop core core/gate core/shop elements/events elements/events/shop elements/gate elements/shop locales',
  // Places by what people call them, a megabyte of data: for servers.
  places: '',
  // The server half.
  host: 'core core/gate host/carriers host/persona host/shop host/stores',
  'host/carriers': 'host/stores',
  'host/shop': 'core core/shop host host/carriers host/stores places',
  'host/stores': '',
  'host/persona': 'core/gate',
  'host/check': 'host',
  // What is written into a site.
  init: '',
  // The stand-in: records ← state ← examiner ← desks ← rest, pages ← console; desks ← carriers ← console.
  sandbox: 'sandbox/carriers sandbox/console sandbox/desks sandbox/pages sandbox/records sandbox/rest sandbox/state',
  'sandbox/records': '',
  'sandbox/resources': 'sandbox/records',
  'sandbox/state': 'sandbox/records',
  'sandbox/examiner': 'sandbox/records sandbox/state',
  'sandbox/desks': 'sandbox/examiner sandbox/records sandbox/resources sandbox/state',
  'sandbox/rest': 'sandbox/app/words sandbox/desks sandbox/records sandbox/resources sandbox/state',
  'sandbox/carriers': 'sandbox/desks sandbox/records sandbox/state',
  'sandbox/pages': 'sandbox/desks sandbox/examiner sandbox/records sandbox/state',
  'sandbox/console': 'sandbox/carriers sandbox/desks sandbox/records sandbox/resources sandbox/rest sandbox/state',
  'sandbox/app': 'sandbox/app/screens sandbox/app/words sandbox/records',
  'sandbox/app/screens': 'sandbox/app sandbox/app/words sandbox/records',
  'sandbox/app/words': 'sandbox/records',
};

/** The packages that a room may name; every room may name Node's own modules, as far as it runs there. */
const packages: Record<string, string> = {
  'core/contract': 'zod',
  'adapters/stream': 'eventsource-parser',
  persona: 'persona',
  elements: 'lit',
  'elements/events': 'lit',
  'elements/gate': 'lit',
  'elements/gate/runtime': 'lit',
  'elements/gate/dialog': 'lean-qr lit',
  'elements/shop': 'lit',
  'elements/shop/runtime': 'lit',
  // Each names its own, which is there where it is used, and the package by its own name.
  frameworks: 'lc-identity-gate preact react solid-js svelte vue',
  // In what it writes.
  init: '@angular/core @electric-sql/pglite lc-identity-gate',
  'host/carriers': 'zod',
  'host/persona': 'zod',
  'host/shop': 'zod',
  'host/stores': 'pg postgres',
};

interface Import {
  from: string;
  to: string;
}

const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) => /(?<!\.d)\.tsx?$/.test(file));
const imports: Import[] = files.flatMap((from) =>
  [...readFileSync(join(src, from), 'utf8').matchAll(/(?:from|import)\s*\(?\s*'([^'$]+)'/g)].map(([, to]) => ({
    from,
    to: to!,
  })),
);
const inside: Import[] = imports
  .filter(({ to }) => to.startsWith('.') && !to.endsWith('.css'))
  .map(({ from, to }) => {
    const path = relative(src, resolve(src, dirname(from), to));
    return { from, to: files.find((file) => file.replace(/\.tsx?$/, '.js') === path) ?? path };
  });
/** Lists, in order and without repetition. */
const listed = (names: Iterable<string>) => [...new Set(names)].sort();

describe('src', () => {
  it('is in rooms that import each other as the table says, in no other way', () => {
    // The entries at the top may name every room.
    const found = listed(files.map(dirname).filter((room) => room !== '.')).map((room) => {
      const used = inside.filter(({ from }) => dirname(from) === room).map(({ to }) => dirname(to));
      return [room, listed(used.filter((other) => other !== room)).join(' ')];
    });
    expect(Object.fromEntries(found)).toEqual(
      Object.fromEntries(Object.entries(rooms).map(([room, others]) => [room, listed(others.split(' ')).join(' ')])),
    );
  });

  it('has no circle of imports, those of types included', () => {
    const targets = new Map(files.map((file) => [file, inside.filter(({ from }) => from === file)]));
    const done = new Set<string>();
    const circleFrom = (file: string, path: readonly string[]): readonly string[] | undefined => {
      if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
      if (done.has(file)) return undefined;
      const circle = targets.get(file)?.map(({ to }) => circleFrom(to, [...path, file]));
      done.add(file);
      return circle?.find(Boolean);
    };
    expect(files.map((file) => circleFrom(file, [])).filter(Boolean)).toEqual([]);
  });

  it('imports only files that exist', () => {
    expect(inside.filter(({ to }) => !files.includes(to))).toEqual([]);
  });

  it('keeps the stand-in and the server half out of what pages load', () => {
    const reached = new Set(['define.ts', 'index.ts']);
    for (const file of reached) for (const { from, to } of inside) if (from === file) reached.add(to);
    expect([...reached].filter((file) => /^(host|places|sandbox)\//.test(file))).toEqual([]);
    expect(reached.size).toBeGreaterThan(20);
  });

  it('names each package in its rooms only', () => {
    const isBrowserHalf = (room: string) => room !== '.' && !/^(sandbox|host\/check|host$)/.test(room);
    const named = imports.filter(
      ({ from, to }) => !to.startsWith('.') && !to.startsWith('node:') && isBrowserHalf(dirname(from)),
    );
    const wrong = named.filter(({ from, to }) => {
      const known = packages[dirname(from)]?.split(' ') ?? [];
      return !known.some((name) => to === name || to.startsWith(`${name}/`));
    });
    expect(wrong).toEqual([]);
  });

  it('names the vendor’s package in src/persona only', () => {
    expect(imports.filter(({ to }) => to === 'persona').map(({ from }) => dirname(from))).toEqual(['persona']);
  });
});
