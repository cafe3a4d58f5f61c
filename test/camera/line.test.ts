import { describe, expect, it } from 'vitest';
import { Line, type Rank } from '../../src/camera/line.ts';
import { QueueFullError } from '../../src/errors.ts';

const { signal: stays } = new AbortController();

/** A line whose one place is taken, by cards that cost so much. */
async function busyLine({ maxWaiting = 10, costMs = 0 } = {}): Promise<Line> {
  const line = new Line({ places: 1, maxWaiting, maxWaitMs: 1_000 });
  await line.enter('own', stays);
  line.leave(costMs);
  await line.enter('own', stays);
  return line;
}

/** Who got a place, in turn. */
function watch(line: Line) {
  const told: string[] = [];
  const enter = (name: string, rank: Rank, signal = stays) =>
    line.enter(rank, signal).then(
      () => told.push(name),
      (error: Error) => told.push(`${name}: ${error.name}`),
    );
  return { told, enter };
}

/** Lets promises come to what they will. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

describe('the line before the browsers', () => {
  it('is as long as it may be, whoever comes', async () => {
    const line = await busyLine({ maxWaiting: 2 });
    const { told, enter } = watch(line);
    for (const name of ['a', 'b', 'c']) void enter(name, 'signed');
    await settle();
    expect(told).toEqual(['c: QueueFullError']);
    expect([line.busy, line.waiting]).toEqual([1, 2]);
  });

  it('takes those we signed first, and each kind in its order', async () => {
    const line = await busyLine();
    const { told, enter } = watch(line);
    void enter('stranger 1', 'unsigned');
    void enter('stranger 2', 'unsigned');
    void enter('ours 1', 'signed');
    void enter('ours 2', 'signed');
    for (let turn = 0; turn < 4; turn++) {
      line.leave(1);
      await settle();
    }
    expect(told).toEqual(['ours 1', 'ours 2', 'stranger 1', 'stranger 2']);
  });

  it('takes one of the kind that a browser shows before others, and passes nobody more than four times', async () => {
    const line = await busyLine({ maxWaiting: 20 });
    const told: string[] = [];
    const enter = (name: string) =>
      void line.enter('own', stays, { kind: name[0]! }).then(() => told.push(name));
    for (const name of ['a1', 'b1', 'c1', 'b2', 'b3', 'b4', 'b5', 'b6', 'a2']) enter(name);
    for (let turn = 0; turn < 9; turn++) {
      line.leave(1, told.at(-1)?.[0] ?? 'b');
      await settle();
    }
    expect(told).toEqual(['b1', 'b2', 'b3', 'b4', 'a1', 'a2', 'c1', 'b5', 'b6']);
  });

  it('takes all in their order where nobody says what kind they are', async () => {
    const line = await busyLine();
    const { told, enter } = watch(line);
    for (const name of ['1', '2', '3']) void enter(name, 'own');
    for (let turn = 0; turn < 3; turn++) {
      line.leave(1);
      await settle();
    }
    expect(told).toEqual(['1', '2', '3']);
  });

  it('that is full lets the last stranger go for a card we signed, and for no other', async () => {
    const line = await busyLine({ maxWaiting: 2 });
    const { told, enter } = watch(line);
    void enter('stranger 1', 'unsigned');
    void enter('stranger 2', 'unsigned');
    void enter('stranger 3', 'unsigned');
    void enter('ours', 'signed');
    await settle();
    expect(told).toEqual(['stranger 3: QueueFullError', 'stranger 2: QueueFullError']);
    line.leave(1);
    await settle();
    expect(told.at(-1)).toBe('ours');
  });

  it('forgets who leaves, at once', async () => {
    const line = await busyLine({ maxWaiting: 1 });
    const leaver = new AbortController();
    const { told, enter } = watch(line);
    void enter('leaver', 'signed', leaver.signal);
    leaver.abort();
    void enter('next', 'signed');
    line.leave(1);
    await settle();
    expect(told).toEqual(['leaver: AbortError', 'next']);
  });

  it('is as long as a second allows, by what cards cost now; a build of our own may take its time', async () => {
    const line = await busyLine({ costMs: 400 });
    const { told, enter } = watch(line);
    for (let card = 1; card <= 4; card++) void enter(`card ${card}`, 'signed');
    void enter('own', 'own');
    await settle();
    expect(told).toEqual(['card 4: QueueFullError']);
  });

  it('is not shortened for long by one card that hung', async () => {
    const line = await busyLine({ costMs: 40 });
    line.leave(20_000);
    await line.enter('own', stays);
    const { told, enter } = watch(line);
    for (let card = 1; card <= 10; card++) void enter(`card ${card}`, 'signed');
    await settle();
    expect(told).toEqual([]);
  });

  it('lets in whoever was let in before cards became slower, and does not count them twice', async () => {
    const line = await busyLine({ costMs: 400 });
    const admissions = [1, 2, 3].map(() => line.admit('signed'));
    line.leave(1_600);
    await line.enter('own', stays);
    const told: string[] = [];
    for (const admission of admissions) {
      void line.enter('signed', stays, { admission }).then(() => told.push('in'));
    }
    await settle();
    expect(line.waiting).toBe(3);
    expect(() => line.admit('signed')).toThrow(QueueFullError);
    for (let turn = 0; turn < 3; turn++) line.leave(1);
    await settle();
    expect(told).toEqual(['in', 'in', 'in']);
  });

  it('counts those whose card is still being made', async () => {
    const line = await busyLine({ maxWaiting: 2 });
    const leave = line.admit('signed');
    line.admit('signed');
    expect(() => line.admit('signed')).toThrow(QueueFullError);
    leave();
    leave();
    line.admit('signed');
    expect(() => line.admit('signed')).toThrow(QueueFullError);
  });
});
