import { clock } from './phases/clock.js';
import { descriptors } from './phases/descriptors.js';
import { ending } from './phases/ending.js';
import { kills } from './phases/kills.js';
import { leaks } from './phases/leaks.js';
import { load } from './phases/load.js';
import { memoryLimit } from './phases/memory-limit.js';
import { pages } from './phases/pages.js';
import { pictures } from './phases/pictures.js';
import { slowClients } from './phases/slow-clients.js';
import { stores } from './phases/stores.js';
import { strangers } from './phases/strangers.js';
import { templates } from './phases/templates.js';

/** In their order, and how many seconds each may take. */
export const phases = {
  load: { run: load, limitSeconds: 150 },
  strangers: { run: strangers, limitSeconds: 240 },
  'slow-clients': { run: slowClients, limitSeconds: 90 },
  descriptors: { run: descriptors, limitSeconds: 150 },
  memory: { run: memoryLimit, limitSeconds: 120 },
  kills: { run: kills, limitSeconds: 240 },
  stores: { run: stores, limitSeconds: 90 },
  clock: { run: clock, limitSeconds: 60 },
  ending: { run: ending, limitSeconds: 90 },
  templates: { run: templates, limitSeconds: 90 },
  pictures: { run: pictures, limitSeconds: 120 },
  pages: { run: pages, limitSeconds: 240 },
  leaks: { run: leaks, limitSeconds: 600 },
};
