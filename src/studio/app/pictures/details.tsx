import { useState } from 'preact/hooks';
import type { SitePicture } from '../../protocol.ts';
import { readPicture } from '../controls/picture-file.ts';
import { copy, say } from '../state/notice.ts';
import { setProp, template } from '../state/shape.ts';
import { Button } from '../ui/button.tsx';
import { chosen, removePicture, sizeInWords, smallUrl } from './pictures.ts';

/** What is known of the picture that was chosen, and what can be done with it. */
export function Details() {
  const picture = chosen.value;
  if (!picture) return null;
  const { path, width, height, byteLength, type } = picture;
  return (
    <section class="picture-details" aria-label={`About ${path}`}>
      <img src={smallUrl(picture)} alt="" />
      <div>
        <h2>{path}</h2>
        <p class="soft">
          {width} × {height}, {type}, {sizeInWords(byteLength)}
        </p>
        <Uses picture={picture} />
      </div>
      <Addresses picture={picture} />
    </section>
  );
}

/** Into a prop of the card that is being shaped, as a file would be dropped; or away. */
function Uses({ picture: { path } }: { picture: SitePicture }) {
  const [isSure, setSure] = useState(false);
  const props = (template.value?.fields ?? []).filter(({ kind }) => kind === 'picture');
  return (
    <p class="row">
      {props.map(({ name }) => (
        <Button key={name} label={`Use as ${name}`} kind="main" onPress={() => void useAs(name, path)}>
          Use as {name}
        </Button>
      ))}
      <Button
        label={isSure ? `Remove ${path} for good` : `Remove ${path}`}
        kind="plain"
        onPress={() => (isSure ? void removePicture(path) : setSure(true))}
      >
        {isSure ? 'Remove for good' : 'Remove'}
      </Button>
    </p>
  );
}

async function useAs(prop: string, path: string): Promise<void> {
  const response = await fetch(`_studio/picture/small?${new URLSearchParams({ path, side: '1200' })}`);
  setProp([prop], await readPicture(await response.blob()));
  say(`${path} is the ${prop} of this card`);
}

function Addresses({ picture: { addresses } }: { picture: SitePicture }) {
  return (
    <ul class="addresses" aria-label="Addresses">
      {addresses.map(({ size, url }) => (
        <li key={size}>
          <b>{size}</b>
          <a href={url} target="_blank" rel="noopener">
            {url}
          </a>
          <Button
            label={`Copy the address of ${size}`}
            icon="copy"
            onPress={() => void copy(url, `Address of ${size}`)}
          />
        </li>
      ))}
    </ul>
  );
}
