import { unpackForAll } from '../camera/chromium/archives.ts';

/** Where a browser comes from in a container whose root is read-only. */
export async function unpack(folder: string): Promise<void> {
  await unpackForAll(folder);
  console.log(`Chromium is in ${folder}: CARDSTOCK_BROWSER_FOLDER=${folder}`);
}
