/**
 * What becomes of each value, in the order of the values, with so many in the making at a time.
 * Nothing is begun that the reader does not come near to.
 */
export async function* mapInOrder<Value, Result>(
  values: Iterable<Value>,
  concurrency: number,
  make: (value: Value) => Promise<Result>,
): AsyncGenerator<Result, void, undefined> {
  const begun: Promise<Result>[] = [];
  for (const value of values) {
    const result = make(value);
    result.catch(() => {}); // it is thrown where it is awaited
    begun.push(result);
    if (begun.length >= concurrency) yield await begun.shift()!;
  }
  for (const result of begun) yield await result;
}
