import type { Answer } from '../../serve/http/answer.ts';
import type { ApiConfig, ApiOptions } from './open-api.ts';

/** The API of administrators. It is loaded when it is asked for: few of those who show cards keep pictures. */
export function adminApi(config: ApiConfig, options: ApiOptions = {}): (request: Request) => Promise<Answer> {
  let opened: Promise<(request: Request) => Promise<Answer>> | undefined;
  return async (request) => {
    opened ??= open(config, options);
    return (await opened)(request);
  };
}

async function open(config: ApiConfig, options: ApiOptions) {
  const [{ answerApi }, { openApi }] = await Promise.all([
    import('./answer-api.ts'),
    import('./open-api.ts'),
  ]);
  const services = openApi(config, options);
  return (request: Request) => answerApi(request, services);
}
