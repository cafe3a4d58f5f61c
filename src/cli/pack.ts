import { packBrowser } from '../camera/chromium/pack-browser.ts';

/** When a machine is set up or a function is built: every cold start is shorter then. */
export async function pack(): Promise<void> {
  await packBrowser();
}
