import type { Tab } from './tab.ts';
import { Attempted, Notes, TextsPanel } from './texts-panel.tsx';

/** What goes into the head of a page. */
export const tagsTab: Tab = {
  id: 'tags',
  label: 'Tags',
  Panel: () => (
    <TextsPanel>
      {({ tags, notes }) => (
        <>
          <Attempted label="Tags, right behind <meta charset>" attempt={tags} />
          <Notes notes={notes.filter((note) => note.startsWith('OG_'))} />
        </>
      )}
    </TextsPanel>
  ),
};
