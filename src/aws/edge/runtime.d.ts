// What CloudFront Functions have beside the language, as far as we use it: JavaScript runtime 2.0.

declare module 'cloudfront' {
  interface KeyValueStore {
    /** Fails where there is no such key. */
    get(key: string): Promise<string>;
  }
  const cf: { kvs(): KeyValueStore };
  export default cf;
}

/** Where sealed cards lie; put in when the function is bundled. */
declare const SEALED_PREFIX: string;

/** Where pictures of the site's own lie; empty where it has none. */
declare const PICTURES_PREFIX: string;

/** Where administrators keep them; empty where there are none. */
declare const API_PATH: string;
