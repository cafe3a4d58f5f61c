import { render } from 'preact-render-to-string';
import type { TemplateRegistry } from '../../card/registry.ts';
import { css } from '../../card/template.ts';
import { type Print, type PrintedCard, printWidths } from './prints.ts';

const style = css`
  :root {
    color-scheme: light dark;
    font:
      15px/1.45 system-ui,
      sans-serif;
    background: light-dark(#e9e9e7, #1d1e21);
    color: light-dark(#16181d, #f1f0ec);
  }
  body {
    margin: 0;
    padding: 0 24px 96px;
  }
  header {
    position: sticky;
    top: 0;
    z-index: 1;
    display: flex;
    flex-wrap: wrap;
    gap: 8px 28px;
    align-items: baseline;
    padding: 14px 24px;
    margin: 0 -24px;
    background: light-dark(#e9e9e7f2, #1d1e21f2);
    border-bottom: 1px solid #8885;
  }
  h1,
  h2,
  h3 {
    letter-spacing: -0.01em;
    margin: 0;
  }
  h1 {
    font-size: 18px;
  }
  h2 {
    margin-top: 56px;
    font-size: 26px;
    scroll-margin-top: 64px;
  }
  h3 {
    margin: 24px 0 10px;
    font-size: 15px;
  }
  p {
    margin: 2px 0 0;
    opacity: 0.75;
  }
  nav {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 14px;
  }
  a {
    color: inherit;
  }
  ul {
    list-style: none;
    margin: 0;
    padding: 0;
    display: flex;
    flex-wrap: wrap;
    gap: 24px 20px;
  }
  li {
    width: 600px;
    max-width: 100%;
  }
  img {
    display: block;
    width: 100%;
    height: auto;
    margin-bottom: 8px;
  }
  .w300 {
    display: none;
  }
  body:has(#w300:checked) {
    .w300 {
      display: block;
    }
    .w600 {
      display: none;
    }
    li {
      width: 300px;
    }
  }
  .name {
    font-weight: 600;
  }
  .facts {
    opacity: 0.75;
    font-variant-numeric: tabular-nums;
  }
  .finding,
  .failure {
    color: light-dark(#b00020, #ff8a8a);
  }
  .failure {
    display: grid;
    place-items: center;
    aspect-ratio: 1200 / 630;
    padding: 24px;
    border: 2px dashed;
  }
  .alt {
    font-size: 13px;
    opacity: 0.65;
  }
`;

/** Everything on one page, without a script: it is opened from a folder. */
export function renderPage(prints: readonly Print[], templates: TemplateRegistry): string {
  const sections = Map.groupBy(prints, ({ sample }) => sample.template);
  const variants = [...new Set(prints.map(({ sample }) => sample.variant))];
  const page = (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>Contact sheet</title>
        <style dangerouslySetInnerHTML={{ __html: style + switches(variants) }} />
      </head>
      <body>
        <Controls count={prints.length} templates={[...sections.keys()]} variants={variants} />
        {Array.from(sections, ([name, ofTemplate]) => (
          <section id={name}>
            <h2>{name}</h2>
            <p>{templates.get(name).description}</p>
            {Array.from(
              Map.groupBy(ofTemplate, ({ sample }) => sample.variant),
              ([variant, shown]) => (
                <VariantRow variant={variant} prints={shown} />
              ),
            )}
          </section>
        ))}
      </body>
    </html>
  );
  return `<!doctype html>${render(page)}`;
}

interface ControlsProps {
  readonly count: number;
  readonly templates: readonly string[];
  readonly variants: readonly string[];
}

function Controls({ count, templates, variants }: ControlsProps) {
  return (
    <header>
      <h1>{count} cards</h1>
      <nav>
        {templates.map((name) => (
          <a href={`#${name}`}>{name}</a>
        ))}
      </nav>
      <div>
        {printWidths.map((width) => (
          <label>
            <input type="radio" name="width" id={`w${width}`} checked={width === 600} /> {width} px{' '}
          </label>
        ))}
      </div>
      <div>
        {variants.map((name) => (
          <label>
            <input type="checkbox" id={idOf(name)} checked /> {name}{' '}
          </label>
        ))}
      </div>
    </header>
  );
}

function VariantRow({ variant, prints }: { variant: string; prints: readonly Print[] }) {
  return (
    <div class={idOf(variant)}>
      <h3>{variant}</h3>
      <ul>
        {prints.map(({ sample, card, failure }) => (
          <li>
            {card ? <Picture {...card} /> : <div class="failure">{failure}</div>}
            <div class="name">
              {sample.template}, {sample.example}
            </div>
            {card && <Facts {...card} />}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Picture({ alt, file, thumbnails }: PrintedCard) {
  return (
    <a href={file}>
      {printWidths.map((width) => (
        <span class={`w${width}`}>
          <img src={thumbnails[width]} alt={alt} loading="lazy" />
        </span>
      ))}
    </a>
  );
}

function Facts({ alt, width, height, kilobytes, fitted, findings }: PrintedCard) {
  return (
    <>
      <div class="facts">
        {width}×{height}, {kilobytes} kB{fitted && ', fitted'}
      </div>
      {findings.map((finding) => (
        <div class="finding">{finding}</div>
      ))}
      <div class="alt" dir="auto">
        {alt}
      </div>
    </>
  );
}

/** `og@2x` as an id that CSS can name. */
/** A size is hidden while its box is not ticked. */
function switches(variants: readonly string[]): string {
  const rules = variants.map((name) => `body:has(#${idOf(name)}:not(:checked)) .${idOf(name)}{display:none}`);
  return rules.join('');
}

function idOf(variant: string): string {
  return `v-${variant.replace(/[@.]/g, '-')}`;
}
