import cardstock from 'cardstock-og/astro';
import { defineConfig } from 'astro/config';

export default defineConfig({ site: 'https://astro.example.com', integrations: [cardstock()] });
