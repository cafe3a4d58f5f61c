import { settings } from '../../dist/src/config.js';
import { code, table } from './markdown.js';

/** Every variable of the environment, in the order in which the rooms are built. */
export function settingsPage() {
  const rows = Object.values(settings).map(({ variable, shownDefault, about }) => [
    code(variable),
    shownDefault,
    about,
  ]);
  return `# Settings

What a deployment decides is said in its environment; what a project decides, in its [config](config.md). Where both say something, the environment has the last word. A variable that is empty counts as absent, and one that is wrong is named before anything starts.

\`\`\`bash
npx cardstock-og check   # tries what cards need on this machine, by these settings
\`\`\`

${table(['variable', 'default', ''], rows)}
How much memory that takes, who waits for whom, and what is refused when it is full: [Operating a server](../operations.md).
`;
}
