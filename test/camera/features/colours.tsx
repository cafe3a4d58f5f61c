import { css } from '../../../src/template.ts';
import { type Feature, point } from './feature.ts';

/** What `right` is in other spaces was computed from CSS Color 4's matrices, not read off a browser. */
export const spaces: readonly Feature[] = [
  swatch('oklch()', 'oklch(62.436% 0.13749 160.022)'),
  swatch('lab()', 'lab(58.2351% -46.0008 18.0298)'),
  swatch('display-p3', 'color(display-p3 0.28789 0.61808 0.43249)'),
];

function swatch(name: string, value: string): Feature {
  const className = name.replace(/\W/g, '');
  return {
    name,
    css: css`
      .${className} {
        height: 60px;
        margin: 15px 20px;
        border-radius: 30px;
        background: var(--wrong);
        background: ${value};
      }
    `,
    body: <i class={className} />,
    without: [`background: ${value};`, ''],
    sights: [point(70, 45)],
  };
}

/** Colours between colours. */
export const gradients: readonly Feature[] = [
  {
    name: 'color-mix()',
    css: css`
      .mixed {
        height: 100%;
        display: flex;
      }
      .mixed i {
        flex: 1;
        background: color-mix(in oklab, var(--sky), var(--sun) var(--part));
      }
    `,
    body: (
      <div class="mixed">
        {[0, 25, 50, 75, 100].map((part) => (
          <i style={{ '--part': `${part}%` }} />
        ))}
      </div>
    ),
    without: ['color-mix(in oklab,', 'color-mix(in srgb,'],
    sights: [point(14, 45, 'sky'), point(70, 45, '#9da4b1'), point(126, 45, 'sun')],
  },
  {
    name: 'conic-gradient()',
    css: css`
      .conic {
        width: 76px;
        height: 76px;
        margin: 7px 32px;
        border-radius: 50%;
        background: conic-gradient(from 90deg, var(--right) 50%, var(--sun) 0 75%, var(--sky) 0);
      }
    `,
    body: <i class="conic" />,
    without: ['from 90deg,', ''],
    sights: [point(90, 60), point(50, 60), point(50, 30, 'sun'), point(90, 30, 'sky')],
  },
  {
    name: 'radial-gradient()',
    css: css`
      .radial {
        height: 100%;
        background: radial-gradient(
          ellipse 50px 30px at 60px 40px,
          var(--right) 50%,
          var(--sun) 51% 99%,
          transparent
        );
      }
    `,
    body: <i class="radial" />,
    without: ['ellipse 50px 30px at 60px 40px', 'circle'],
    sights: [
      point(60, 40),
      point(80, 40),
      point(95, 40, 'sun'),
      point(60, 63, 'sun'),
      point(115, 40, 'paper'),
    ],
  },
  {
    name: 'repeating gradient',
    css: css`
      .stripes {
        height: 100%;
        background: repeating-linear-gradient(
          90deg,
          var(--right) 0 10px,
          var(--paper) 10px 15px,
          var(--sun) 15px 20px
        );
      }
    `,
    body: <i class="stripes" />,
    without: ['repeating-linear', 'linear'],
    sights: [
      point(5, 45),
      point(17, 45, 'sun'),
      point(105, 45),
      point(117, 45, 'sun'),
      point(112, 45, 'paper'),
    ],
  },
  {
    name: 'gradient in a space',
    css: css`
      .rainbow {
        height: 100%;
        background: linear-gradient(90deg in hsl longer hue, hsl(0 80% 50%), hsl(0 80% 50%));
      }
    `,
    body: <i class="rainbow" />,
    without: ['in hsl longer hue', ''],
    // Where the middles of these pixels are: hsl(120 …), hsl(181 …) and hsl(240 …).
    sights: [point(46, 45, '#1ae619'), point(70, 45, '#1ae1e6'), point(93, 45, '#1919e6')],
  },
];
