import { once } from 'node:events';
import type { RequestListener, Server, ServerResponse } from 'node:http';
import { Server as NetServer, type Socket } from 'node:net';
import { TooManyConnectionsError } from '../../errors.ts';
import { sendError } from './node-handler.ts';

/** What a new connection has for its first request, before it makes way for others or for the end. */
const patienceMs = 1_000;

/**
 * The connections of a server: which of them hold a request, and which only a descriptor.
 *
 * Descriptors run out sooner than anything else, and a silent connection is free for a
 * stranger. So above `maximum` those that ask for nothing make way, the stalest first; where
 * all hold requests, the next request is refused, on one of a few connections more.
 *
 * Node's own count of idle ones (`closeIdleConnections`) leaves out who never finished a request.
 */
export class Connections {
  readonly #server: Server;
  readonly #maximum: number;
  /** Without a request, and since when; the stalest come first. */
  readonly #idle = new Map<Socket, number>();
  readonly #busy = new Map<Socket, Set<ServerResponse>>();
  #sweep: NodeJS.Timeout | undefined;
  #isClosing = false;

  constructor(server: Server, maximum: number) {
    this.#server = server;
    this.#maximum = maximum;
    server.maxConnections = maximum + Math.ceil(maximum / 4);
    server.on('connection', (socket) => this.#welcome(socket));
  }

  /** Hands requests on to `listener`, as many at once as there may be. */
  guard(listener: RequestListener): RequestListener {
    return (request, response) => {
      const isFull = this.#busy.size >= this.#maximum && !this.#busy.has(request.socket);
      this.#begin(request.socket, response);
      if (!isFull) return listener(request, response);
      sayLast(response);
      sendError(new TooManyConnectionsError(), request, response);
    };
  }

  /**
   * Lets nobody in any more. Resolves when all who asked have their answers, or with
   * `deadline`, when those who still wait or read are left without.
   */
  async finish(deadline: AbortSignal): Promise<void> {
    this.#isClosing = true;
    const closed = once(this.#server, 'close');
    // Not http's own: that cuts off answers which are on their way to a slow reader.
    NetServer.prototype.close.call(this.#server);
    for (const answers of this.#busy.values()) answers.forEach(sayLast);
    const isDone = (socket: Socket) => socket.bytesWritten > 0; // it had an answer, and asks for nothing
    this.#dropIdle(isDone);
    const late = setTimeout(() => this.#dropIdle(() => true), patienceMs);
    const giveUp = () => this.#busy.forEach((_answers, socket) => socket.destroy());
    deadline.addEventListener('abort', giveUp, { once: true });
    await closed;
    this.#server.close(); // ends what http does beside it
    clearTimeout(late);
    deadline.removeEventListener('abort', giveUp);
  }

  #welcome(socket: Socket): void {
    if (this.#isClosing) return void socket.destroy();
    this.#idle.set(socket, performance.now());
    socket.once('close', () => {
      this.#idle.delete(socket);
      this.#busy.delete(socket);
    });
    this.#makeWay();
  }

  #begin(socket: Socket, response: ServerResponse): void {
    const answers = this.#busy.get(socket) ?? new Set();
    this.#idle.delete(socket);
    this.#busy.set(socket, answers.add(response)); // several, where requests come without waiting
    if (this.#isClosing) sayLast(response);
    response.once('close', () => {
      answers.delete(response);
      if (answers.size === 0 && this.#busy.delete(socket)) this.#rest(socket);
    });
  }

  #dropIdle(isMeant: (socket: Socket) => boolean): void {
    for (const socket of [...this.#idle.keys()].filter(isMeant)) socket.destroy();
  }

  #rest(socket: Socket): void {
    if (socket.destroyed) return;
    if (this.#isClosing) socket.destroySoon();
    else this.#idle.set(socket, performance.now());
  }

  /** Who came just now is waited for, and looked at again when its time is up. */
  #makeWay(): void {
    for (const [socket, since] of this.#idle) {
      if (this.#idle.size + this.#busy.size <= this.#maximum) return;
      if (performance.now() - since < patienceMs) break;
      this.#idle.delete(socket);
      socket.destroy();
    }
    if (this.#sweep || this.#idle.size + this.#busy.size <= this.#maximum) return;
    this.#sweep = setTimeout(() => {
      this.#sweep = undefined;
      this.#makeWay();
    }, patienceMs).unref();
  }
}

function sayLast(response: ServerResponse): void {
  response.shouldKeepAlive = false; // Connection: close
}
