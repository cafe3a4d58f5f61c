import { signal } from '@preact/signals';

/** A sentence that is said for a moment, to the eye and to a screen reader. */
export const notice = signal('');

const shownMs = 2_400;
let timer: ReturnType<typeof setTimeout> | undefined;

export function say(text: string): void {
  notice.value = text;
  clearTimeout(timer);
  timer = setTimeout(() => (notice.value = ''), shownMs);
}

export async function copy(text: string, what: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    say(`${what} copied`);
  } catch {
    say('The browser does not let the page copy; select the text instead');
  }
}
