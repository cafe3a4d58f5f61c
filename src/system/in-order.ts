/** What comes of each item, in their order; so many are at work at once. */
export async function* inOrder<Item, Result>(
  items: Iterable<Item>,
  atOnce: number,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<Result> {
  const running: Promise<Result>[] = [];
  for (const item of items) {
    const result = work(item);
    result.catch(() => {}); // heard when its turn comes, or by nobody where one before it failed
    running.push(result);
    if (running.length === atOnce) yield await running.shift()!;
  }
  while (running.length > 0) yield await running.shift()!;
}
