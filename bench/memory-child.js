import { titleOf } from './card.js';
import { answerParent } from './child.js';
import { openCardstock, openSatori, openTakumi } from './peers.js';

const ways = {
  satori: openSatori,
  takumi: openTakumi,
  cardstock: () => openCardstock({ browsers: 1 }),
};

const [way, images] = process.argv[2].split(':');
const peer = await ways[way]();
for (let card = 0; card < Number(images); card++) await peer.take(titleOf(card), 'jpeg');
await answerParent({ images: Number(images) }, peer.close);
