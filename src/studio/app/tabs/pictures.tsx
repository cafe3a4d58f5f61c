import { Details } from '../pictures/details.tsx';
import { DropZone } from '../pictures/drop-zone.tsx';
import { Gallery } from '../pictures/gallery.tsx';
import { problem } from '../pictures/pictures.ts';
import type { Tab } from './tab.ts';

/** The pictures of the site: to look through, to add to, and to use in a card. */
export const picturesTab: Tab = { id: 'pictures', label: 'Pictures', Panel: PicturesPanel };

function PicturesPanel() {
  return (
    <div class="pictures">
      <DropZone />
      {problem.value && (
        <p class="problem" role="alert">
          {problem.value}
        </p>
      )}
      <Details />
      <Gallery />
    </div>
  );
}
