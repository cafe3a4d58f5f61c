export default defineNuxtConfig({
  compatibilityDate: '2026-11-28',
  modules: [['cardstock-og/nuxt', { site: 'https://harbour.example.com' }]],
});
