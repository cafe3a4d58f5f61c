import { serve } from '@hono/node-server';
import { metaTags, openProject } from 'cardstock-og';
import { Hono } from 'hono';

const cardstock = await openProject(import.meta.dirname);
const app = new Hono();

app.on(['GET', 'HEAD'], ['/api/og', '/api/og/*'], (context) => cardstock.respond(context.req.raw));

app.get('/', async (context) => {
  const image = await cardstock.openGraph({ template: 'harbour', props: { title: 'High water at six' } });
  const { html } = metaTags({ title: 'The harbour', url: 'https://harbour.example.com/', image });
  return context.html(`<!doctype html><html lang="en"><head>${html}</head><body>The harbour</body></html>`);
});

const options = { fetch: app.fetch, port: Number(process.env.PORT ?? 3000), hostname: '127.0.0.1' };
const server = serve(options, ({ port }) => console.log(`http://127.0.0.1:${port}`));
process.once('SIGTERM', () => server.close(() => cardstock.close()));
