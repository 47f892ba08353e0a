export default defineNuxtConfig({
  compatibilityDate: '2026-01-01',
  telemetry: false,
  devtools: { enabled: false },
  app: { head: { title: 'Nuxt', htmlAttrs: { lang: 'en' }, link: [{ rel: 'icon', href: 'data:,' }] } },
  typescript: { strict: true, tsConfig: { vueCompilerOptions: { strictTemplates: true } } },
  // The demo host; a site of your own answers `/api/identity` itself, or its proxy does.
  nitro: { devProxy: { '/api': { target: 'http://localhost:4000/api', changeOrigin: true } } },
});
