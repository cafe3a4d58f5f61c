import { computed, signal } from '@preact/signals';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { TemplateEntry } from '../../protocol.ts';
import { revision, templates } from '../state/catalog.ts';
import { chooseExample, chooseTemplate, shape } from '../state/shape.ts';
import { thumbnailUrl } from '../net/api.ts';
import { Icon } from '../ui/icon.tsx';

export const searchId = 'search';
const words = signal('');

/** By name, by what they are for, and by the names of their examples. */
const found = computed(() => {
  const wanted = words.value.toLowerCase().split(/\s+/).filter(Boolean);
  return templates.value.filter(({ name, description, examples }) => {
    const text = [name, description, ...Object.keys(examples)].join(' ').toLowerCase();
    return wanted.every((word) => text.includes(word));
  });
});

/** All templates as they look, and the examples of the one that is chosen. */
export function Templates() {
  return (
    <nav class="templates" aria-label="Templates">
      <div class="search">
        <Icon name="search" />
        <input
          id={searchId}
          type="search"
          placeholder="Templates"
          aria-label="Find a template"
          aria-keyshortcuts="/"
          value={words.value}
          onInput={({ currentTarget }) => (words.value = currentTarget.value)}
          onKeyDown={({ key }) => {
            if (key === 'Enter' && found.value[0]) chooseTemplate(found.value[0].name);
          }}
        />
      </div>
      <ul>
        {found.value.map((template) => (
          <Template key={template.name} template={template} />
        ))}
      </ul>
      {found.value.length === 0 && <p class="none">None is called so.</p>}
    </nav>
  );
}

function Template({ template }: { template: TemplateEntry }) {
  const { name, description, examples } = template;
  const isChosen = shape.value.template === name;
  const [first] = Object.keys(examples);
  const element = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isChosen) element.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [isChosen]);
  return (
    <li ref={element} class={isChosen ? 'is-chosen' : ''}>
      <button
        type="button"
        class="template"
        title={description}
        aria-current={isChosen}
        onClick={() => chooseTemplate(name)}
      >
        {first === undefined ? <span class="thumb blank" /> : <Thumbnail template={name} example={first} />}
        <span class="name">{name}</span>
      </button>
      {isChosen && <Examples template={template} />}
    </li>
  );
}

function Examples({ template: { name, examples } }: { template: TemplateEntry }) {
  return (
    <ul class="examples" aria-label={`Examples of ${name}`}>
      {Object.keys(examples).map((example) => (
        <li key={example}>
          <button
            type="button"
            aria-current={shape.value.example === example}
            onClick={() => chooseExample(name, example)}
          >
            <Thumbnail template={name} example={example} />
            <span>{example}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** Blank where its card cannot be drawn now; another revision may be mended. */
function Thumbnail({ template, example }: { template: string; example: string }) {
  const [broken, setBroken] = useState('');
  const url = thumbnailUrl(template, example, revision.value);
  if (broken === url) return <span class="thumb" />;
  const size = { width: 240, height: 126 };
  return (
    <img
      class="thumb"
      src={url}
      alt=""
      {...size}
      loading="lazy"
      decoding="async"
      onError={() => setBroken(url)}
    />
  );
}
