import { metaTags, openProject } from 'cardstock-og';
import Fastify from 'fastify';

const cardstock = await openProject(import.meta.dirname);
const app = Fastify();

for (const path of ['/api/og', '/api/og/*']) {
  app.get(path, (request, reply) => {
    reply.hijack();
    return cardstock.handle(request.raw, reply.raw);
  });
}

app.get('/', async (_request, reply) => {
  const image = await cardstock.openGraph({ template: 'harbour', props: { title: 'High water at six' } });
  const { html } = metaTags({ title: 'The harbour', url: 'https://harbour.example.com/', image });
  reply.type('text/html; charset=utf-8');
  return `<!doctype html><html lang="en"><head>${html}</head><body>The harbour</body></html>`;
});

console.log(await app.listen({ port: Number(process.env.PORT ?? 3000), host: '127.0.0.1' }));
process.once('SIGTERM', async () => {
  await app.close();
  await cardstock.close();
});
