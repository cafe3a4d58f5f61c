import { TemplateRegistry } from '../../src/card/registry.ts';
import type { Camera } from '../../src/chromium/camera.ts';
import { type Config, readConfig } from '../../src/config.ts';
import { respond } from '../../src/http/respond.ts';
import { templates } from '../../templates/index.ts';
import { fakeCamera } from './fake-camera.ts';

export const renderer = 'http://localhost/.netlify/functions/gen-opengraph-image';

/** The whole way of a request, with a camera that counts. */
export function createResponder(options: { take?: Camera['take']; config?: Partial<Config> } = {}) {
  const camera = fakeCamera(options.take);
  const services = {
    config: readConfig({}, options.config),
    templates: new TemplateRegistry(templates),
    camera: Promise.resolve(camera),
  };
  return {
    camera,
    ask: (query: string, init?: RequestInit) => respond(new Request(`${renderer}${query}`, init), services),
  };
}
