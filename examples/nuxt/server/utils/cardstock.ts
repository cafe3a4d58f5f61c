import { Cardstock } from 'cardstock-og';
import { templates } from 'cardstock-og/templates';
import { harbour } from '../../cards/harbour';

export const cardstock = new Cardstock({
  templates: [harbour, ...templates],
  config: {
    siteUrl: process.env.OG_SITE_URL ?? 'http://localhost:3000',
    allowUnsigned: !process.env.OG_SECRETS, // where strangers come, set it to what "cardstock-og secret" prints
  },
});
