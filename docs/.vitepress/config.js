import { defineConfig } from 'vitepress';
import { leavesTheSite } from './leaves-the-site.js';
import { namesFiles } from './names-files.js';
import { sidebar } from './sidebar.js';

export default defineConfig({
  title: 'Cardstock',
  description: 'Open Graph images from JSX templates, photographed by a real browser.',
  lang: 'en',
  cleanUrls: true,
  srcExclude: ['**/node_modules/**'],
  head: [
    ['link', { rel: 'icon', href: '/icon.svg', type: 'image/svg+xml' }],
    ['meta', { name: 'theme-color', content: '#2d55d9' }],
  ],
  markdown: {
    theme: { light: 'github-light', dark: 'github-dark' },
    config: (markdown) => markdown.use(leavesTheSite).use(namesFiles),
  },
  themeConfig: {
    logo: '/icon.svg',
    nav: [
      { text: 'Start', link: '/start/' },
      { text: 'Your design', link: '/design/' },
      { text: 'Deploy', link: '/deploy' },
      { text: 'Reference', link: '/reference/cli' },
    ],
    sidebar: sidebar(),
    outline: [2, 3],
    search: { provider: 'local' },
    docFooter: { prev: 'Before', next: 'Next' },
  },
});
