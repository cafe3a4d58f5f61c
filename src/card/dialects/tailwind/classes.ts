import { piecesOf } from '../../words/markup.ts';

const attribute = /\sclass=(?:"([^"]*)"|'([^']*)')/;
const entities: Readonly<Record<string, string>> = { amp: '&', quot: '"', lt: '<', gt: '>', '#39': "'" };

/** Every class that some element of this markup has. */
export function classesIn(html: string): ReadonlySet<string> {
  const classes = new Set<string>();
  for (const { attributes } of piecesOf(html)) {
    const [, double, single] = attribute.exec(attributes) ?? [];
    const value = decode(double ?? single ?? '');
    for (const name of value.split(/\s+/)) if (name) classes.add(name);
  }
  return classes;
}

function decode(text: string): string {
  return text.replaceAll(/&(#?\w+);/g, (whole, name: string) => entities[name] ?? whole);
}
