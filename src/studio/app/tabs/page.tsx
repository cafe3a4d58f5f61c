import { signal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import type { PageQuestion } from '../../protocol.ts';
import { askPage, listPages } from '../net/api.ts';
import { catalog } from '../state/catalog.ts';
import { failureOf } from '../state/picture.ts';
import { shape, showPage } from '../state/shape.ts';
import { Button } from '../ui/button.tsx';
import type { Tab } from './tab.ts';

/** The card that a build gives a page, and what of the page is on it. */
export const pageTab: Tab = { id: 'page', label: 'Page', Panel: PagePanel };

const address = signal('');
const problem = signal<string | undefined>(undefined);

async function ask(question: PageQuestion): Promise<void> {
  try {
    const answer = await askPage(question);
    problem.value = answer.card ? undefined : `${answer.path} gets no card: ${answer.reason}`;
    showPage(answer);
  } catch (error) {
    problem.value = failureOf(error).message;
  }
}

function PagePanel() {
  const [pages, setPages] = useState<readonly string[]>([]);
  const hasSite = catalog.value?.hasSite === true;
  useEffect(() => {
    if (hasSite) listPages().then(setPages, () => setPages([]));
  }, [hasSite]);
  return (
    <div
      class="page-panel"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => void takeDropped(event)}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void ask({ address: address.value });
        }}
      >
        <label for="page-address">A page of the built site</label>
        <div class="row">
          <input
            id="page-address"
            type="text"
            list="pages"
            spellcheck={false}
            placeholder="/blog/hello/"
            value={address.value}
            disabled={!hasSite}
            onInput={({ currentTarget }) => (address.value = currentTarget.value)}
          />
          <Button
            label="Show its card"
            kind="main"
            isDisabled={!hasSite}
            onPress={() => void ask({ address: address.value })}
          >
            Show its card
          </Button>
        </div>
        <datalist id="pages">
          {pages.map((path) => (
            <option key={path} value={path} />
          ))}
        </datalist>
        {!hasSite && (
          <p class="soft">
            <code>npx cardstock start --site-folder dist</code> lets you name a page of your site.
          </p>
        )}
      </form>
      <label class="drop">
        Drop an HTML file here, or choose one
        <input
          type="file"
          accept=".html,.htm,.xhtml,text/html"
          onChange={({ currentTarget }) => void takeFile(currentTarget.files?.[0])}
        />
      </label>
      {problem.value && (
        <p class="problem" role="alert">
          {problem.value}
        </p>
      )}
      <Origins />
    </div>
  );
}

async function takeDropped(event: DragEvent): Promise<void> {
  event.preventDefault();
  await takeFile(event.dataTransfer?.files[0]);
}

async function takeFile(file: File | undefined): Promise<void> {
  if (file) await ask({ html: await file.text(), fileName: file.name });
}

function Origins() {
  const { page, props, template } = shape.value;
  if (!page) return null;
  return (
    <table class="origins">
      <caption>
        {page.path} is {page.kind === undefined ? 'a page' : `of the kind “${page.kind}”`}, and gets the card
        “{template}”
      </caption>
      <thead>
        <tr>
          <th scope="col">Prop</th>
          <th scope="col">Words</th>
          <th scope="col">Made of</th>
        </tr>
      </thead>
      <tbody>
        {page.origins.map(({ prop, from }) => (
          <tr key={prop}>
            <th scope="row">{prop}</th>
            <td>{wordsOf(props[prop])}</td>
            <td>{from}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function wordsOf(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text?.startsWith('data:') ? 'a picture' : (text ?? '');
}
