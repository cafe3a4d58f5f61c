import { setPriority } from 'node:os';

/** What Chromium gives to the threads that draw. */
const ofDrawing = -8;

/**
 * Gives this thread the priority that Chromium's have where the machine lets it, as it lets root:
 * whoever answers everybody would wait behind each card that is drawn.
 */
export function keepUpWithChromium(): void {
  try {
    setPriority(ofDrawing);
  } catch {
    // then Chromium may not either
  }
}
