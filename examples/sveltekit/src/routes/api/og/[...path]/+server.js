import { cardstock } from '#lib/server/cardstock.js';

export const GET = async ({ request }) => (await cardstock()).respond(request);
