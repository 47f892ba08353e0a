import { resolve } from 'node:path';
import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import { playwright } from '@vitest/browser-playwright';
import type { TestProjectConfiguration } from 'vitest/config';
import { languages } from '../src/locales/languages.js';
import { fakeCamera } from './helpers/fake-camera.js';
import { pictureCommands } from './pictures/picture-commands.js';

/**
 * The stories as tests: each one renders, its play function finds what it expects, axe finds nothing, and it looks as
 * in its pictures. In English; `STORIES_IN="de ar"` names other languages, `STORIES_IN=all` means every one there are
 * words in.
 */
export const stories = (chromium: string): TestProjectConfiguration[] =>
  storiesIn.map((tag) => inLanguage(chromium, tag));

const wanted = process.env.STORIES_IN ?? 'en';
const storiesIn = wanted === 'all' ? Object.keys(languages) : wanted.split(' ');

const inLanguage = (chromium: string, language: string): TestProjectConfiguration => ({
  extends: true,
  plugins: [storybookTest({ configDir: resolve(import.meta.dirname, '../.storybook'), initialGlobals: { language } })],
  test: {
    name: language === 'en' ? 'stories' : `stories in ${language}`,
    // One language after the other: their pages would share one focus.
    sequence: { groupOrder: storiesIn.indexOf(language) },
    testTimeout: 30_000,
    setupFiles: ['test/pictures/compare.ts'],
    browser: {
      enabled: true,
      headless: true,
      // One page: two share one focus.
      fileParallelism: false,
      screenshotFailures: false,
      viewport: { width: 1280, height: 900 },
      provider: playwright({
        launchOptions: {
          executablePath: chromium,
          args: ['--no-sandbox', ...fakeCamera, '--disable-background-networking'],
        },
        // In the middle of a fade, text has less contrast than it will have.
        contextOptions: {
          reducedMotion: 'reduce',
          timezoneId: 'UTC',
          locale: 'en-US',
          // As large as any story gets: what does not fit is shown smaller, and its pictures would be blurred.
          viewport: { width: 1280, height: 1024 },
        },
      }),
      commands: pictureCommands,
      expect: {
        toMatchScreenshot: {
          comparatorName: 'pixelmatch',
          // A colour may differ by what packing costs it; fewer points than a letter has may be another.
          comparatorOptions: { threshold: 0.2, allowedMismatchedPixels: 20 },
          resolveScreenshotPath: ({ arg, ext, root }) => resolve(root, 'stories/pictures', `${arg}${ext}`),
          resolveDiffPath: ({ arg, ext, root }) => resolve(root, 'test-results/pictures', `${arg}${ext}`),
        },
      },
      instances: [{ browser: 'chromium' }],
    },
  },
});
