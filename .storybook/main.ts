import type { StorybookConfig } from '@storybook/web-components-vite';
import { personaStandIn } from './persona-stand-in.js';

const config: StorybookConfig = {
  framework: '@storybook/web-components-vite',
  stories: ['../stories/**/*.stories.ts'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y', '@storybook/addon-vitest'],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  // The page's colours come from the theme in the toolbar.
  features: { backgrounds: false },
  viteFinal: (vite) => ({
    ...vite,
    plugins: [...(vite.plugins ?? []), personaStandIn()],
    // All at once: what is found late reloads the page, and Lit then exists twice for a moment.
    optimizeDeps: {
      ...vite.optimizeDeps,
      include: [...(vite.optimizeDeps?.include ?? []), 'lit', 'lit/decorators.js', 'lit/directives/ref.js', 'lit/directives/repeat.js', 'persona', 'zod/mini', '@floating-ui/dom'],
    },
  }),
};

export default config;
