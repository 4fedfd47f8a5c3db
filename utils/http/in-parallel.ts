/** The same, but each tells how it ended, and none keeps another from being started. */
export function settleInParallel<T, R>(
  items: readonly T[],
  limit: number,
  act: (item: T) => Promise<R>,
): Promise<PromiseSettledResult<R>[]> {
  return inParallel(items, limit, async (item) => {
    const [settled] = await Promise.allSettled([act(item)]);
    return settled;
  });
}

/**
 * Runs `act` over the items, at most `limit` at a time, and gives the results in the items' order.
 * The first failure stops new ones from being started and is thrown.
 *
 * The first item goes alone: where a system fails, one request says so. Chrome counts an extension's
 * answers of 5xx for each address without its query, and after the third keeps it from asking again
 * for 0.7 s, and 1.4 times as long with each further one (Chromium, `ExtensionThrottleEntry`): four
 * at once, tried three times, would lock us out for half a minute after the system has come back.
 */
export async function inParallel<T, R>(
  items: readonly T[],
  limit: number,
  act: (item: T) => Promise<R>,
): Promise<R[]> {
  const results = new Map<number, R>();
  let next = 0;
  let failed = false;
  const work = async (): Promise<void> => {
    while (next < items.length && !failed) {
      const index = next++;
      const item = items[index];
      if (item === undefined) continue;
      try {
        results.set(index, await act(item));
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  const [first] = items;
  if (first !== undefined) results.set(next++, await act(first));
  await Promise.all(Array.from({ length: Math.min(limit, items.length - next) }, work));
  return [...results.entries()].sort(([a], [b]) => a - b).map(([, result]) => result);
}
