import { css } from '../../../src/template.ts';
import { type Feature, point } from './feature.ts';

const thirds =
  '<svg xmlns="http://www.w3.org/2000/svg" width="120" height="40"><rect width="40" height="40" fill="#3d7ff5"/><rect x="40" width="40" height="40" fill="#f5b83d"/><rect x="80" width="40" height="40" fill="#12a06a"/></svg>';
const picture = `data:image/svg+xml;base64,${Buffer.from(thirds).toString('base64')}`;

/** Pictures, in all ways to have one. */
export const pictures: readonly Feature[] = [
  {
    name: 'object-fit',
    css: css`
      .fitted {
        display: block;
        width: 100px;
        height: 60px;
        margin: 15px 20px;
        object-fit: cover;
        object-position: 100% 50%;
      }
    `,
    body: <img class="fitted" src={picture} />,
    without: ['object-fit: cover', ''],
    sights: [point(110, 45), point(60, 45), point(30, 45, 'sun')],
  },
  {
    name: 'image-set()',
    css: css`
      .set {
        height: 60px;
        margin: 15px 20px;
        background-color: var(--wrong);
        background-image: image-set(
          linear-gradient(var(--wrong), var(--wrong)) type('image/unheard-of'),
          linear-gradient(90deg, var(--right) 60%, var(--sun) 0) 1x,
          linear-gradient(var(--sky), var(--sky)) 2x
        );
      }
    `,
    body: <i class="set" />,
    without: ["type('image/unheard-of')", ''],
    sights: [point(50, 45), point(110, 45, 'sun')],
  },
  {
    name: 'SVG in a data URL',
    css: css`
      .spelled {
        height: 100%;
        background: url("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='28' height='30'%3E%3Ccircle cx='14' cy='15' r='10' fill='%2312a06a'/%3E%3C/svg%3E");
      }
    `,
    body: <i class="spelled" />,
    without: ["xmlns='http://www.w3.org/2000/svg'", ''],
    sights: [point(14, 15), point(126, 75), point(1, 1, 'paper'), point(28, 30, 'paper')],
  },
  {
    name: 'SVG filter',
    css: css`
      .swapped {
        height: 60px;
        margin: 15px 30px;
        border-radius: 30px;
        background: #a06a12;
        filter: url(#swap);
      }
    `,
    body: (
      <>
        <svg width="0" height="0" style={{ position: 'absolute' }}>
          <filter id="swap" y="-30%" height="160%" color-interpolation-filters="sRGB">
            <feColorMatrix values="0 0 1 0 0  1 0 0 0 0  0 1 0 0 0  0 0 0 1 0" />
            <feMorphology operator="dilate" radius="8" />
          </filter>
        </svg>
        <i class="swapped" />
      </>
    ),
    without: ['filter: url(#swap)', ''],
    sights: [point(70, 45), point(70, 10), point(70, 4, 'paper')],
  },
  {
    name: 'foreignObject',
    css: css`
      .foreign {
        width: 140px;
        height: 90px;
      }
      .foreign div {
        height: 100%;
        display: grid;
        grid-template-columns: 1fr 2fr;
        background: var(--sun);
      }
      .foreign i {
        grid-column: 2;
        background: var(--right);
      }
    `,
    body: (
      <svg class="foreign" viewBox="0 0 70 45">
        <foreignObject x="5" y="5" width="60" height="35">
          <div>
            <i />
          </div>
        </foreignObject>
      </svg>
    ),
    without: ['<foreignObject x="5"', '<foreignObject x="5000"'],
    sights: [point(30, 45, 'sun'), point(70, 20), point(126, 76), point(134, 45, 'paper')],
  },
];
