import { defineConfig } from 'cardstock-og';

export default defineConfig({ site: 'https://harbour.example.com', name: 'The harbour' });
