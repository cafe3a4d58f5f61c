/** `cardstock-og/og`: what was written for `@vercel/og` and `next/og`, photographed by a browser. */
import './system/require-node.ts';
export { ImageResponse } from './og/image-response.ts';
export type { ImageResponseOptions, OgFont } from './og/options.ts';
