import { metaTags } from 'cardstock-og';
import { cardstock } from '#lib/server/cardstock.js';

export async function load() {
  const generator = await cardstock();
  const image = await generator.openGraph({ template: 'harbour', props: { title: 'High water at six' } });
  return { tags: metaTags({ title: 'The harbour', url: 'https://harbour.example.com/', image }).html };
}
