/** Drawn for a square of 16, with a pen of 1.5. */
const paths = {
  search: 'M7 12A5 5 0 1 0 7 2a5 5 0 0 0 0 10Zm3.6-1.4L14 14',
  plus: 'M8 3v10M3 8h10',
  minus: 'M3 8h10',
  close: 'm4 4 8 8m0-8-8 8',
  up: 'm4 10 4-4 4 4',
  down: 'm4 6 4 4 4-4',
  grip: 'M6 4v.1M10 4v.1M6 8v.1M10 8v.1M6 12v.1M10 12v.1',
  copy: 'M6 6h7v8H6zM10 6V2H3v8h3',
  check: 'm3 8.5 3.5 3.5L13 4.5',
  grid: 'M2.5 2.5h11v11h-11zM6.2 2.5v11m3.6-11v11M2.5 6.2h11m-11 3.6h11',
  safe: 'M1.5 4h13v8h-13zM5 4v8m6-8v8',
  small: 'M1.5 3.5h13v9h-13zM9 9h3.5v1.5H9z',
  beside: 'M1.5 4h5.5v8H1.5zM9 4h5.5v8H9z',
  before: 'M1.5 3.5h13v9h-13zM8 1.5v13',
  sun: 'M8 5.2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6ZM8 1v1.6M8 13.4V15M1 8h1.6M13.4 8H15M3 3l1.2 1.2m7.6 7.6L13 13M13 3l-1.2 1.2M4.2 11.8 3 13',
  moon: 'M13 9.6A5.6 5.6 0 0 1 6.4 3 5.6 5.6 0 1 0 13 9.6Z',
  auto: 'M8 2.5a5.5 5.5 0 1 0 0 11zM8 2.5a5.5 5.5 0 0 1 0 11',
  help: 'M5.8 6a2.2 2.2 0 1 1 3.3 1.9C8.4 8.3 8 8.8 8 9.6m0 2.4v.1',
  reset: 'M3 3v3.5h3.5M3.2 6.4A5.2 5.2 0 1 1 2.8 9',
  stress: 'M1.5 8h2.6l1.8-5 3.4 10 2-5h3.2',
  page: 'M3.5 1.5h6l3 3v10h-9zM9 1.5V5h3.5',
  picture: 'M2 3h12v10H2zM2 11l3.5-3.5L9 11l2-2 3 3M10.5 6.2v.1',
  warn: 'M8 2 1.8 13.2h12.4zM8 6.4v3.2m0 1.8v.1',
  edit: 'm3 13 .8-3 7-7 2.2 2.2-7 7z',
  download: 'M8 2v8m-3.5-3.2L8 10.3l3.5-3.5M2.5 13.5h11',
} as const;

export type IconName = keyof typeof paths;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <path
        d={paths[name]}
        fill="none"
        stroke="currentColor"
        stroke-width="1.5"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  );
}
