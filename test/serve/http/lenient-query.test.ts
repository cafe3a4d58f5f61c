import { describe, expect, it } from 'vitest';
import { createResponder, secrets } from '../../support/services.ts';

const article = '?template=article&title=Mending+nets&author=Nora';

/** Answers to both spellings, by one server. */
async function askBoth(query: string, other: string) {
  const { ask, camera } = createResponder();
  const [plain, lenient] = [await ask(query), await ask(other)];
  return { plain, lenient, camera };
}

describe('a readable URL that passed through other hands', () => {
  it.each([
    ['escaped for HTML', '?template=article&amp;title=Mending+nets&amp;author=Nora', null],
    ['escaped twice', '?template=article&amp;amp;title=Mending+nets&amp;amp;author=Nora', null],
    ['shared on Facebook', `${article}&fbclid=IwAR0abc`, 'fbclid'],
    [
      'in a newsletter',
      `${article}&utm_source=mail&utm_medium=x&mc_cid=1&mc_eid=2`,
      'utm_source, utm_medium, mc_cid, mc_eid',
    ],
    ['in an advertisement', `${article}&gclid=a&msclkid=b&yclid=c&_ga=d`, 'gclid, msclkid, yclid, _ga'],
    ['with the same mark twice', `${article}&utm_source=a&utm_source=b`, 'utm_source'],
    ['with empty optional parameters', `${article}&date=&tags=&lang=`, 'date, tags, lang'],
    [
      'with all of it',
      '?template=article&amp;title=Mending+nets&amp;author=Nora&amp;igshid=x&amp;date=',
      'igshid, date',
    ],
  ])('%s is the same card', async (_name, query, ignored) => {
    const { plain, lenient, camera } = await askBoth(article, query);
    expect(lenient.status).toBe(200);
    expect(lenient.headers.get('etag')).toBe(plain.headers.get('etag'));
    expect(lenient.headers.get('cardstock-ignored-parameters')).toBe(ignored);
    expect(camera.taken).toHaveLength(1);
  });

  it.each([
    ['a parameter that nobody knows', `${article}&v=3`, 'v'],
    ['a mistyped prop', `${article}&autor=Nora`, 'autor'],
    ['what begins like a mark', `${article}&utm=x`, 'utm'],
    ['a prop twice', `${article}&amp;author=Ida`, 'author'],
    ['no title', '?template=article&title=&author=Nora', 'title'],
    ['no template', '?template=&title=Hello', 'template'],
  ])('is still refused by name for %s', async (_name, query, parameter) => {
    const { ask } = createResponder();
    const answer = await ask(query);
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain(`"${parameter}"`);
  });
});

describe('what is signed', () => {
  const config = { allowUnsigned: true, secrets };
  const card = { template: 'article', props: { title: 'Hello' } };

  it.each(['&fbclid=a', '&utm_source=a', '&amp;fbclid=a'])('keeps its one spelling: %s', async (more) => {
    const { seal, askPath, camera } = createResponder({ config });
    const path = await seal(card);
    expect((await askPath(path)).status).toBe(200);
    expect((await askPath(`${path}${more}`)).status).toBe(403);
    expect(camera.taken).toHaveLength(1);
  });

  it.each(['&fbclid=a', '&date=', '&amp;date='])('keeps it where it is readable too: %s', async (more) => {
    const { ask, camera } = createResponder({ config });
    const answer = await ask(`${article}${more}&sig=${'a'.repeat(43)}`);
    expect(answer.status).toBe(403);
    expect(camera.taken).toEqual([]);
  });
});
