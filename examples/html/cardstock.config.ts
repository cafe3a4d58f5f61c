import { defineConfig } from 'cardstock-og';

export default defineConfig({
  site: 'https://lamp-room.example.com',
  name: 'The Lamp Room',
  defaults: { brand: '#0b6e4f' },
});
