import { expect, it, onTestFinished } from 'vitest';
import { Cardstock } from '../../src/index.ts';
import { templates } from '../../templates/index.ts';
import { S3Server } from '../support/aws/s3-server.ts';
import { startServer } from '../support/started-server.ts';

const secret = 'the-secret-of-these-cards-0123456789';
const siteUrl = 'https://cards.example';

/** How a card came: drawn, or found. */
async function ask(origin: string, path: string) {
  const answer = await fetch(origin + path);
  const came = answer.headers.get('cache-status')?.split('; ')[1];
  return { status: answer.status, came, bytes: Buffer.from(await answer.arrayBuffer()).toString('base64') };
}

it('servers behind a balancer draw each card once and show the same bytes when one of them is gone, and stay in the line without their bucket', async () => {
  const s3 = await S3Server.start();
  onTestFinished(() => s3.stop());
  const variables = {
    ...s3.environment,
    CARDSTOCK_STORE: 's3://cards',
    OG_SECRETS: secret,
    NODE_ENV: 'production',
  };
  const servers = await Promise.all([1, 2].map(() => startServer({ variables })));
  const signer = new Cardstock({ templates, config: { secrets: [secret], siteUrl } });
  onTestFinished(() => signer.close());
  const paths = await Promise.all(
    ['One', 'Two', 'Three'].map(async (title) => {
      const url = await signer.cardUrl({ template: 'plain', props: { title: `Card ${title}` } });
      return url.slice(siteUrl.length);
    }),
  );
  for (const path of paths) {
    const answers = await Promise.all(servers.map(({ origin }) => ask(origin, path)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(new Set(answers.map(({ bytes }) => bytes)).size).toBe(1);
    expect(answers.map(({ came }) => came).sort()).toEqual(['fwd=uri-miss', 'hit']);
  }
  expect([...s3.objects().keys()].sort()).toEqual(paths.map((path) => path.slice(1).split('?')[0]).sort());

  const [one, other] = servers as [(typeof servers)[0], (typeof servers)[0]];
  const before = await ask(one.origin, paths[0]!);
  await one.stop();
  expect((await ask(other.origin, paths[0]!)).bytes).toBe(before.bytes);

  s3.breakDown('dead');
  const ready = await fetch(`${other.origin}/ready`);
  expect([ready.status, await ready.json()]).toMatchObject([
    200,
    { degraded: true, checks: { store: { ok: false } } },
  ]);
});
