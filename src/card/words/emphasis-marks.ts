/** Filled and open ("CSS Text Decoration", `text-emphasis-style`). */
const marks: Readonly<Record<string, readonly [filled: string, open: string]>> = {
  dot: ['•', '◦'],
  circle: ['●', '○'],
  'double-circle': ['◉', '◎'],
  triangle: ['▲', '△'],
  sesame: ['﹅', '﹆'],
};

/** What is drawn over the letters: which shape is meant where none is named depends on how they run. */
export function emphasisMarks(words: readonly string[]): string {
  const isMeant = words.some((word) => word in marks || word === 'filled' || word === 'open');
  if (!isMeant) return '';
  const shape = words.find((word) => word in marks);
  const shapes = shape ? [marks[shape]!] : [marks['circle']!, marks['sesame']!];
  return ` ${shapes.map((pair) => pair[words.includes('open') ? 1 : 0]).join(' ')}`;
}
