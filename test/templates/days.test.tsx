import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { event } from '../../templates/event.tsx';
import { Days } from '../../templates/parts/days.tsx';
import { Speakers } from '../../templates/parts/speakers.tsx';

const wordsOf = (html: string) => html.split(/<[^>]*>/).filter(Boolean);

const stub = (date: string, endDate?: string, language = 'en') =>
  wordsOf(render(<Days date={date} endDate={endDate} language={language} />));

describe('the stub of a ticket', () => {
  it('sets the day apart from its month, weekday and year', () => {
    expect(stub('2026-11-27')).toEqual(['27', 'November', 'Friday', '2026']);
    expect(stub('2026-11-27', undefined, 'ja')).toEqual(['27', '11月', '金曜日', '2026年']);
  });

  it('takes a last day that is the first for one day', () => {
    expect(stub('2026-11-27', '2026-11-27')).toEqual(stub('2026-11-27'));
  });

  it('names a month once that several days share', () => {
    expect(stub('2027-05-12', '2027-05-14')).toEqual(['12', '14', 'May', '2027']);
  });

  it.each([
    ['2026-09-29', '2026-10-02', ['29', 'September', '2', 'October', '2026']],
    ['2026-05-30', '2027-05-02', ['30', 'May', '2', 'May', '2027']],
  ])('names both months from %s to %s', (date, endDate, words) => {
    expect(stub(date, endDate)).toEqual(words);
  });
});

describe('the speakers', () => {
  it.each([
    ['en', 'Ida, Tom, and Kwame'],
    ['de', 'Ida, Tom und Kwame'],
    ['ja', 'Ida、Tom、Kwame'],
  ])('are joined as %s joins names', (language, sentence) => {
    const html = render(<Speakers names={['Ida', 'Tom', 'Kwame']} language={language} />);
    expect(wordsOf(/<p .*<\/p>/.exec(html)![0]).join('')).toBe(sentence);
  });

  it('keep a name on one line, and each direction of writing to itself', () => {
    const html = render(<Speakers names={['Ida Falk', 'سلمى']} language="en" />);
    expect(html).toContain('<bdi>Ida\u00a0Falk</bdi>');
    expect(html).toContain('<bdi>سلمى</bdi>');
  });
});

it('refuses an event that ends before it begins, and names the parameter', async () => {
  const validated = async (endDate: string) =>
    event.props['~standard'].validate({ name: 'Fair', date: '2026-10-02', endDate });
  expect(await validated('2026-10-02')).not.toHaveProperty('issues');
  expect(await validated('2026-09-29')).toMatchObject({ issues: [{ path: ['endDate'] }] });
});
