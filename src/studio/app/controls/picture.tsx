import { useRef, useState } from 'preact/hooks';
import { say } from '../state/notice.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import type { ControlProps } from './control.ts';
import { pictureIn, readPicture } from './picture-file.ts';

/** A picture that is dropped, pasted, chosen, or named by its path or address. */
export function PictureControl({
  field,
  value,
  id,
  describedBy,
  isInvalid,
  onChange,
}: ControlProps<'picture'>) {
  const [isOver, setOver] = useState(false);
  const chooser = useRef<HTMLInputElement>(null);
  const source = typeof value === 'string' ? value : '';
  const isData = source.startsWith('data:');
  const take = (file: File | undefined) => {
    if (file) readPicture(file).then(onChange, (error: Error) => say(error.message));
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(pictureIn(event.dataTransfer));
  };
  return (
    <div
      class={`picture${isOver ? ' is-over' : ''}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      onPaste={(event) => take(pictureIn(event.clipboardData))}
    >
      <button
        type="button"
        class="thumb"
        aria-label={`Choose a file for ${field.name}`}
        onClick={() => chooser.current?.click()}
      >
        {isData ? <img src={source} alt="" /> : <Icon name="picture" />}
      </button>
      <input
        id={id}
        type="text"
        spellcheck={false}
        autocomplete="off"
        readOnly={isData}
        value={isData ? `a file of ${sizeOf(source)}` : source}
        placeholder="Drop or paste; a path or https://…"
        aria-describedby={describedBy}
        aria-invalid={isInvalid}
        onInput={({ currentTarget }) => onChange(currentTarget.value || undefined)}
      />
      {source !== '' && (
        <Button label={`Remove ${field.name}`} icon="close" onPress={() => onChange(undefined)} />
      )}
      <input
        ref={chooser}
        type="file"
        accept="image/*"
        hidden
        aria-hidden="true"
        tabIndex={-1}
        onChange={({ currentTarget }) => take(currentTarget.files?.[0])}
      />
    </div>
  );
}

/** Of the bytes behind base64, which takes four letters for three. */
function sizeOf(dataUrl: string): string {
  return `${Math.max(1, Math.round((dataUrl.length * 0.75) / 1000))} kB`;
}
