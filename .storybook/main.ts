import type { StorybookConfig } from '@storybook/web-components-vite';
import type { Plugin } from 'vite';
import { inAPage } from './stand-in/in-a-page.js';

// The package names its built files as the only ones with side effects. Its sources and the stories, used here as they
// are, would be left out where they are imported for nothing but registering an element.
const keepSources: Plugin = {
  name: 'keep-sources',
  apply: 'build',
  transform: (code, id) =>
    /\/(src|stories|\.storybook)\/[^?]+\.ts$/.test(id) ? { code, map: null, moduleSideEffects: true } : undefined,
};

const config: StorybookConfig = {
  framework: '@storybook/web-components-vite',
  stories: ['../stories/**/*.mdx', '../stories/**/*.stories.ts'],
  // The stand-in for Persona runs in the story's page: its own pages, and the worker that leads frames to it.
  staticDirs: [
    './public',
    { from: '../dist/sandbox/app', to: '/persona-app' },
    { from: '../stories/pictures', to: '/pictures' },
  ],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y', '@storybook/addon-vitest'],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  // The page's colours come from the theme in the toolbar.
  features: { backgrounds: false, sidebarOnboardingChecklist: false },
  viteFinal: (vite) => ({
    ...vite,
    plugins: [...(vite.plugins ?? []), keepSources, inAPage],
    // All at once: what is found late reloads the page, and Lit then exists twice for a moment.
    optimizeDeps: {
      ...vite.optimizeDeps,
      include: [
        ...(vite.optimizeDeps?.include ?? []),
        'lit',
        'lit/decorators.js',
        'lit/directive-helpers.js',
        'lit/directives/ref.js',
        'lit/directives/repeat.js',
        'persona',
        'zod/mini',
        // The stand-in's.
        'hono',
        'hono/body-limit',
        'hono/http-exception',
        'image-size',
        'jpeg-js',
        'pngjs/browser',
        'zod',
        'zxing-wasm/reader',
      ],
    },
  }),
};

export default config;
