import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { javascript } from '@codemirror/lang-javascript';
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { Compartment, EditorState, type Extension } from '@codemirror/state';
import { EditorView, keymap, lineNumbers } from '@codemirror/view';
import { tags } from '@lezer/highlight';

export interface Editor {
  setText(text: string): void;
  setSyntax(name: string): void;
  close(): void;
}

export interface EditorOptions {
  readonly label: string;
  readonly text: string;
  readonly onChange: (text: string) => void;
}

/** Tab leaves the editor, as it leaves any field: nobody is caught in it. */
const keys = keymap.of([...defaultKeymap, ...historyKeymap]);

const colors = HighlightStyle.define([
  { tag: [tags.keyword, tags.tagName], color: 'var(--accent)' },
  { tag: [tags.string, tags.regexp], color: 'var(--good)' },
  { tag: tags.comment, color: 'var(--soft)', fontStyle: 'italic' },
]);

const looks = EditorView.theme({
  '&': { fontSize: '13px', maxHeight: '260px', color: 'var(--ink)' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: '1.5' },
  '.cm-content': { caretColor: 'var(--ink)' },
  '.cm-gutters': { background: 'none', border: 'none', color: 'var(--soft)' },
  '.cm-cursor': { borderColor: 'var(--ink)' },
});

/**
 * An editor in a shadow of its own: there its styles are adopted, where the page's policy would
 * refuse elements of style.
 */
export function openEditor(host: HTMLElement, { label, text, onChange }: EditorOptions): Editor {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  const syntax = new Compartment();
  let isOwn = false;
  const extensions: Extension = [
    lineNumbers(),
    history(),
    keys,
    EditorView.contentAttributes.of({ 'aria-label': label }),
    syntaxHighlighting(colors),
    looks,
    syntax.of([]),
    EditorView.updateListener.of(({ docChanged, state }) => {
      if (docChanged && !isOwn) onChange(state.doc.toString());
    }),
  ];
  const view = new EditorView({ parent: root, root, state: EditorState.create({ doc: text, extensions }) });
  return {
    setText(next) {
      const now = view.state.doc.toString();
      if (next === now) return;
      isOwn = true;
      view.dispatch({ changes: { from: 0, to: now.length, insert: next } });
      isOwn = false;
    },
    setSyntax: (name) => view.dispatch({ effects: syntax.reconfigure(syntaxOf(name)) }),
    close: () => view.destroy(),
  };
}

/** Others are shown without colours, which is better than in those of another language. */
function syntaxOf(name: string): Extension {
  if (!/^(?:javascript|js|jsx|typescript|ts|tsx)$/.test(name)) return [];
  return javascript({ typescript: /^t/.test(name), jsx: name.endsWith('x') });
}
