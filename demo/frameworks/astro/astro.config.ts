import node from '@astrojs/node';
import { defineConfig } from 'astro/config';

export default defineConfig({
  output: 'server',
  adapter: node({ mode: 'standalone' }),
  // The demo host; a site of your own answers `/api/identity` itself, or its proxy does.
  vite: { server: { proxy: { '/api': { target: 'http://localhost:4000', changeOrigin: true } } } },
});
