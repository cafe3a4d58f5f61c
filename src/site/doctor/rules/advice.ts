import type { RuleName } from './rule-names.ts';

/** What to do, where the message does not say it already. */
const advice: Partial<Record<RuleName, string>> = {
  'page-not-html': 'Let the server send it as text/html.',
  'page-slow': 'Crawlers wait a few seconds and do not say how many.',
  'blocked-by-robots': 'Allow it in robots.txt: crawlers of cards are not those of searches.',
  'tag-missing': 'Write what is missing into the head of the page.',
  'tag-advised': 'Write what is missing into the head of the page.',
  'tag-empty': 'Give it something to say, or leave it out: "cardstock build" fills what is not there.',
  'tag-repeated': 'Leave one; themes and plugins often write a set each.',
  'tag-out-of-reach': 'Move it up, right behind <meta charset>, before styles and scripts.',
  'tag-outside-head': 'Move it into the head, before the first element that belongs into the body.',
  'tag-placeholder': 'Look at the template: what it wanted to write was not there.',
  'title-missing': 'Give it a <title>.',
  'title-of-file': 'Give it a title that people would say.',
  'title-forgotten': 'Give it a title that nothing else has; for the first page that of the site.',
  'language-missing': 'Hyphens, quotes and fonts of its card depend on it.',
  'titles-alike': 'Let the template write the title of the page, not that of the site.',
  'descriptions-alike': 'Leave it out where there is none: "cardstock build" takes the first paragraph.',
  'images-alike': 'Shared pages look all alike; "cardstock build" gives each a card of its own.',
  'alt-missing': '"cardstock build" writes one beside its images.',
  'canonical-differs': 'Let both name the address that people shall share.',
  'address-invalid': 'Write the whole address, as in https://example.com/card.png.',
  'address-relative': 'Put the address of the site before it.',
  'address-glued': 'End the address of the site with a slash, or begin the path with one.',
  'address-nowhere': 'See whether the path of the site is in it twice, or the page was renamed.',
  'address-private': 'Build the site with its public address.',
  'address-preview': 'Build the site with its public address.',
  'image-unreachable':
    'Put it there, or take the tag out: "cardstock build" makes a card where there is none.',
  'image-too-heavy': 'Save it as JPEG of a lower quality.',
  'image-heavy': 'Save it as JPEG of a lower quality.',
  'image-format': 'Save it as JPEG or PNG.',
  'image-format-unsure': 'Save it as JPEG or PNG.',
  'image-too-small': 'Make it 1200×630.',
  'image-shown-small': 'Make it 1200×630.',
  'image-ratio': 'Make it 1200×630, with what matters in the middle.',
  'images-differ': 'Leave twitter:image out: X takes og:image then.',
  'image-leftovers': 'Leave those out that are not of this image.',
  'size-missing': 'Write both beside og:image.',
  'size-wrong': 'Write the size of the image that is there now.',
  'type-wrong': 'Write the type of the image that is there now.',
};

interface Advised {
  readonly rule: RuleName;
  readonly fixable: boolean;
}

/** One sentence, or nothing. */
export function adviceFor({ rule, fixable }: Advised): string {
  return fixable ? '"cardstock build" puts in what is missing.' : (advice[rule] ?? '');
}
