import type { Environment } from './setting.ts';

/** Where we run, by what the platforms themselves say. */
export interface Deployment {
  /** On AWS Lambda, which is where Netlify runs functions. */
  serverless: boolean;
  /** Behind Netlify's CDN, with its own headers and its own store. */
  netlify: boolean;
  production: boolean;
}

export function readDeployment(environment: Environment): Deployment {
  const serverless = Boolean(environment['AWS_LAMBDA_FUNCTION_NAME']) && !environment['NETLIFY_DEV'];
  const netlify = serverless && Boolean(environment['SITE_ID']);
  const production = serverless || environment['NODE_ENV'] === 'production';
  return { serverless, netlify, production };
}
