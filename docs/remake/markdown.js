/** The rows of a table in Markdown, below its head. */
export function table(head, rows) {
  const lines = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.map(cell).join(' | ')} |`);
  return `${lines.join('\n')}\n`;
}

/** A bar ends a cell, and a line its row. */
function cell(text) {
  return text.replaceAll(/\s*\n\s*/g, ' ').replaceAll(/(?<!\\)\|/g, '\\|');
}

/** Words of help and of docstrings as prose: what looks like an element is none. */
export function prose(text) {
  const parts = text.split(/(`[^`]*`)/);
  return parts.map((part) => (part.startsWith('`') ? part : part.replaceAll('<', '&lt;'))).join('');
}

export const code = (text) => `\`${text}\``;

/** Says at the head of a page that nobody writes it by hand, where only its editor sees it. */
export function generated(text) {
  return `<!-- Made by "make docs" from the code: what is written here is lost. -->\n\n${text}`;
}
