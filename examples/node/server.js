import { createServer } from 'node:http';
import { metaTags, openProject } from 'cardstock-og';

const cardstock = await openProject(import.meta.dirname);

async function page() {
  const image = await cardstock.openGraph({ template: 'harbour', props: { title: 'High water at six' } });
  const { html } = metaTags({ title: 'The harbour', url: 'https://harbour.example.com/', image });
  return `<!doctype html><html lang="en"><head><meta charset="utf-8">${html}</head><body>The harbour</body></html>`;
}

const server = createServer((request, response) =>
  cardstock.handle(request, response, async () => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(await page());
  }),
);
server.listen(Number(process.env.PORT ?? 3000), '127.0.0.1', () =>
  console.log(`http://127.0.0.1:${server.address().port}`),
);
process.once('SIGTERM', () => server.close(() => cardstock.close()));
