import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { shape } from '../state/shape.ts';
import type { Editor } from './code-editor.ts';
import type { ControlProps } from './control.ts';

/** Code, in an editor that is loaded when the first such field is shown. */
export function CodeControl({ field, value, id, describedBy, isInvalid, onChange }: ControlProps<'code'>) {
  const host = useRef<HTMLDivElement>(null);
  const editor = useRef<Editor | undefined>(undefined);
  const latest = useRef({ value, onChange });
  latest.current = { value, onChange };
  useEffect(() => {
    let isGone = false;
    void import('./code-editor.ts').then(({ openEditor }) => {
      if (isGone || !host.current) return;
      editor.current = openEditor(host.current, {
        label: field.name,
        text: textOf(latest.current.value),
        onChange: (text) => latest.current.onChange(text || undefined),
      });
      editor.current.setSyntax(syntaxOf(shape.peek().props));
    });
    return () => {
      isGone = true;
      editor.current?.close();
      editor.current = undefined;
    };
  }, []);
  const syntax = syntaxOf(shape.value.props);
  // At once: a key that comes in between would be taken back.
  useLayoutEffect(() => editor.current?.setText(textOf(value)), [value]);
  useEffect(() => editor.current?.setSyntax(syntax), [syntax]);
  return (
    <div id={id} class={`code${isInvalid ? ' is-invalid' : ''}`} ref={host} aria-describedby={describedBy} />
  );
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** What templates of code call the language beside it. */
function syntaxOf({ syntax, language }: Readonly<Record<string, unknown>>): string {
  return textOf(syntax ?? language);
}
