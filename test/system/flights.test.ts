import { describe, expect, it } from 'vitest';
import { Flights } from '../../src/system/flights.ts';

/** Work that ends when the test says so; what it was started with is kept. */
function pausedWork() {
  const runs: (PromiseWithResolvers<string> & { signal: AbortSignal })[] = [];
  return {
    runs,
    work: (signal: AbortSignal) => {
      const run = { ...Promise.withResolvers<string>(), signal };
      runs.push(run);
      return run.promise;
    },
  };
}

function setUp() {
  const flights = new Flights<string>();
  const { runs, work } = pausedWork();
  const join = (signal?: AbortSignal, key = 'key') => flights.join(key, work, signal);
  return { runs, join };
}

describe('a flight', () => {
  it('carries all who ask while it runs, and tells the first', async () => {
    const { runs, join } = setUp();
    const passengers = [join(), join(), join()];
    runs[0]!.resolve('landed');
    expect(await Promise.all(passengers)).toEqual([
      { value: 'landed', isFirst: true },
      { value: 'landed', isFirst: false },
      { value: 'landed', isFirst: false },
    ]);
    expect(runs).toHaveLength(1);
  });

  it('is forgotten once it has landed', async () => {
    const { runs, join } = setUp();
    const first = join();
    runs[0]!.resolve('first');
    await first;
    const second = join();
    runs[1]!.resolve('second');
    expect(await second).toEqual({ value: 'second', isFirst: true });
  });

  it('is one for each key', async () => {
    const { runs, join } = setUp();
    const passengers = [join(undefined, 'a'), join(undefined, 'b')];
    runs[1]!.resolve('b');
    runs[0]!.resolve('a');
    expect((await Promise.all(passengers)).map(({ value }) => value)).toEqual(['a', 'b']);
  });

  it('that fails is told to all who wait, and forgotten', async () => {
    const { runs, join } = setUp();
    const passengers = [join(), join(new AbortController().signal)];
    runs[0]!.reject(new Error('crashed'));
    for (const passenger of passengers) await expect(passenger).rejects.toThrow('crashed');
    const next = join();
    runs[1]!.resolve('landed');
    expect((await next).value).toBe('landed');
  });

  it('that cannot even start is told to the one who asked, and forgotten', async () => {
    const flights = new Flights<string>();
    const broken = () => {
      throw new Error('no engine');
    };
    await expect(flights.join('key', broken)).rejects.toThrow('no engine');
    expect((await flights.join('key', () => Promise.resolve('landed'))).value).toBe('landed');
  });

  it('is not started for one who has left already', async () => {
    const { runs, join } = setUp();
    await expect(join(AbortSignal.abort(new Error('gone')))).rejects.toThrow('gone');
    expect(runs).toEqual([]);
  });
});

describe('leaving', () => {
  it.each(['resolve', 'reject'] as const)('tells nothing to work that is over: %s', async (end) => {
    const { runs, join } = setUp();
    const passenger = join(new AbortController().signal);
    runs[0]![end]('landed');
    await passenger.catch(() => {});
    expect(runs[0]!.signal.aborted).toBe(false);
  });

  it('does not disturb those who stay, even where the first leaves', async () => {
    const { runs, join } = setUp();
    const leaver = new AbortController();
    const first = join(leaver.signal);
    const second = join(new AbortController().signal);
    leaver.abort(new Error('gone'));
    await expect(first).rejects.toThrow('gone');
    expect(runs[0]!.signal.aborted).toBe(false);
    const third = join();
    runs[0]!.resolve('landed');
    expect((await second).value).toBe('landed');
    expect((await third).value).toBe('landed');
    expect(runs).toHaveLength(1);
  });

  it('tells the work to stop when it was the last, and the next starts afresh', async () => {
    const { runs, join } = setUp();
    const leavers = [new AbortController(), new AbortController()];
    const passengers = leavers.map(({ signal }) => join(signal));
    for (const leaver of leavers) leaver.abort(new Error('gone'));
    for (const passenger of passengers) await expect(passenger).rejects.toThrow('gone');
    expect(runs[0]!.signal.aborted).toBe(true);

    const newcomer = join();
    expect(runs).toHaveLength(2);
    expect(runs[1]!.signal.aborted).toBe(false);
    runs[0]!.reject(new Error('told to stop')); // the end of the old one is not the end of the new
    await new Promise(setImmediate);
    const another = join();
    runs[1]!.resolve('landed');
    expect((await newcomer).value).toBe('landed');
    expect((await another).value).toBe('landed');
    expect(runs).toHaveLength(2);
  });

  it('does not take down one who comes in the same moment', async () => {
    const { runs, join } = setUp();
    const leaver = new AbortController();
    const first = join(leaver.signal);
    leaver.abort(new Error('gone'));
    const second = join();
    await expect(first).rejects.toThrow('gone');
    expect(runs.at(-1)!.signal.aborted).toBe(false);
    runs.at(-1)!.resolve('landed');
    expect((await second).value).toBe('landed');
  });
});
