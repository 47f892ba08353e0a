import { availableParallelism } from 'node:os';
import { playwright } from '@vitest/browser-playwright';
import type { UserConfig } from 'vite';
import { ClosingLine } from './helpers/closing-line.js';
import { fakeCamera } from './helpers/fake-camera.js';
import { findChromium, headlessShell } from './helpers/find-chromium.js';
import { LongestFirst } from './helpers/longest-first.js';
import { mediaCommands } from './helpers/media-commands.js';
import { memoryCommands } from './helpers/memory-commands.js';
import { personaCommands } from './helpers/persona-commands.js';
import { stories } from './vitest.stories.js';

// What is polled comes at once on a quiet machine; on a busy one it has to wait for its turn.
const timeouts = { testTimeout: 60_000, hookTimeout: 60_000, expect: { poll: { timeout: 10_000 } } };
// Walks through Persona's pages take seconds, and more on a busy machine.
const walks = { testTimeout: 90_000, hookTimeout: 90_000, expect: { poll: { timeout: 10_000 } } };

/** The test projects: pure code and servers in Node, elements in a real browser, journeys through the built demo. */
export async function testing(): Promise<UserConfig> {
  process.env.WHOLE_CHROME_PATH ??= await findChromium();
  process.env.CHROME_PATH ??= headlessShell() ?? process.env.WHOLE_CHROME_PATH;
  const chromium = process.env.CHROME_PATH;
  return {
    define: { 'process.env.NODE_ENV': '"test"' },
    optimizeDeps: {
      include: [
        'lit',
        'lit/decorators.js',
        'lit/directives/live.js',
        'lit/directives/repeat.js',
        'persona',
        'zod/mini',
        '@open-wc/testing-helpers/pure',
        'chai-a11y-axe',
        'axe-core',
      ],
    },
    test: {
      reporters: ['default', new ClosingLine()],
      sequence: { sequencer: LongestFirst },
      // One more than there are cores: half of the tests wait for something.
      maxWorkers: availableParallelism() + 1,
      projects: [
        {
          extends: true,
          test: {
            name: 'node',
            environment: 'node',
            include: ['test/{core,controllers,places,sandbox,attacks}/**/*.test.ts'],
            // Files share what they import: to read it anew for each took a third of the time.
            isolate: false,
            setupFiles: ['test/helpers/shared-worker.ts'],
            ...timeouts,
          },
        },
        {
          extends: true,
          test: {
            // Hosts go on with what is due, and some of these leave one behind as a killed process does.
            name: 'host',
            environment: 'node',
            include: ['test/{host,demo,package}/**/*.test.ts'],
            setupFiles: ['test/helpers/patience.ts'],
            ...timeouts,
          },
        },
        {
          extends: true,
          test: {
            name: 'browser',
            include: ['test/elements/**/*.test.ts'],
            globalSetup: ['test/helpers/servers.ts'],
            setupFiles: ['test/helpers/patience.ts', 'test/helpers/browser-setup.ts'],
            ...walks,
            browser: {
              enabled: true,
              headless: true,
              // One page: two share one focus.
              fileParallelism: false,
              screenshotFailures: false,
              viewport: { width: 1280, height: 900 },
              commands: { ...personaCommands, ...memoryCommands, ...mediaCommands },
              provider: playwright({
                // Nothing moves: what is half faded in has no contrast yet.
                contextOptions: { reducedMotion: 'reduce' },
                launchOptions: {
                  executablePath: chromium,
                  args: ['--no-sandbox', ...fakeCamera, '--disable-background-networking'],
                },
              }),
              instances: [{ browser: 'chromium' }],
            },
          },
        },
        ...stories(chromium),
        {
          extends: true,
          test: {
            name: 'journey',
            environment: 'node',
            include: ['test/journey/**/*.test.ts'],
            isolate: false,
            setupFiles: ['test/helpers/shared-worker.ts', 'test/helpers/journey-setup.ts'],
            // After all others, whose waiting leaves room for the two browsers beside them: a walk fills a core.
            sequence: { groupOrder: 1 },
            ...walks,
          },
        },
        {
          extends: true,
          test: {
            name: 'frameworks',
            environment: 'node',
            include: ['test/frameworks/**/*.test.ts'],
            // One app after the other; each step of one takes a build or a walk.
            sequence: { groupOrder: 2 },
            ...walks,
            hookTimeout: 120_000,
          },
        },
      ],
    },
  };
}
