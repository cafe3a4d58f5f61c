import { drawElement } from './draw-element.ts';
import { type ImageResponseOptions, sizeOf } from './options.ts';

/** As `@vercel/og` says, and as it is: the same element is the same image. */
const keptForGood = 'public, immutable, no-transform, max-age=31536000';
const keptNowhere = 'no-cache, no-store';

/**
 * An image of an element, as a response: the class of `@vercel/og` and of `next/og`, with a
 * browser for its renderer. Takes elements of React and of Preact, and plain objects of their shape.
 *
 * The image is made at once; what goes wrong with it is the error of whoever reads the body.
 *
 * @throws {InvalidParameterError} the size is not one that an image may have.
 */
export class ImageResponse extends Response {
  constructor(element: unknown, options: ImageResponseOptions = {}) {
    const { status, statusText, format = 'png' } = options;
    const headers = new Headers({
      'content-type': `image/${format}`,
      'cache-control': process.env['NODE_ENV'] === 'development' ? keptNowhere : keptForGood,
    });
    for (const [name, value] of new Headers(options.headers)) headers.set(name, value);
    super(streamOf(draw(element, options)), {
      headers,
      ...(status !== undefined && { status }),
      ...(statusText !== undefined && { statusText }),
    });
  }
}

/** Begins at once, with what can be said at once said at once. */
function draw(element: unknown, options: ImageResponseOptions): Promise<Uint8Array> {
  const viewport = sizeOf(options);
  // The browser does not keep this process from ending; an image that is being made does.
  const busy = setInterval(() => {}, 2 ** 30);
  return drawElement(element, viewport, options)
    .then(({ bytes }) => new Uint8Array(bytes))
    .finally(() => clearInterval(busy));
}

function streamOf(image: Promise<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    async start(controller) {
      try {
        controller.enqueue(await image);
        controller.close();
      } catch (error) {
        controller.error(error);
      }
    },
  });
}
