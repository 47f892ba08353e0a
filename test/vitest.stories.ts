import { resolve } from 'node:path';
import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import { playwright } from '@vitest/browser-playwright';
import type { TestProjectConfiguration } from 'vitest/config';
import { fakeCamera } from './helpers/fake-camera.js';

/** The stories as tests: each one renders, its play function finds what it expects, and axe finds nothing. */
export const stories = (chromium: string): TestProjectConfiguration => ({
  extends: true,
  plugins: [storybookTest({ configDir: resolve(import.meta.dirname, '../.storybook') })],
  test: {
    name: 'stories',
    testTimeout: 30_000,
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
        contextOptions: { reducedMotion: 'reduce' },
      }),
      instances: [{ browser: 'chromium' }],
    },
  },
});
