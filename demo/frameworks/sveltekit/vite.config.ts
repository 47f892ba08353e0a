import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [sveltekit({ adapter: adapter() })],
  // The demo host; a site of your own answers `/api/identity` itself, or its proxy does.
  server: { proxy: { '/api': { target: 'http://localhost:4000', changeOrigin: true } } },
});
