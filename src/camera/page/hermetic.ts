import type { CDPSession } from 'puppeteer-core';

export interface HermeticPage {
  /** Whether the page has tried to go elsewhere since it was last asked. */
  hasWandered(): boolean;
}

/**
 * A wildcard is looked for anywhere in an address, so that it would also find the names of
 * namespaces in a picture that is a data URL. Older browsers know no exceptions and leave those out.
 */
const blocked = { urls: ['*://*'], urlPatterns: [{ urlPattern: 'data:*', block: false }] };

/** A paused frame would keep its page from ever finishing, and has nothing to load anyway. */
const workers = [{ type: 'iframe', exclude: true }, {}];

/**
 * Cuts a page off inside the browser; the flags cut the browser off outside.
 *
 * Every request is refused before it starts, scripts of the page never run, and workers,
 * whose sockets nothing here would see, stay paused for good.
 */
export async function makeHermetic(
  page: CDPSession,
  mainFrameId: string,
  { scripts = false }: { scripts?: boolean } = {},
): Promise<HermeticPage> {
  let wandered = false;
  const wander = () => (wandered = true);
  page.on('Fetch.requestPaused', ({ requestId }) => {
    page.send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' }).catch(() => {});
  });
  page.on('Page.frameNavigated', ({ frame }) => frame.id === mainFrameId && wander());
  page.on('Page.frameRequestedNavigation', ({ frameId }) => frameId === mainFrameId && wander());
  await Promise.all([
    page.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] }),
    page.send('Network.enable'),
    page.send('Network.setBlockedURLs', blocked),
    page.send('Network.emulateNetworkConditions', {
      offline: true,
      latency: 0,
      downloadThroughput: 0,
      uploadThroughput: 0,
    }),
    page.send('Emulation.setScriptExecutionDisabled', { value: !scripts }),
    page.send('Page.enable'),
    page.send('Target.setAutoAttach', {
      autoAttach: true,
      waitForDebuggerOnStart: true,
      flatten: true,
      filter: workers,
    }),
  ]);
  return {
    hasWandered() {
      const answer = wandered;
      wandered = false;
      return answer;
    },
  };
}
