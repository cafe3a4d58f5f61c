import type { CDPSession } from 'puppeteer-core';
import type { Viewport } from '../../card/variants.ts';
import type { ChromiumKind } from '../chromium/binary.ts';

/** Under begin-frame control the surface ignores the device scale factor: it is sized and scaled by hand. */
export async function setViewport(page: CDPSession, kind: ChromiumKind, viewport: Viewport): Promise<void> {
  const { width, height, deviceScaleFactor } = viewport;
  const byHand = kind === 'headless-shell';
  await page.send('Emulation.setDeviceMetricsOverride', {
    width,
    height,
    deviceScaleFactor,
    mobile: false,
    ...(byHand && { scale: deviceScaleFactor }),
  });
  if (!byHand) return;
  await page.send('Emulation.setVisibleSize', {
    width: width * deviceScaleFactor,
    height: height * deviceScaleFactor,
  });
}
