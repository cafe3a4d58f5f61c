import { readFileSync } from 'node:fs';
import type { CameraSettings } from '../settings.ts';

/**
 * Whether Chromium runs inside its own sandbox.
 *
 * It cannot as root, nor on Lambda, nor where the kernel keeps user namespaces from
 * ordinary users; there a hole in the renderer is a hole in the service, and the
 * start-up line says so.
 */
export function sandboxFor(config: Pick<CameraSettings, 'sandbox' | 'serverless'>): boolean {
  if (config.sandbox !== 'auto') return config.sandbox === 'on';
  if (config.serverless) return false;
  if (process.platform !== 'linux') return true;
  return process.getuid?.() !== 0 && userNamespacesWork();
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
