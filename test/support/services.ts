import { ImageCache } from '../../src/serve/cache/image-cache.ts';
import type { Store } from '../../src/serve/cache/stores/store.ts';
import { TemplateRegistry } from '../../src/card/registry.ts';
import type { CardRequest } from '../../src/card/resolve.ts';
import { resolveCard } from '../../src/card/resolve.ts';
import type { Template } from '../../src/card/template.ts';
import type { Camera } from '../../src/camera/camera.ts';
import { type Config, readConfig } from '../../src/config.ts';
import { explainCard } from '../../src/serve/explain/explain-card.ts';
import { FallbackPictures } from '../../src/serve/fallback/fallback-pictures.ts';
import { Identifier } from '../../src/serve/http/identify.ts';
import { SlowCards } from '../../src/serve/http/slow-cards.ts';
import { Pictures, type PictureSources } from '../../src/card/pictures/pictures.ts';
import { toResponse } from '../../src/serve/http/answer.ts';
import { answerCard } from '../../src/serve/http/answer-card.ts';
import type { Services } from '../../src/serve/http/services.ts';
import { answerRedirect, type RedirectServices } from '../../src/serve/http/answer-redirect.ts';
import { type SealOptions, sealedPath } from '../../src/serve/url/sealed-url.ts';
import { templates as ourTemplates } from '../../templates/index.ts';
import { fakeCamera } from './fake-camera.ts';

export const origin = 'http://localhost';
export const renderer = `${origin}/.netlify/functions/gen-opengraph-image`;

/** Two secrets as `cardstock secret` prints them, but for tests only. */
export const secrets = [
  'first-secret-of-the-tests-0123456789abcdef',
  'other-secret-of-the-tests-0123456789abcdef',
];

interface ResponderOptions {
  take?: Camera['take'];
  config?: Partial<Config>;
  store?: Store;
  templates?: readonly Template[];
  /** Where pictures come from, in place of the internet. */
  sources?: Omit<PictureSources, 'allowedHosts'>;
}

/** The whole way of a request, with a camera that counts. */
export function createResponder({
  take,
  config: overrides,
  store,
  templates = ourTemplates,
  sources,
}: ResponderOptions = {}) {
  const camera = fakeCamera(take);
  const config = readConfig({}, overrides);
  const registry = new TemplateRegistry(templates, { loadTimeoutMs: config.loadTimeoutMs });
  const pictures = new Pictures({ allowedHosts: config.imageHosts, ...sources });
  const cache = new ImageCache(store, { memoryBytes: 10_000_000 });
  const open = () => Promise.resolve(camera);
  const fallback = new FallbackPictures({
    card: config.fallback,
    templates: registry,
    pictures,
    cache,
    camera: open,
  });
  const identifier = new Identifier(registry, pictures);
  const services: Services & RedirectServices = {
    config,
    templates: registry,
    identifier,
    slowCards: new SlowCards(config.timeoutMs),
    cache,
    fallback,
    camera: open,
    explain: (asked, signal) =>
      explainCard(asked, { templates: registry, pictures, cache, config, camera: open }, { signal }),
  };
  const ask = async (url: string, init?: RequestInit) =>
    toResponse(await answerCard(new Request(url, init), services));
  return {
    camera,
    services,
    ask: (query: string, init?: RequestInit) => ask(`${renderer}${query}`, init),
    askPath: (path: string, init?: RequestInit) => ask(`${origin}${path}`, init),
    redirect: async (path: string, init?: RequestInit) =>
      toResponse(await answerRedirect(new Request(`${origin}${path}`, init), services)),
    seal: async (request: CardRequest, options?: SealOptions) =>
      sealedPath(await resolveCard(request, registry), config, options),
  };
}
