import { catalog } from '../state/catalog.ts';
import { problems } from '../state/picture.ts';
import { change, shape } from '../state/shape.ts';
import { Segments } from '../ui/segments.tsx';

/** What is the same for all templates: the kind of file, and the language of the words. */
export function CardControls() {
  const { format = 'jpeg', lang = '' } = shape.value;
  const formats = (catalog.value?.formats ?? []).map((value) => ({ value, text: value }));
  return (
    <fieldset>
      <legend>File</legend>
      <Segments
        label="Format"
        options={formats}
        value={format}
        onChoose={(value) => change({ format: value === 'jpeg' ? undefined : value })}
      />
      <label class="language">
        <span>Language</span>
        <input
          type="text"
          spellcheck={false}
          autocomplete="off"
          value={lang}
          placeholder="told from the words, as in pt-BR"
          onInput={({ currentTarget }) => change({ lang: currentTarget.value || undefined })}
        />
      </label>
      <LanguageProblem />
    </fieldset>
  );
}

function LanguageProblem() {
  const wrong = problems.value.find(({ parameter }) => parameter === 'lang');
  return (
    <p class="problem" role="alert">
      {wrong?.problem}
    </p>
  );
}
