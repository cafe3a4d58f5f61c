import type { ChromiumKind } from '../chromium/binary.ts';
import type { Send } from '../chromium/pipe.ts';

/** What Chromium is asked to encode; our own encoders take it from there. */
export interface Capture {
  readonly format: 'jpeg' | 'png' | 'webp';
  readonly quality?: number;
  readonly optimizeForSpeed?: boolean;
}

/** Takes a picture of what a page shows, in base64. */
export type Shutter = (capture: Capture) => Promise<string>;

export function shutterOf(send: Send, kind: ChromiumKind): Shutter {
  return kind === 'headless-shell' ? beginFrameShutter(send) : captureScreenshotShutter(send);
}

/** Frames exist only when we ask for one. A frame in which nothing changed carries no picture: ask again. */
function beginFrameShutter(send: Send): Shutter {
  const maxFrames = 60;
  return async (screenshot) => {
    for (let frame = 0; frame < maxFrames; frame++) {
      const { screenshotData } = await send('HeadlessExperimental.beginFrame', { screenshot });
      if (screenshotData) return screenshotData;
    }
    throw new Error(`None of ${maxFrames} frames carried a picture.`);
  };
}

function captureScreenshotShutter(send: Send): Shutter {
  return async (capture) => (await send('Page.captureScreenshot', { ...capture, fromSurface: true })).data;
}
