/**
 * A copy of what a stand-in holds. Lists, maps, sets and objects of a class are copied with all that
 * is in them. Plain records stay shared: a stand-in puts a new one in place of an old one and never
 * changes one.
 */
export function copied<T>(value: T): T;
export function copied(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((one: unknown) => copied(one));
  if (value instanceof Map) {
    return new Map([...value].map(([key, one]: [unknown, unknown]) => [key, copied(one)]));
  }
  if (value instanceof Set) return new Set(value);
  const kind: object | null = Object.getPrototypeOf(value);
  if (kind === Object.prototype || kind === null) return value;
  const copy: object = Object.create(kind);
  for (const [key, one] of Object.entries(value)) Object.assign(copy, { [key]: copied(one) });
  return copy;
}
