import { css } from '../../card/template.ts';

export const style = css`
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
    padding: 24px clamp(16px, 3vw, 40px) 96px;
    overflow-wrap: break-word;
  }
  h1,
  h2 {
    margin: 0;
    letter-spacing: -0.01em;
  }
  h1 {
    display: flex;
    align-items: center;
    gap: 12px;
    font-size: 26px;
    line-height: 1.2;
  }
  h1 img {
    flex: none;
    width: 40px;
    height: 40px;
    object-fit: contain;
  }
  h2 {
    font-size: 15px;
  }
  a {
    color: inherit;
  }
  dl {
    display: grid;
    grid-template-columns: max-content 1fr;
    gap: 4px 16px;
    margin: 16px 0 0;
  }
  dt {
    grid-column: 1;
    opacity: 0.65;
  }
  dd {
    grid-column: 2;
    min-width: 0;
    margin: 0;
  }
  .swatch {
    display: inline-block;
    width: 1em;
    height: 1em;
    margin-right: 6px;
    border: 1px solid #8888;
    border-radius: 3px;
    vertical-align: -0.12em;
  }
  .filter {
    position: sticky;
    top: 0;
    z-index: 1;
    display: flex;
    flex-wrap: wrap;
    gap: 4px 18px;
    margin: 24px calc(-1 * clamp(16px, 3vw, 40px)) 24px;
    padding: 12px clamp(16px, 3vw, 40px);
    background: light-dark(#e9e9e7f2, #1d1e21f2);
    border-block: 1px solid #8885;
  }
  @media (max-width: 600px) {
    .filter {
      position: static;
    }
  }
  label {
    white-space: nowrap;
  }
  ul {
    list-style: none;
    margin: 0;
    padding: 0;
  }
  .cards {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(320px, 100%), 1fr));
    gap: 28px 24px;
  }
  .cards li {
    min-width: 0;
  }
  .cards img,
  .none {
    display: block;
    width: 100%;
    height: auto;
    aspect-ratio: auto 1200 / 630;
    margin-bottom: 10px;
  }
  .none {
    display: grid;
    place-items: center;
    box-sizing: border-box;
    padding: 16px;
    border: 2px dashed #8888;
    text-align: center;
    aspect-ratio: 1200 / 630;
  }
  .facts {
    font-size: 13px;
    opacity: 0.7;
  }
  .note {
    font-size: 14px;
    color: light-dark(#b00020, #ff8a8a);
  }
`;
