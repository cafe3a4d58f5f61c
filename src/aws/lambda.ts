export { lambdaHandler, type LambdaHandler, type LambdaHandlerOptions } from './renderer/handler.ts';
export { takeSecrets } from './renderer/take-secrets.ts';
export type { FunctionUrlEvent, FunctionUrlResult } from '../serve/platforms/aws/function-url.ts';
