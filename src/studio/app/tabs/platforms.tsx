import { signal } from '@preact/signals';
import { frames } from '../platforms/frames.ts';
import type { Preview } from '../platforms/frame.ts';
import { verdictOf } from '../platforms/verdict.ts';
import { picture } from '../state/picture.ts';
import { isDark } from '../state/theme.ts';
import { texts } from '../state/texts.ts';
import { Segments } from '../ui/segments.tsx';
import { useEffect } from 'preact/hooks';
import type { Tab } from './tab.ts';

/** The card as each platform shows it, drawn by us. */
export const platformsTab: Tab = { id: 'platforms', label: 'Platforms', Panel: PlatformsPanel };

const looks = ['light', 'dark'] as const;
const chosen = signal<(typeof looks)[number] | undefined>(undefined);

function PlatformsPanel() {
  useEffect(() => texts.follow(), []);
  const preview = previewOf();
  if (!preview) return <p class="soft">One moment…</p>;
  const theme = chosen.value ?? (isDark() ? 'dark' : 'light');
  const options = looks.map((value) => ({ value, text: value }));
  return (
    <>
      <div class="platform-choice">
        <Segments
          label="Platforms in light or dark"
          options={options}
          value={theme}
          onChoose={(value) => (chosen.value = value)}
        />
        <p class="soft">Drawn here, cropped as each platform crops.</p>
      </div>
      <ul class={`platforms in-${theme}`}>
        {frames.map(({ name, label, Frame }) => (
          <li key={name}>
            <h2>{label}</h2>
            <div class={`platform on-${name}`}>
              <Frame {...preview} />
            </div>
            <Verdict name={name} />
          </li>
        ))}
      </ul>
    </>
  );
}

function previewOf(): Preview | undefined {
  const shown = picture.value;
  const words = texts.value.value?.page;
  if (!shown) return undefined;
  const host = words && URL.canParse(words.url) ? new URL(words.url).host : 'example.com';
  return {
    image: { url: shown.url, width: shown.facts.width, height: shown.facts.height },
    title: words?.title ?? shown.facts.alt,
    description: words?.description ?? shown.facts.alt,
    site: words?.siteName ?? host,
    host,
  };
}

function Verdict({ name }: { name: (typeof frames)[number]['name'] }) {
  const facts = picture.value?.facts;
  if (!facts) return null;
  const { text, isFault } = verdictOf(name, facts);
  return <p class={`verdict${isFault ? ' is-low' : ''}`}>{text}</p>;
}
