import { Cardstock } from '../src/index.ts';
import { templates } from '../templates/index.ts';

export default new Cardstock({ templates }).redirect;
