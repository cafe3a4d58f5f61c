// Photographs the HTML it is given, in a process of its own, and prints the picture's fingerprint.
import { variants } from '../../src/card/variants.ts';
import { createCamera } from '../../src/camera/camera.ts';
import { readConfig } from '../../src/config.ts';
import { createHash } from 'node:crypto';

const camera = await createCamera(readConfig({}, { browsers: 1 }));
const { bytes } = await camera.take(
  { html: process.argv[2]!, faces: [], missingGlyphs: [], missingFonts: [], viewport: variants.og },
  'png',
);
console.log(createHash('sha256').update(bytes).digest('hex').slice(0, 16));
await camera.close();
