import { bluesky } from './bluesky.tsx';
import { discord } from './discord.tsx';
import { discover } from './discover.tsx';
import { facebook } from './facebook.tsx';
import type { PlatformFrame } from './frame.ts';
import { imessage } from './imessage.tsx';
import { linkedin } from './linkedin.tsx';
import { mastodon } from './mastodon.tsx';
import { slack } from './slack.tsx';
import { teams } from './teams.tsx';
import { telegram } from './telegram.tsx';
import { whatsapp } from './whatsapp.tsx';
import { x } from './x.tsx';

/** In the order they are shown in. */
export const frames: readonly PlatformFrame[] = [
  x,
  facebook,
  linkedin,
  slack,
  discord,
  whatsapp,
  imessage,
  telegram,
  mastodon,
  bluesky,
  teams,
  discover,
];
