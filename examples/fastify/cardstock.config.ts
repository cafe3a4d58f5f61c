import { defineConfig } from 'cardstock-og';

export default defineConfig({
  site: 'https://harbour.example.com',
  templates: './cards',
  paths: { card: '/api/og' },
});
