import { expect, it } from 'vitest';
import { startServer } from '../../support/started-server.ts';

it('a server in production has nothing of the studio', async () => {
  const variables = { NODE_ENV: 'production', OG_SECRETS: 'a'.repeat(32) };
  const { origin } = await startServer({ variables });
  const paths = ['/', '/_studio/catalog', '/_studio/studio.js', '/_studio/events', '/_studio/thumbnail'];
  const answers = await Promise.all(paths.map((path) => fetch(origin + path)));
  expect(answers.map(({ status }) => status)).toEqual(paths.map(() => 404));
});
