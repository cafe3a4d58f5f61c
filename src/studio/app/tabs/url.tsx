import type { Attempt } from '../../protocol.ts';
import type { Tab } from './tab.ts';
import { Attempted, Notes, TextsPanel } from './texts-panel.tsx';

/** Where the card is answered. */
export const urlTab: Tab = {
  id: 'url',
  label: 'URL',
  Panel: () => (
    <TextsPanel>
      {({ urls, here, notes }) => (
        <>
          <Attempted label="Sealed: for og:image" attempt={urls.sealed} />
          <Attempted label="Readable: for people" attempt={urls.readable} href={textOf(here)} />
          <Attempted label="Redirect: for what cannot compute one" attempt={urls.redirect} />
          <Attempted label="Cloudinary" attempt={urls.cloudinary} />
          <Notes notes={notes.filter((note) => note.startsWith('OG_'))} />
        </>
      )}
    </TextsPanel>
  ),
};

function textOf(attempt: Attempt): string | undefined {
  return 'text' in attempt ? attempt.text : undefined;
}
