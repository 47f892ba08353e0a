import preact from '@preact/preset-vite';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [preact()],
  server: { proxy: { '/api': { target: 'http://localhost:4000', changeOrigin: true } } },
});
