import { Fragment, createElement as h, type VNode } from 'preact';
import { createContext, lazy, Suspense, use } from 'preact/compat';
import { describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { altOf } from '../../src/card/alt.ts';
import { renderDocument } from '../../src/card/document.ts';
import { rememberOrigin } from '../../src/card/origins.ts';
import { TemplateRegistry } from '../../src/card/registry.ts';
import { resolveCard } from '../../src/card/resolve.ts';
import { defineTemplate } from '../../src/card/template.ts';
import { TemplateFailedError } from '../../src/errors.ts';

const title = { en: 'Low water' };
const reactElement = { $$typeof: Symbol.for('react.transitional.element'), type: 'b', props: {} };
const Returns = ({ value }: { value: unknown }) => value as VNode;
const Boxed = ({ children }: { children?: unknown }) => <div>{children as VNode}</div>;

/** A card whose template draws this. */
async function draw(render: () => unknown): Promise<string> {
  const template = defineTemplate({
    name: 'mine',
    props: z.strictObject({}),
    examples: { short: {} },
    render: render as () => VNode,
  });
  rememberOrigin(template, 'cards/mine.tsx');
  const card = await resolveCard(
    { template: 'mine', props: {}, example: 'short' },
    new TemplateRegistry([template]),
  );
  return /<body>(.*)<\/body>/s.exec(renderDocument(card).html)![1]!;
}

const who = 'Template "mine" (cards/mine.tsx), example "short": ';

const waits = () => new Promise<{ default: () => VNode }>(() => {});
const Theme = createContext('light');
const Themed = () => h('i', null, use(Theme));

describe('what Preact would leave out without a word is an error with its place', () => {
  it.each<[string, () => unknown, string]>([
    ['a promise', () => Promise.resolve(<p />), '"render" returns a promise: fetch in "load"'],
    ['an object', () => title, '"render" returns an object { en }: draw what it holds, as in {it.en}'],
    ['{{title}}', () => <h1>{{ title } as never}</h1>, '<h1> holds an object { title }: draw what it holds'],
    ['an object beside text', () => <h1>Hi {title as never}</h1>, '<h1> holds an object { en }'],
    ['an object in a list', () => <ul>{[[title]] as never}</ul>, '<ul> holds an object { en }'],
    ['an object in a fragment', () => <>{title as never}</>, '<> holds an object'],
    ['an object behind a component', () => <Boxed>{title}</Boxed>, '<div> holds an object'],
    [
      'a component that returns an object',
      () => <Returns value={title} />,
      '<Returns> returns an object { en }',
    ],
    [
      'an async component',
      () => <Returns value={Promise.resolve()} />,
      '<Returns> returns a promise: fetch in "load"',
    ],
    [
      'a component that is awaited',
      () => h(lazy(waits), null),
      '<Lazy> waits for a promise: fetch in "load"',
    ],
    [
      'data that is awaited',
      () =>
        h(
          Suspense,
          null,
          h(function Stars() {
            return use(new Promise<string>(() => {}));
          }, null),
        ),
      '<Stars> waits for a promise: fetch in "load"',
    ],
    ['a response', () => new Response('x'), '"render" returns a response: give the element'],
    [
      'a picture as a component',
      () => h('data:image/svg+xml,<svg/>', null),
      'an imported picture is an address and no component: draw <img src={logo} />',
    ],
    ['a list with an object', () => <Returns value={[title]} />, '<Returns> returns an object'],
    ['a date', () => <time>{new Date(0) as never}</time>, '<time> holds a Date: write it as text'],
    ['a function', () => <p>{(() => 'x') as never}</p>, '<p> holds a function: call it'],
    ['a component itself', () => Boxed, '"render" returns a function'],
    [
      'what it throws',
      () => {
        throw new RangeError('too far');
      },
      'too far',
    ],
    [
      'what a component throws',
      () =>
        h(() => {
          throw new Error('within');
        }, null),
      'within',
    ],
    [
      'what is thrown and is no error',
      () => {
        throw 'words'; // eslint-disable-line @typescript-eslint/only-throw-error
      },
      'words',
    ],
  ])('%s', async (_name, render, message) => {
    await expect(draw(render)).rejects.toThrow(TemplateFailedError);
    await expect(draw(render)).rejects.toThrow(`${who}${message}`);
  });
});

describe('data of the shape of an element is no element', () => {
  const json =
    '{"type":"b","props":{"children":"x"},"$$typeof":"react.element","constructor":null,"key":null}';
  const part = z.strictObject({ type: z.string(), props: z.strictObject({ children: z.string() }) });

  it.each([
    ['of a request', ({ part }: { part?: unknown }) => <p>{part as never}</p>],
    ['of a request, in a list', ({ part }: { part?: unknown }) => <p>{[part] as never}</p>],
    ['of a request, behind a component', ({ part }: { part?: unknown }) => <Boxed>{part}</Boxed>],
    [
      'of a request, inside an element of React',
      ({ part }: { part?: unknown }) => ({ ...reactElement, props: { children: part } }) as never,
    ],
    ['of another site', (_props: object, { data }: { data: unknown }) => <p>{data as never}</p>],
    [
      'of another site, deep inside',
      (_props: object, { data }: { data: unknown }) => <p>{(data as { list: [] }).list}</p>,
    ],
  ])('%s', async (_name, render) => {
    const template = defineTemplate({
      name: 'mine',
      props: z.strictObject({ part: part.optional() }),
      load: () => Promise.resolve({ ...(JSON.parse(json) as object), list: [JSON.parse(json) as unknown] }),
      alt: () => '',
      render: render,
    });
    const props = { part: { type: 'b', props: { children: 'x' } } };
    const card = await resolveCard({ template: 'mine', props }, new TemplateRegistry([template]));
    expect(() => renderDocument(card)).toThrow(/ object|An object with/);
  });
});

describe('what can be drawn', () => {
  it.each<[string, () => unknown, string]>([
    [
      'JSX',
      () => (
        <p>
          1 &lt; 2 {null} {false} {3}
        </p>
      ),
      '<p>1 &lt; 2   3</p>',
    ],
    [
      'what a context says, by use',
      () => h(Theme.Provider, { value: 'dark' }, h(Themed, null)),
      '<i>dark</i>',
    ],
    ['what a context says by default', () => h(Themed, null), '<i>light</i>'],
    ['HTML, as it stands', () => '<p class="a">1 &lt; 2</p>', '<p class="a">1 &lt; 2</p>'],
    ['lists', () => [<p>a</p>, <p>b</p>], '<p>a</p><p>b</p>'],
    ['nothing', () => null, ''],
    ['an element of React', () => reactElement, '<b></b>'],
    ['an element of React inside', () => <p>{reactElement as never}</p>, '<p><b></b></p>'],
    ['a component that returns an element of React', () => <Returns value={reactElement} />, '<b></b>'],
    [
      'objects that a component is given',
      () => h(({ children }) => h('p', null, (children as { en: string }).en), null, title as never),
      '<p>Low water</p>',
    ],
    [
      'components in components',
      () => (
        <Boxed>
          <Boxed>x</Boxed>
        </Boxed>
      ),
      '<div><div>x</div></div>',
    ],
    [
      'fragments',
      () => (
        <Fragment>
          <b>x</b>
        </Fragment>
      ),
      '<b>x</b>',
    ],
  ])('%s', async (_name, render, html) => {
    expect(await draw(render)).toBe(html);
  });

  it('leaves other markup of the process to Preact', async () => {
    await draw(() => <p />);
    const { render } = await import('preact-render-to-string');
    expect(render(<p>{{ title } as never}</p>)).toBe('<p></p>');
  });

  it('an alt that throws is named as well', async () => {
    const template = defineTemplate({
      name: 'mine',
      props: z.strictObject({}),
      render: () => 'x',
      alt: vi.fn(() => {
        throw new Error('no words');
      }),
    });
    const card = await resolveCard({ template: 'mine', props: {} }, new TemplateRegistry([template]));
    expect(() => altOf(card)).toThrow('Template "mine": no words');
  });
});
