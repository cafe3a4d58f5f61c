import 'preact/compat'; // changes preact for good: so it has for every file, whichever was first
import { afterAll, expect, vi } from 'vitest';

const crashes = ['uncaughtException', 'unhandledRejection', 'SIGINT', 'SIGTERM'];

/** Files of tests that share a process would find what one of them leaves: so it fails, and not a neighbour. */
const before = lookAround();
afterAll(() => expect(lookAround(), 'what a file of tests leaves to the next one').toEqual(before));

function lookAround() {
  const environment = Object.entries(process.env).filter(([name]) => name !== 'VIPSHOME'); // sharp sets it
  return {
    environment: Object.fromEntries(environment),
    folder: process.cwd(),
    exitCode: process.exitCode,
    listeners: crashes.map((name) => process.listenerCount(name)),
    isClockFake: vi.isFakeTimers(),
  };
}
