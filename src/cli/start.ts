import { templates } from '../../templates/index.ts';
import { Cardstock } from '../cardstock.ts';
import { sandboxFor } from '../chromium/sandbox.ts';
import type { Config } from '../config.ts';
import { queryUrl } from '../http/query-url.ts';
import { listen } from '../server/listen.ts';

/** Serves until SIGINT or SIGTERM, then finishes what runs. */
export async function start(): Promise<void> {
  const cardstock = new Cardstock({ templates });
  const server = await listen(cardstock);
  console.log(`listening on ${server.origin}`);
  console.log(`a first card: ${server.origin}${queryUrl({ template: 'plain', props: { title: 'Hello' } })}`);
  console.log(safetyLine(cardstock.config));
  const stop = () => {
    server.close().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
  await cardstock.warm().catch((error: unknown) => {
    console.error('the browser did not start; the next card tries again:', error);
  });
}

function safetyLine(config: Config): string {
  const unsigned = config.allowUnsigned
    ? 'accepts unsigned requests'
    : 'refuses unsigned requests (OG_ALLOW_UNSIGNED=true to accept them)';
  const sandbox = sandboxFor(config) ? 'in its sandbox' : 'without a sandbox';
  return `${unsigned}; Chromium runs ${sandbox}`;
}
