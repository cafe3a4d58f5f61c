import { titleOf } from './card.js';
import { atEnd } from './endings.js';
import { openTakumi } from './peers.js';
import { median, rotate } from './stats.js';

/** Ten cards in turn, each of another template, so that none finds the one before it; takumi with its one. */
export async function measureTurns({ rounds }) {
  const { Cardstock } = await import('../dist/src/index.js');
  const { templates } = await import('../dist/templates/index.js');
  const cardstock = new Cardstock({ templates, config: { browsers: 1 } });
  const close = atEnd(() => cardstock.close());
  const takumi = await openTakumi();
  const contenders = [
    { name: 'cardstock', take: (round, at) => cardstock.render(requestOf(templates[at], round)) },
    { name: 'takumi', take: (round, at) => takumi.take(titleOf(round * 100 + at), 'jpeg') },
  ];
  const times = new Map(contenders.map(({ name }) => [name, []]));
  for (let round = -2; round < rounds; round++) {
    for (const { name, take } of rotate(contenders, round + 2)) {
      for (let at = 0; at < templates.length; at++) {
        const start = performance.now();
        await take(round + 2, at);
        if (round >= 0) times.get(name).push(performance.now() - start);
      }
    }
  }
  await close();
  return Object.fromEntries([...times].map(([name, values]) => [name, { p50Ms: median(values) }]));
}

/** An example of the template with another title, so that nobody answers from a cache. */
function requestOf(template, round) {
  const props = Object.values(template.examples)[0];
  const words = ['title', 'headline', 'quote', 'name'].find((name) => typeof props[name] === 'string');
  return {
    template: template.name,
    props: { ...props, ...(words && { [words]: `${props[words].slice(0, 60)} ${round}` }) },
  };
}
