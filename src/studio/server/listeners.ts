import type { Response } from 'express';
import type { ShownFault, StudioEvent } from '../protocol.ts';

/** What lies between a page and us lets go of a connection that says nothing. */
const heartbeatMs = 20_000;

/** The open pages, and what they are told as it happens. */
export class Listeners {
  readonly #open = new Set<Response>();
  readonly #startedAt = Date.now().toString(36);
  readonly #heartbeat: NodeJS.Timeout;
  #changes = 0;
  #fault: ShownFault | undefined;

  constructor() {
    this.#heartbeat = setInterval(() => this.#write(':\n\n'), heartbeatMs).unref();
  }

  /** Another one with each change, and with each server. */
  get revision(): string {
    return `${this.#startedAt}-${this.#changes}`;
  }

  /** What it missed while it was away, the first event makes up for. */
  add(response: Response): void {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    this.#open.add(response);
    response.once('close', () => this.#open.delete(response));
    response.write(lineOf({ kind: 'hello', revision: this.revision, files: [] }));
    if (this.#fault) response.write(lineOf({ kind: 'fault', fault: this.#fault }));
  }

  tellChange(files: readonly string[]): void {
    this.#changes += 1;
    this.#fault = undefined;
    this.#write(lineOf({ kind: 'change', revision: this.revision, files }));
  }

  tellFault(fault: ShownFault): void {
    this.#fault = fault;
    this.#write(lineOf({ kind: 'fault', fault }));
  }

  close(): void {
    clearInterval(this.#heartbeat);
    for (const response of this.#open) response.end();
  }

  #write(text: string): void {
    for (const response of this.#open) response.write(text);
  }
}

function lineOf(event: StudioEvent): string {
  return `data: ${JSON.stringify(event)}\n\n`;
}
