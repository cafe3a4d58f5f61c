import { useState } from 'preact/hooks';
import { type Upload, uploadAll, uploads } from './uploads.ts';

/** Takes files that are dropped or chosen, and shows how far they are. */
export function DropZone() {
  const [isOver, setOver] = useState(false);
  return (
    <>
      <label
        class={`drop${isOver ? ' is-over' : ''}`}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          void uploadAll(event.dataTransfer?.files ?? []);
        }}
      >
        Drop pictures here, or choose some
        <input
          type="file"
          multiple
          accept="image/jpeg,image/png,image/webp,image/gif,image/avif"
          onChange={({ currentTarget }) => {
            void uploadAll(Array.from(currentTarget.files ?? []));
            currentTarget.value = '';
          }}
        />
      </label>
      {uploads.value.length > 0 && (
        <ul class="uploads" aria-label="Uploads" aria-live="polite">
          {uploads.value.map((upload) => (
            <Progress key={upload.id} upload={upload} />
          ))}
        </ul>
      )}
    </>
  );
}

function Progress({ upload: { name, share, state, problem } }: { upload: Upload }) {
  return (
    <li class={`is-${state}`}>
      <span class="name">{name}</span>
      <progress value={share} aria-label={`Upload of ${name}`} />
      <span>
        {state === 'sending' ? `${Math.round(share * 100)} %` : state === 'done' ? 'kept' : 'refused'}
      </span>
      {problem && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
    </li>
  );
}
