import { defineConfig } from 'cardstock-og';

export default defineConfig({
  site: process.env['DOCS_URL'] ?? 'https://cardstock.example.com',
  name: 'Cardstock',
  defaults: { brand: '#2d55d9' },
});
