import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ask, cardUrl, draw, otherThan, repeat, statuses } from '../ask.js';
import { is, none } from '../rows.js';
import { forAnybody, startServer } from '../server.js';

/** What a template does wrong, in its place. */
const hostile = {
  'loops in render': { render: 'for (;;);' },
  'loops in alt': { alt: 'for (;;);' },
  'never loads': { load: 'return new Promise(() => {});' },
  'throws in render': { render: "throw new Error('no');" },
  'throws in load': { load: "throw new Error('no');" },
  'rejects later': { load: "Promise.reject(new Error('nobody waits for me')); return 1;" },
  'throws later': { load: "setTimeout(() => { throw new Error('nobody catches me'); }); return 1;" },
  'draws without end': { render: "return 'x'.repeat(20_000_000);" },
  'nests without end': {
    render: 'let all = null; for (let n = 0; n < 20_000; n++) all = <b>{all}</b>; return all;',
  },
  'has a pattern that explodes': { render: "return /^(a+)+$/.test('a'.repeat(40) + 'b') ? null : null;" },
  'has a filter that takes long': {
    css: 'main, main * { filter: blur(90px) blur(90px) blur(90px); backdrop-filter: blur(80px) }',
    render: 'let all = <p>a</p>; for (let n = 0; n < 200; n++) all = <main>{all}</main>; return all;',
  },
};

/** Templates of users that loop, throw, or never settle: they cost their own cards. */
export async function templates({ workspace, size }) {
  const folder = join(workspace, 'project');
  writeProject(folder);
  const environment = {
    ...forAnybody,
    CARDSTOCK_BROWSERS: '1',
    CARDSTOCK_TIMEOUT_MS: '6000',
    CARDSTOCK_LOAD_TIMEOUT_MS: '1000',
  };
  const server = await startServer(workspace, { environment, folder });
  const rows = [];
  for (const [index, name] of Object.keys(hostile).entries()) {
    const cards = await repeat(size(3, 1), 3, (n) =>
      ask(cardUrl(server.origin, `a${n}`, `hostile-${index}`)),
    );
    rows.push(...statuses(cards).map((status) => `${status} ${name}`));
  }
  const good = await repeat(size(20, 5), 2, (n) => draw(cardUrl(server.origin, `good ${n}`, 'good')));
  const isAlive = server.isAlive();
  const { code } = await server.stop();
  return [
    is('lives, whatever its templates do', isAlive, true),
    none(
      'hostile templates without an answer',
      rows.filter((row) => !/^\d/.test(row)),
    ),
    none('good cards after them that did not come', otherThan([200], good)),
    is('ends with', code, 0),
  ];
}

function writeProject(folder) {
  mkdirSync(join(folder, 'cards'), { recursive: true });
  writeFileSync(
    join(folder, 'cardstock.config.ts'),
    "export default { site: 'https://example.com', templates: './cards' };\n",
  );
  writeFileSync(join(folder, 'cards/good.tsx'), template('good', {}));
  for (const [index, parts] of Object.values(hostile).entries()) {
    writeFileSync(join(folder, `cards/hostile-${index}.tsx`), template(`hostile-${index}`, parts));
  }
}

/** Examples must not be drawn while the project is read: so whatever is hostile waits for a title. */
function template(name, { load, alt = "return 'a'", render = 'return <h1>a</h1>;', css = '' }) {
  return `import { defineTemplate, text, z } from 'cardstock-og';
export const card = defineTemplate({
  name: '${name}', description: 'Hostile.', viewport: 'og', fonts: [], examples: { one: { title: 'example' } },
  props: z.strictObject({ title: text(40, 'The title') }),
  ${load ? `load() { ${load} },` : ''}
  alt({ title }) { if (title === 'example') return 'a'; ${alt} },
  render({ title }) { if (title === 'example') return null; ${render} },
  css: \`${css}\`,
});
`;
}
