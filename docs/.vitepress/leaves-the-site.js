/**
 * A plugin of markdown-it: a link to a file of the repository that is no page of this site is set as plain
 * words, for nothing lives at its address here. On a forge, where these files are read too, it leads there.
 */
export function leavesTheSite(markdown) {
  markdown.core.ruler.push('leaves-the-site', ({ tokens, env }) => {
    for (const { children } of tokens) if (children) unlink(children, env.relativePath ?? '');
  });
}

function unlink(tokens, page) {
  let isLeaving = false;
  for (const token of tokens) {
    if (token.type === 'link_open') isLeaving = leaves(token.attrGet('href'), page);
    if (!isLeaving || !token.type.startsWith('link_')) continue;
    token.tag = 'span';
    token.attrs = null;
    token.type = `leaving_${token.type}`;
  }
}

function leaves(href, page) {
  if (/^(?:[a-z]+:|#|\/)/.test(href)) return false;
  const { pathname } = new URL(href, `https://site.test/docs/${page}`);
  if (!pathname.startsWith('/docs/')) return true;
  const extension = /\.(\w+)$/.exec(pathname)?.[1];
  return extension !== undefined && !['md', 'json'].includes(extension);
}
