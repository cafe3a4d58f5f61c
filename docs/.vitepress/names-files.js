/** A plugin of markdown-it: a block of code that is a file, as in ```` ```tsx [cards/tide.tsx] ````, has its name above it. */
export function namesFiles(markdown) {
  const { fence } = markdown.renderer.rules;
  markdown.renderer.rules.fence = (tokens, index, ...rest) => {
    const file = /\[([\w.+/[\]-]+\.\w+)\]/.exec(tokens[index].info)?.[1];
    const head = file ? `<p class="file-name">${markdown.utils.escapeHtml(file)}</p>` : '';
    return head + fence(tokens, index, ...rest);
  };
}
