const clients = new WeakMap<Request, string>();

/** Where a request came from; a web-standard `Request` has no place for it. */
export function rememberClient(request: Request, address: string | undefined): Request {
  if (address !== undefined) clients.set(request, address);
  return request;
}

/** Nothing on platforms that count their clients themselves. */
export function clientOf(request: Request): string | undefined {
  return clients.get(request);
}
