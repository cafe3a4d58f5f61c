import { chooseCard, type CardOptions } from './choose-card.ts';
import { openCardstock, usualTemplate } from './project.ts';

/** Prints the URLs of one card: the sealed one, the readable one, and Cloudinary's where there is an account. */
export async function url(asked: string | undefined, options: CardOptions): Promise<void> {
  const cardstock = await openCardstock();
  const name = asked ?? (await usualTemplate());
  const { request } = chooseCard(name, options, cardstock.templates);
  console.log(`card        ${await cardstock.cardUrl(request)}`);
  console.log(`redirect    ${await cardstock.redirectUrl({ ...request, example: undefined })}`);
  if (cardstock.config.cloudinary) console.log(`cloudinary  ${await cardstock.cloudinaryUrl(request)}`);
  console.log(`receipt     ${await cardstock.receiptUrl({ ...request, example: undefined })}`);
  await cardstock.close();
}
