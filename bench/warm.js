import { titleOf } from './card.js';
import { openCardstock, openLaunchPerImage, openSatori, openTakumi } from './peers.js';
import { median, percentile, rotate } from './stats.js';

const warmUps = 5;

/** How long one image takes once all is running; the contenders take turns, card by card. */
export async function measureWarm({ images, slowImages }) {
  const { contenders, close } = await openContenders(images, slowImages);
  const samples = new Map(contenders.map((contender) => [contender, []]));
  try {
    await warmUp(contenders);
    for (let card = 0; card < images; card++) {
      for (const contender of rotate(contenders, card)) {
        if (isItsTurn(contender, card, images)) {
          samples.get(contender).push(await sample(contender.take, titleOf(card)));
        }
      }
    }
  } finally {
    await close();
  }
  return Object.fromEntries(contenders.map((contender) => [contender.name, summary(samples.get(contender))]));
}

async function openContenders(images, slowImages) {
  const [launching, satori, takumi, cardstock] = await Promise.all([
    openLaunchPerImage(),
    openSatori(),
    openTakumi(),
    openCardstock(),
  ]);
  const contender = (name, take) => ({ name, take, images });
  return {
    contenders: [
      { ...contender('launch per image PNG', launching.take), images: slowImages },
      contender('satori + resvg PNG', satori.take),
      contender('takumi PNG', (title) => takumi.take(title, 'png')),
      contender('takumi JPEG', (title) => takumi.take(title, 'jpeg')),
      contender('cardstock PNG', (title) => cardstock.take(title, 'png')),
      contender('cardstock WebP', (title) => cardstock.take(title, 'webp')),
      contender('cardstock JPEG', (title) => cardstock.take(title, 'jpeg')),
      contender('cardstock article JPEG', cardstock.takeArticle),
      contender('cardstock scripts JPEG', cardstock.takeScripts),
      contender('cardstock fitted JPEG', cardstock.takeFitted),
      contender('cardstock 4:4:4 JPEG', cardstock.takeFullChroma),
    ],
    close: cardstock.close,
  };
}

async function warmUp(contenders) {
  for (const { take, images } of contenders) {
    for (let card = 0; card < Math.min(warmUps, images); card++) await take(titleOf(1_000 + card));
  }
}

/** Spreads a contender that takes fewer images evenly over the others' cards. */
function isItsTurn({ images }, card, of) {
  return Math.floor(((card + 1) * images) / of) > Math.floor((card * images) / of);
}

async function sample(take, title) {
  const start = performance.now();
  const bytes = await take(title);
  return { ms: performance.now() - start, bytes: bytes.length };
}

function summary(samples) {
  const times = samples.map(({ ms }) => ms);
  return {
    images: samples.length,
    p50Ms: median(times),
    p95Ms: percentile(times, 95),
    lateP50Ms: median(times.slice(-Math.ceil(times.length / 4))), // grows when a kept browser gets slower
    bytes: median(samples.map(({ bytes }) => bytes)),
  };
}
