import { createElement } from 'preact';
import { describe, expect, it } from 'vitest';
import { renderMarkup } from '../../../src/card/dialects/markup.ts';

/** As React makes it. */
function react(type: unknown, props: object = {}, ...children: unknown[]) {
  const $$typeof = Symbol.for('react.transitional.element');
  return { $$typeof, type, key: null, props: { ...props, ...(children.length > 0 && { children }) } };
}

const element = createElement as (type: string, props: object, ...children: unknown[]) => unknown;

describe('a style in React', () => {
  it.each<[style: object, css: string]>([
    [{ WebkitLineClamp: 2 }, '-webkit-line-clamp:2;'],
    [{ aspectRatio: 1.5 }, 'aspect-ratio:1.5;'],
    [{ scale: 2, gridArea: 1, columns: 2, order: 1 }, 'scale:2;grid-area:1;columns:2;order:1;'],
    [{ flex: 1, opacity: 0.5, zIndex: 3, fontWeight: 700 }, 'flex:1;opacity:0.5;z-index:3;font-weight:700;'],
    [{ strokeWidth: 2, fillOpacity: 0.5 }, 'stroke-width:2;fill-opacity:0.5;'],
    [{ zoom: 2, tabSize: 4, lineHeight: 1.2 }, 'zoom:2;tab-size:4;line-height:1.2;'],
    [{ 'aspect-ratio': 2, '--columns': 3 }, 'aspect-ratio:2;--columns:3;'],
    [{ width: 10, marginTop: -2, top: 0 }, 'width:10px;margin-top:-2px;top:0px;'],
    [{ color: undefined, display: false, margin: null, flex: 1 }, 'flex:1;'],
    [
      { lineClamp: 3 },
      'display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:3;overflow:hidden;',
    ],
    [
      { display: 'block', lineClamp: '2 "… more"' },
      'display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:2;overflow:hidden;',
    ],
  ])('has %o as %s', (style, css) => {
    expect(renderMarkup(element('p', { style }))).toBe(`<p style="${css}"></p>`);
  });
});

describe('attributes', () => {
  it('of SVG are written with dashes on the root and below it', () => {
    const icon = element(
      'svg',
      {
        viewBox: '0 0 24 24',
        strokeWidth: 2,
        strokeLinecap: 'round',
        fillRule: 'evenodd',
        clipPath: 'url(#a)',
      },
      element('use', { xlinkHref: '#b', strokeLinejoin: 'round' }),
    );
    expect(renderMarkup(icon)).toBe(
      '<svg viewBox="0 0 24 24" stroke-width="2" stroke-linecap="round" fill-rule="evenodd" clip-path="url(#a)">' +
        '<use xlink:href="#b" stroke-linejoin="round"></use></svg>',
    );
  });

  it('of React have the names that HTML has for them', () => {
    expect(renderMarkup(element('label', { className: 'a', htmlFor: 'b' }))).toBe(
      '<label for="b" class="a"></label>',
    );
    expect(renderMarkup(element('p', { dangerouslySetInnerHTML: { __html: '<b>!</b>' } }))).toBe(
      '<p><b>!</b></p>',
    );
  });

  it.each([
    [{ tw: 'flex p-4' }, '<p class="flex p-4"></p>'],
    [{ className: 'card', tw: 'flex' }, '<p class="card flex"></p>'],
    [{ class: 'card', tw: '' }, '<p class="card"></p>'],
  ])('of Tailwind are classes: %o', (props, html) => {
    expect(renderMarkup(element('p', props))).toBe(html);
  });

  it('that would run something are left out', () => {
    expect(renderMarkup(element('p', { onclick: 'alert()', onClick: () => {} }, 'Hi'))).toBe('<p>Hi</p>');
  });
});

describe('what React made', () => {
  const Shout = ({ children }: { children?: unknown }) => react('b', {}, children, '!');
  class Old {
    readonly props: { name: string };
    constructor(props: { name: string }) {
      this.props = props;
    }
    render() {
      return react('i', {}, this.props.name);
    }
  }
  Object.assign(Old.prototype, { isReactComponent: {} });
  const fragment = Symbol.for('react.fragment');
  const forwarded = {
    $$typeof: Symbol.for('react.forward_ref'),
    render: ({ label }: { label: string }, ref: unknown) => react('u', {}, label, String(ref)),
  };
  const context = { $$typeof: Symbol.for('react.context'), _currentValue: 'light' };
  const consumer = { $$typeof: Symbol.for('react.consumer'), _context: context };

  it.each<[what: string, node: unknown, html: string]>([
    ['elements', react('p', { className: 'a' }, 'Hi ', react('b', {}, 1)), '<p class="a">Hi <b>1</b></p>'],
    [
      'plain objects',
      { type: 'p', props: { style: { flex: 1 }, children: ['a', { type: 'br', props: {} }] } },
      '<p style="flex:1;">a<br/></p>',
    ],
    ['function components', react(Shout, {}, 'Hi'), '<b>Hi!</b>'],
    ['class components', react(Old, { name: 'Ida' }), '<i>Ida</i>'],
    ['fragments and lists', react(fragment, {}, ['a', react('b')], null, false, 0), 'a<b></b>0'],
    ['memo', react({ $$typeof: Symbol.for('react.memo'), type: Shout }, {}, 'Hi'), '<b>Hi!</b>'],
    ['forwardRef', react(forwarded, { label: 'x' }), '<u>xnull</u>'],
    [
      'lazy',
      react({ $$typeof: Symbol.for('react.lazy'), _payload: Shout, _init: (it: unknown) => it }, {}, 'x'),
      '<b>x!</b>',
    ],
    [
      'contexts',
      react(context, { value: 1 }, react(consumer, { children: (theme: string) => theme })),
      'light',
    ],
    ['nothing', null, ''],
    ['a text', 'a < b', 'a &lt; b'],
  ])('is rendered: %s', (_what, node, html) => {
    expect(renderMarkup(node)).toBe(html);
  });

  it('may stand in what Preact made', () => {
    expect(renderMarkup(element('main', {}, react('p', {}, 'Hi'), ' there'))).toBe(
      '<main><p>Hi</p> there</main>',
    );
  });

  it.each([
    ['a promise', Promise.resolve(react('p')), /promise cannot be rendered: await/],
    ['an object of another kind', { title: 'Hi' }, /An object with title is no element/],
    ['an import that is not there', react(undefined), /undefined is neither/],
  ])('is refused where it is %s', (_what, node, message) => {
    expect(() => renderMarkup(node)).toThrow(message);
  });
});

it('is the same after preact/compat was loaded', async () => {
  const draw = () => {
    const icon = element('svg', { class: 'icon', strokeWidth: 2, viewBox: '0 0 2 2', tw: 'p-2' });
    const style = { WebkitLineClamp: 2, aspectRatio: 2, width: 3, columns: 2 };
    return renderMarkup(element('p', { className: 'a', style, id: 'b' }, icon));
  };
  const before = draw();
  await import('preact/compat');
  expect(draw()).toBe(before);
});
