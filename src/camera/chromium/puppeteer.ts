import type { Browser, ConnectOptions, ConnectionTransport } from 'puppeteer-core';

type Connect = (transport: ConnectionTransport, options: ConnectOptions) => Promise<Browser>;

/**
 * What talks to a browser that runs, and nothing that looks for one, starts it or speaks to it
 * otherwise: half of puppeteer, a twelfth of a second. A cold start spends it better while
 * Chromium is unpacked. The file is none that its makers promise, and the version is pinned.
 */
export async function loadPuppeteer(): Promise<Connect> {
  const { _connectToCdpBrowser } = await import('puppeteer-core/internal/cdp/BrowserConnector.js');
  const connect = _connectToCdpBrowser as unknown as (
    transport: ConnectionTransport,
    url: string,
    options: ConnectOptions,
  ) => Promise<Browser>;
  return (transport, options) => connect(transport, '', options);
}
