import type { CDPSession } from 'puppeteer-core';
import type { ChromiumKind } from '../chromium/binary.ts';

/** What Chromium is asked to encode; our own encoders take it from there. */
export interface Capture {
  readonly format: 'jpeg' | 'png' | 'webp';
  readonly quality?: number;
  readonly optimizeForSpeed?: boolean;
}

/** Takes a picture of what a page shows, in base64. */
export type Shutter = (capture: Capture) => Promise<string>;

export function shutterOf(page: CDPSession, kind: ChromiumKind): Shutter {
  return kind === 'headless-shell' ? beginFrameShutter(page) : captureScreenshotShutter(page);
}

/** Frames exist only when we ask for one. A frame in which nothing changed carries no picture: ask again. */
function beginFrameShutter(page: CDPSession): Shutter {
  const maxFrames = 60;
  return async (screenshot) => {
    for (let frame = 0; frame < maxFrames; frame++) {
      const { screenshotData } = await page.send('HeadlessExperimental.beginFrame', { screenshot });
      if (screenshotData) return screenshotData;
    }
    throw new Error(`None of ${maxFrames} frames carried a picture.`);
  };
}

function captureScreenshotShutter(page: CDPSession): Shutter {
  return async (capture) =>
    (await page.send('Page.captureScreenshot', { ...capture, fromSurface: true })).data;
}
