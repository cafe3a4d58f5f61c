import type { RequestHandler } from 'express';
import { render } from 'preact-render-to-string';
import { altOf } from '../card/alt.ts';
import { describeProps } from '../card/props.ts';
import type { TemplateRegistry } from '../card/registry.ts';
import { resolveCard } from '../card/resolve.ts';
import { css, type Template } from '../card/template.ts';
import type { Cardstock } from '../cardstock.ts';
import type { Config } from '../config.ts';
import { CardstockError } from '../errors.ts';
import { queryUrl } from '../serve/url/query-url.ts';
import { signedUrl } from '../serve/url/signed-url.ts';

const style = css`
  :root {
    color-scheme: light dark;
    font:
      16px/1.5 system-ui,
      sans-serif;
  }
  body {
    max-width: 1240px;
    margin: 0 auto;
    padding: 48px 24px 96px;
  }
  h1 {
    font-size: 40px;
    letter-spacing: -0.02em;
    margin: 0 0 4px;
  }
  h2 {
    margin: 72px 0 0;
    font-size: 26px;
    letter-spacing: -0.01em;
  }
  p {
    margin: 4px 0 0;
    opacity: 0.75;
  }
  ul {
    list-style: none;
    padding: 0;
    margin: 24px 0 0;
    display: grid;
    gap: 40px 32px;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 480px), 1fr));
  }
  img {
    display: block;
    width: 100%;
    height: auto;
    aspect-ratio: 1200 / 630;
    border-radius: 10px;
    box-shadow:
      0 0 0 1px #8883,
      0 12px 32px -12px #0005;
  }
  h3 {
    margin: 14px 0 0;
    font-size: 16px;
  }
  .url {
    display: block;
    font:
      12px/1.5 ui-monospace,
      monospace;
    color: inherit;
    opacity: 0.65;
    text-decoration: none;
    overflow-wrap: anywhere;
    max-height: 4.5em;
    overflow: hidden;
  }
  .url:hover {
    opacity: 1;
    text-decoration: underline;
  }
  dl {
    display: grid;
    grid-template-columns: max-content 1fr;
    gap: 2px 20px;
    margin: 16px 0 0;
    font-size: 14px;
  }
  dt {
    font-family: ui-monospace, monospace;
  }
  dd {
    margin: 0;
    opacity: 0.75;
  }
`;

/** One example of a template, ready to be shown. */
interface Sample {
  readonly name: string;
  readonly url: string;
  readonly alt: string;
}

/** Answers with {@link renderGallery}, as a page that can load nothing but its pictures. */
export function showGallery(cardstock: Pick<Cardstock, 'templates' | 'config'>): RequestHandler {
  return async (_request, response) => {
    response.set('content-security-policy', "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'");
    response.type('html').send(await renderGallery(cardstock.templates, cardstock.config));
  };
}

/** The page at `/`: every template's examples as pictures, each with its URL. */
async function renderGallery(templates: TemplateRegistry, config: Config): Promise<string> {
  const sections = await Promise.all(
    Array.from(templates, async (template) => ({
      template,
      samples: await samplesOf(template, templates, config),
    })),
  );
  const page = (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>Cardstock</title>
        <style dangerouslySetInnerHTML={{ __html: style }} />
      </head>
      <body>
        <h1>Cardstock</h1>
        <p>Every picture below was made by a browser on this machine. Its URL stands under it.</p>
        {sections.map((section) => (
          <TemplateSection {...section} />
        ))}
      </body>
    </html>
  );
  return `<!doctype html>${render(page)}`;
}

function samplesOf(template: Template, templates: TemplateRegistry, config: Config): Promise<Sample[]> {
  const secret = config.allowUnsigned ? undefined : config.secrets[0];
  const samples = Object.keys(template.examples).map(async (name) => {
    const request = { template: template.name, example: name, props: {} };
    const alt = await resolveCard(request, templates).then(altOf).catch(reasonOf);
    const url = `${config.basePath}${signedUrl(queryUrl(request, config.paths.card), secret)}`;
    return { name, url, alt };
  });
  return Promise.all(samples);
}

/** Shown in the place of the picture that there is not. */
function reasonOf(error: unknown): string {
  if (error instanceof CardstockError) return error.message;
  throw error;
}

function TemplateSection({ template, samples }: { template: Template; samples: Sample[] }) {
  return (
    <section>
      <h2>{template.name}</h2>
      <p>{template.description}</p>
      <dl>
        {Object.entries(describeProps(template.props)).map(([name, { description }]) => (
          <>
            <dt>{name}</dt>
            <dd>{description}</dd>
          </>
        ))}
      </dl>
      <ul>
        {samples.map(({ name, url, alt }) => (
          <li>
            <a href={url}>
              <img src={url} alt={alt} width={1200} height={630} loading="lazy" />
            </a>
            <h3>{name}</h3>
            <a class="url" href={url}>
              {url}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
