import { css } from '../../src/template.ts';
import { Signed } from './signed.tsx';
import { siteLineCss } from './site-line.tsx';
import { Line } from './words.tsx';

export interface FileLineProps {
  readonly file?: string | undefined;
  readonly syntax: string;
  readonly author?: string | undefined;
  readonly site?: string | undefined;
  /** A data URL. */
  readonly logo?: string | undefined;
}

/** Which file some code is, or else its language; who wrote it, and where. It runs as code does. */
export function FileLine({ file, syntax, author, site, logo }: FileLineProps) {
  return (
    <header>
      <span class="file">{file ?? (syntax === 'text' ? '' : syntax)}</span>
      {(author || site || logo) && (
        <div class="credits">
          <Line name="author" text={author} as="b" />
          <Signed logo={logo}>
            <Line name="site" text={site} />
          </Signed>
        </div>
      )}
    </header>
  );
}

/** Where `--gutter` is, in which the lines of the code are numbered, and `--edge`, the lower margin of the card. */
export const fileLineCss = css`
  ${siteLineCss}
  header {
    direction: ltr;
    margin-bottom: var(--below-header);
  }
  header,
  .credits {
    gap: 2.5rem;
  }
  .credits {
    flex: 0 1 auto;
    min-width: 0;
    display: flex;
    justify-content: space-between;
  }
  .file,
  header .cut {
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    padding: 0.3em 3px;
    margin: -0.3em -3px;
  }
  .file {
    flex: 1 1 max-content;
    font-family: 'JetBrains Mono';
    font-weight: 700;
    font-size: 1.65rem;
    letter-spacing: -0.02em;
  }
  .file::before {
    content: '';
    display: inline-block;
    width: 1.1rem;
    height: 1.1rem;
    margin-right: calc(var(--gutter) - 1.1rem);
    border-radius: 50%;
    background: var(--accent);
  }
  .author {
    letter-spacing: 0;
  }
  .credits .site {
    color: var(--soft);
  }
  @media (max-aspect-ratio: 1/1) {
    .credits {
      position: absolute;
      inset: auto 4.5rem var(--edge);
      padding-top: 1.6rem;
      border-top: 2px solid var(--line);
    }
  }
`;
