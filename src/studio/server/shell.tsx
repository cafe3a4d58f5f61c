import type { RequestHandler } from 'express';
import { render } from 'preact-render-to-string';
import type { Template } from '../../card/template.ts';
import type { Config } from '../../config.ts';
import { queryUrl } from '../../serve/url/query-url.ts';
import { signedUrl } from '../../serve/url/signed-url.ts';
import type { Workshop } from './workshop.ts';

/** Nothing but what this server has itself; pictures that are typed or dropped are `blob:` and `data:`. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The page, which its script fills; without one it is a list of all examples. */
export function showShell(workshop: Workshop): RequestHandler {
  return (_request, response) => {
    response.set('content-security-policy', policy).set('cache-control', 'no-store');
    response.type('html').send(renderShell(workshop));
  };
}

function renderShell(workshop: Workshop): string {
  const { templates, config } = workshop.cardstock();
  const page = (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>Cardstock</title>
        <link rel="icon" href="_studio/icon.svg" />
        <link rel="stylesheet" href="_studio/studio.css" />
        <script type="module" src="_studio/studio.js" />
      </head>
      <body>
        <div id="studio" />
        <noscript>
          <main class="without-script">
            <h1>Cardstock</h1>
            {Array.from(templates, (template) => (
              <Examples template={template} config={config} />
            ))}
          </main>
        </noscript>
      </body>
    </html>
  );
  return `<!doctype html>${render(page)}`;
}

function Examples({ template, config }: { template: Template; config: Config }) {
  const { name, description, examples } = template;
  const secret = config.allowUnsigned ? undefined : config.secrets[0];
  const addresses = Object.keys(examples).map((example) => {
    const path = queryUrl({ template: name, example, props: {} }, config.paths.card);
    return { example, url: `${config.basePath}${signedUrl(path, secret)}` };
  });
  return (
    <section>
      <h2>{name}</h2>
      <p>{description}</p>
      {addresses.map(({ example, url }) => (
        <a href={url}>
          <img src={url} alt={`${name}, ${example}`} width={300} loading="lazy" />
        </a>
      ))}
    </section>
  );
}
