import { Cardstock } from 'cardstock-og/bundled/index';
import { templates } from 'cardstock-og/bundled/templates';

const cardstock = new Cardstock({ templates });
cardstock.warm().catch(() => {}); // the first card launches again and reports

export default cardstock.respond;
