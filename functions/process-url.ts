import { Cardstock } from 'cardstock-og/bundled/index';
import { templates } from 'cardstock-og/bundled/templates';

export default new Cardstock({ templates }).redirect;
