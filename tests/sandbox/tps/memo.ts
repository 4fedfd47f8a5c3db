/**
 * Remembers what `make` made of a record. Records never change, and a list of thousands is asked
 * for page by page.
 */
export function memoized<R extends object, V>(make: (record: R) => V): (record: R) => V {
  const known = new WeakMap<R, V>();
  return (record) => {
    const before = known.get(record);
    if (before !== undefined) return before;
    const made = make(record);
    known.set(record, made);
    return made;
  };
}
