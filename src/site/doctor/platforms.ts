import type { FileKind } from './file-kind.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** What one platform's crawler reads of a page, and which image it takes from it. */
export interface Platform {
  readonly label: string;
  readonly userAgent: string;
  /** How robots.txt calls the crawler. Without a name it is sent by a person and does not ask. */
  readonly robotsName?: string;
  /** It reads no further into a page. */
  readonly htmlBytes?: number;
  /** Its `twitter:` tags go before those of Open Graph. */
  readonly prefersTwitterTags?: true;
  /** Tags without which it shows no card, or none with a large image. */
  readonly needs: readonly string[];
  /** Without `og:image:width` and `:height` its first card has no image. */
  readonly needsSize?: true;
  readonly image: ImageRules;
}

export interface ImageRules {
  readonly formats: readonly FileKind[];
  /** Reported to work by some and not to by others. */
  readonly unsureFormats: readonly FileKind[];
  readonly maxBytes?: number;
  /** Some say that it ends here already. */
  readonly heavyBytes?: number;
  /** Anything smaller is not shown. */
  readonly min?: Size;
  /** Anything smaller is shown small, beside the text. */
  readonly large?: Size;
  readonly max?: Size;
  /** Width through height of the frame that it crops to. */
  readonly ratio?: number;
  readonly maxRatio?: number;
}

const essential = ['og:title', 'og:image'];
const common: readonly FileKind[] = ['jpeg', 'png'];
const doubtful: readonly FileKind[] = ['gif', 'webp'];
const wide = 1.91;

/**
 * Every figure that doctor judges by. The letter is how sure it is: A a primary text, B several
 * secondary sources, C weak; what is C is a warning at most. Of the two readings of "KB" in
 * limits of images the smaller is taken, to be on the safe side.
 */
export const platforms = {
  x: {
    label: 'X', // A for tags and sizes, B for 5 MB and robots.txt
    userAgent: 'Twitterbot/1.0',
    robotsName: 'Twitterbot',
    prefersTwitterTags: true,
    needs: [...essential, 'twitter:card'],
    image: {
      formats: ['jpeg', 'png', 'webp', 'gif'],
      unsureFormats: [],
      maxBytes: 5_000_000,
      min: { width: 300, height: 157 },
      max: { width: 4096, height: 4096 },
      ratio: 2,
    },
  },
  facebook: {
    label: 'Facebook', // A
    userAgent: 'facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)',
    needs: essential,
    needsSize: true,
    image: {
      formats: common,
      unsureFormats: doubtful,
      maxBytes: 8_000_000,
      min: { width: 200, height: 200 },
      large: { width: 600, height: 315 },
      ratio: wide,
    },
  },
  linkedin: {
    label: 'LinkedIn', // B
    userAgent: 'LinkedInBot/1.0 (compatible; Mozilla/5.0; Apache-HttpClient +http://www.linkedin.com)',
    robotsName: 'LinkedInBot',
    needs: essential,
    image: { formats: ['jpeg', 'png', 'gif'], unsureFormats: [], maxBytes: 5_000_000, ratio: wide },
  },
  slack: {
    label: 'Slack', // B for 32 KB, C for the image
    userAgent: 'Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)',
    htmlBytes: 32 * 1024,
    needs: essential,
    image: { formats: ['jpeg', 'png', 'gif'], unsureFormats: ['webp'], heavyBytes: 5_000_000 },
  },
  discord: {
    label: 'Discord', // B
    userAgent: 'Mozilla/5.0 (compatible; Discordbot/2.0; +https://discordapp.com)',
    needs: essential,
    needsSize: true,
    image: {
      formats: ['jpeg', 'png', 'webp'],
      unsureFormats: ['gif'],
      maxBytes: 8_000_000,
      large: { width: 401, height: 1 },
    },
  },
  whatsapp: {
    label: 'WhatsApp', // A for 600 KB, the tags and 300 KB of HTML; users say 300 KB of image
    userAgent: 'WhatsApp/2.24.6.77 A',
    htmlBytes: 300 * 1024,
    needs: [...essential, 'og:description', 'og:url'],
    image: {
      formats: common,
      unsureFormats: doubtful,
      maxBytes: 600_000,
      heavyBytes: 300_000,
      min: { width: 300, height: 1 },
      maxRatio: 4,
    },
  },
  imessage: {
    label: 'iMessage', // B; the page is fetched by the sender's own device
    userAgent:
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_11_1) AppleWebKit/601.2.4 (KHTML, like Gecko) Version/9.0.1 Safari/601.2.4 facebookexternalhit/1.1 Facebot Twitterbot/1.0',
    needs: essential,
    image: { formats: common, unsureFormats: doubtful, ratio: wide },
  },
  telegram: {
    label: 'Telegram', // B
    userAgent: 'TelegramBot (like TwitterBot)',
    robotsName: 'TelegramBot',
    needs: essential,
    image: {
      formats: common,
      unsureFormats: doubtful,
      maxBytes: 5_000_000,
      min: { width: 200, height: 200 },
      ratio: wide,
    },
  },
  mastodon: {
    label: 'Mastodon', // A; instances with libvips take 8 MB
    userAgent: 'Mastodon/4.4.0 (http.rb/5.3.0; +https://mastodon.social/) Bot',
    needs: essential,
    image: {
      formats: ['jpeg', 'png', 'gif', 'webp'],
      unsureFormats: [],
      maxBytes: 8_000_000,
      heavyBytes: 2_000_000,
    },
  },
  bluesky: {
    label: 'Bluesky', // A
    userAgent:
      'Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; Bluesky Cardyb/1.1; +mailto:support@bsky.app) Chrome/W.X.Y.Z Safari/537.36',
    needs: essential,
    image: { formats: common, unsureFormats: doubtful, maxBytes: 1_000_000, ratio: wide },
  },
  pinterest: {
    label: 'Pinterest', // C; prefers 2:3, which no other platform does
    userAgent: 'Mozilla/5.0 (compatible; Pinterestbot/1.0; +http://www.pinterest.com/bot.html)',
    robotsName: 'Pinterestbot',
    needs: essential,
    image: { formats: common, unsureFormats: doubtful },
  },
  teams: {
    label: 'Teams', // B
    userAgent:
      'Mozilla/5.0 (Windows NT 6.1; WOW64) SkypeUriPreview Preview/0.5 skype-url-preview@microsoft.com',
    needs: essential,
    image: {
      formats: ['jpeg', 'png', 'gif', 'webp'],
      unsureFormats: [],
      min: { width: 200, height: 200 },
    },
  },
  reddit: {
    label: 'Reddit', // B
    userAgent: 'Mozilla/5.0 (compatible; redditbot/1.0; +http://www.reddit.com/feedback)',
    needs: essential,
    image: {
      formats: ['jpeg', 'png', 'gif', 'webp'],
      unsureFormats: [],
      min: { width: 200, height: 200 },
    },
  },
  google: {
    label: 'Google Discover', // A
    userAgent: 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
    robotsName: 'Googlebot',
    needs: essential,
    image: {
      formats: ['jpeg', 'png', 'gif', 'webp'],
      unsureFormats: ['avif'],
      large: { width: 1200, height: 1 },
      ratio: 16 / 9,
    },
  },
} as const satisfies Record<string, Platform>;

export type PlatformName = keyof typeof platforms;

export const platformNames = Object.keys(platforms) as readonly PlatformName[];
