import { cardstock } from '../../../cardstock';

export const GET = cardstock.respond;
