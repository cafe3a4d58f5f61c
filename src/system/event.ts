import { channel } from 'node:diagnostics_channel';

/** Something that happens, told to whoever listens. Where nobody does, it costs one look at a flag. */
export interface Event<Message> {
  readonly publish: (message: Message) => void;
  /** Returns what ends it. A listener that throws is reported, and holds nobody up. */
  readonly subscribe: (listener: (message: Message) => void) => () => void;
}

/**
 * An event of one of our rooms, as Node's own diagnostics channel `cardstock:<name>`: tools that
 * know nothing of us can listen as well.
 */
export function defineEvent<Message>(name: string): Event<Message> {
  const told = channel(`cardstock:${name}`);
  return {
    publish(message) {
      if (told.hasSubscribers) told.publish(message);
    },
    subscribe(listener) {
      const listen = (message: unknown) => listener(message as Message);
      told.subscribe(listen);
      return () => void told.unsubscribe(listen);
    },
  };
}
