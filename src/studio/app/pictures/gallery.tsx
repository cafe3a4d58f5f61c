import { useEffect } from 'preact/hooks';
import type { SitePictures } from '../../protocol.ts';
import { Button } from '../ui/button.tsx';
import {
  choosePicture,
  chosen,
  listed,
  listMore,
  listPictures,
  prefix,
  sizeInWords,
  smallUrl,
} from './pictures.ts';

/** All pictures of the site, page by page. */
export function Gallery() {
  const asked = prefix.value;
  useEffect(() => void listPictures(), [asked]);
  const { pictures, next } = listed.value;
  return (
    <div class="gallery">
      <input
        type="search"
        aria-label="Find by the beginning of the path"
        placeholder="Find by the beginning of the path"
        spellcheck={false}
        value={asked}
        onInput={({ currentTarget }) => (prefix.value = currentTarget.value)}
      />
      {pictures.length === 0 && (
        <p class="soft">{asked ? 'No path begins like that.' : 'There are no pictures yet.'}</p>
      )}
      <ul>
        {pictures.map((picture) => (
          <Tile key={picture.path} picture={picture} />
        ))}
      </ul>
      {next !== undefined && (
        <Button label="Show more pictures" kind="plain" onPress={() => void listMore()}>
          Show more
        </Button>
      )}
    </div>
  );
}

function Tile({ picture }: { picture: SitePictures['pictures'][number] }) {
  const { path, byteLength } = picture;
  return (
    <li>
      <button
        type="button"
        aria-pressed={chosen.value?.path === path}
        title={path}
        onClick={() => void choosePicture(path)}
      >
        <img src={smallUrl(picture)} alt="" loading="lazy" />
        <span class="name">{path}</span>
        <span class="soft">{sizeInWords(byteLength)}</span>
      </button>
    </li>
  );
}
