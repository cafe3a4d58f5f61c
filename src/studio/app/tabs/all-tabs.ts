import { codeTab } from './code.tsx';
import { lintTab } from './lint.tsx';
import { pageTab } from './page.tsx';
import { picturesTab } from './pictures.tsx';
import { platformsTab } from './platforms.tsx';
import type { Tab } from './tab.ts';
import { tagsTab } from './tags.tsx';
import { urlTab } from './url.tsx';
import { whyTab } from './why.tsx';

/** In the order they are shown in. */
export const tabs: readonly Tab[] = [
  platformsTab,
  lintTab,
  whyTab,
  tagsTab,
  urlTab,
  codeTab,
  pageTab,
  picturesTab,
];
