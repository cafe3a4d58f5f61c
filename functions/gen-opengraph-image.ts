import { Cardstock } from '../src/index.ts';
import { templates } from '../templates/index.ts';

const cardstock = new Cardstock({ templates });
cardstock.warm().catch(() => {}); // the first card launches again and reports

export default cardstock.respond;
