/** Does the work for each of these, so many at a time; `goesOn` is asked before each. */
export async function sideBySide<T>(
  items: readonly T[],
  count: number,
  work: (item: T) => Promise<void>,
  goesOn: () => boolean = () => true,
): Promise<void> {
  const left = [...items];
  const worker = async () => {
    for (let next = left.shift(); next !== undefined && goesOn(); next = left.shift()) await work(next);
  };
  await Promise.all(Array.from({ length: count }, worker));
}
