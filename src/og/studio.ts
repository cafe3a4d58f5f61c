import type { Camera } from '../camera/camera.ts';
import { Pictures } from '../card/pictures/pictures.ts';
import { type Config, readConfig } from '../config.ts';

/** What all images of this process share: one camera, whose browsers end with the process, and its pictures. */
export class Studio {
  readonly #config: Config = readConfig(process.env, { allowUnsigned: true }); // nothing is served
  readonly #pictures = new Map<string, Pictures>();
  #camera: Promise<Camera> | undefined;

  /** A failure is forgotten: the next image tries again. */
  async camera(): Promise<Camera> {
    this.#camera ??= import('../camera/camera.ts')
      .then(({ createCamera }) => createCamera(this.#config, { isBackground: true }))
      .catch((error: unknown) => {
        this.#camera = undefined;
        throw error;
      });
    return this.#camera;
  }

  get language(): string {
    return this.#config.language;
  }

  /** Addresses are written by the program: without a list of hosts any will do that everybody can reach. */
  picturesFrom(hosts: readonly string[] = this.#config.imageHosts): Pictures {
    const allowedHosts = hosts.length > 0 ? hosts : 'any';
    const key = hosts.join();
    const pictures = this.#pictures.get(key) ?? new Pictures({ allowedHosts });
    this.#pictures.set(key, pictures);
    return pictures;
  }
}

let shared: Studio | undefined;

/** Opened by the first image: whoever imports us may never make one. */
export function sharedStudio(): Studio {
  shared ??= new Studio();
  return shared;
}
