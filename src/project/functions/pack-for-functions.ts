import { packBrowser } from '../../camera/chromium/pack-browser.ts';
import { warn } from '../../system/report.ts';

/** Has functions carry the browser that is inflated soonest; else they carry it as npm brought it. */
export async function packForFunctions(): Promise<void> {
  try {
    await packBrowser();
  } catch (error) {
    warn(`Chromium was not packed anew, so cold starts take longer: ${(error as Error).message}`);
  }
}
