import { readFileSync } from 'node:fs';
import { defineEvent } from '../../system/event.ts';
import type { CameraSettings } from '../settings.ts';

type SandboxSettings = Pick<CameraSettings, 'sandbox' | 'serverless'>;

/** Whether Chromium runs inside its own sandbox, and why if it does not. */
export interface SandboxState {
  readonly isOn: boolean;
  readonly reason?: string;
}

export function sandboxSentence({ isOn, reason }: SandboxState): string {
  return isOn ? 'Chromium runs in its sandbox' : `Chromium runs without a sandbox: ${reason}`;
}

/** Said once of each camera, when its first browser runs. */
export const sandboxChosen = defineEvent<SandboxState>('sandbox-chosen');

/**
 * Chromium's own sandbox: as it is set, or as it proves to be with the first browser.
 *
 * Without it a hole in the renderer is a hole in the service. What a kernel says of itself is
 * not enough: containers forbid namespaces by seccomp, which nobody can ask about.
 */
export class Sandbox {
  readonly #settings: SandboxSettings;
  #state: SandboxState | undefined;

  constructor(settings: SandboxSettings) {
    this.#settings = settings;
  }

  /** Nothing before it was tried. */
  get state(): SandboxState | undefined {
    return this.#state;
  }

  /** @param start Starts a browser and its page: a renderer that cannot live fails there. */
  async launch<Browser>(start: (sandbox: boolean) => Promise<Browser>): Promise<Browser> {
    if (this.#state) return start(this.#state.isOn);
    const expected = expectedSandbox(this.#settings);
    try {
      return this.#choose(expected, await start(expected.isOn));
    } catch (error) {
      if (this.#settings.sandbox !== 'auto' || !expected.isOn || !isAboutSandbox(error)) throw error;
      return this.#choose({ isOn: false, reason: 'this system forbids what it needs' }, await start(false));
    }
  }

  #choose<Browser>(state: SandboxState, browser: Browser): Browser {
    if (!this.#state) sandboxChosen.publish(state);
    this.#state ??= state;
    return browser;
  }
}

/** Any other failure (no memory, no descriptors) passes, and must not take the wall down for good. */
function isAboutSandbox(error: unknown): boolean {
  return /sandbox|namespace/i.test(String(error));
}

/** What can be told without starting anything. */
export function expectedSandbox({ sandbox, serverless }: SandboxSettings): SandboxState {
  if (sandbox === 'on') return { isOn: true };
  if (sandbox === 'off') return { isOn: false, reason: 'CARDSTOCK_SANDBOX=off' };
  if (serverless) return { isOn: false, reason: 'Lambda has none' };
  if (process.platform !== 'linux') return { isOn: true };
  if (process.getuid?.() === 0) return { isOn: false, reason: 'root cannot have one' };
  return userNamespacesWork()
    ? { isOn: true }
    : { isOn: false, reason: 'this kernel has no user namespaces for ordinary users' };
}

/** Debian's old switch, Ubuntu's newer one, and the count that containers set to nought. */
function userNamespacesWork(): boolean {
  return (
    kernelSetting('kernel/unprivileged_userns_clone', 1) === 1 &&
    kernelSetting('kernel/apparmor_restrict_unprivileged_userns', 0) === 0 &&
    kernelSetting('user/max_user_namespaces', 1) > 0
  );
}

function kernelSetting(name: string, otherwise: number): number {
  try {
    return Number(readFileSync(`/proc/sys/${name}`, 'utf8'));
  } catch {
    return otherwise;
  }
}
