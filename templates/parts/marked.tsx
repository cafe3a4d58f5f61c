import { readMarks } from '../../src/template.ts';

/** Beside the letters around it, so that a card without marks has no styles for them. */
const codeStyle = {
  fontFamily: 'monospace',
  fontSize: '0.88em',
  letterSpacing: '-0.05em',
};
/** What leans over would touch what follows. */
const emStyle = { paddingInlineEnd: '0.06em' };
const strongStyle = { fontWeight: 'inherit', color: 'var(--mark, var(--accent))' };

/** Words with their marks: `code`, *emphasis* in italics, **strong** in the colour of the card. */
export function Marked({ text }: { text: string }) {
  return (
    <>
      {readMarks(text).map(({ kind, text: words }) => {
        if (kind === 'plain') return words;
        if (kind === 'em') return <em style={emStyle}>{words}</em>;
        if (kind === 'strong') return <strong style={strongStyle}>{words}</strong>;
        return (
          <code dir="ltr" style={codeStyle}>
            {words}
          </code>
        );
      })}
    </>
  );
}
