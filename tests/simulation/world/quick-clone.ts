/**
 * The database keeps copies of plain records, and makes them by `structuredClone`, which costs more
 * than all else that a simulated run does. A plain record is copied by hand; whatever is not plain
 * goes the slow way.
 */
const slow = globalThis.structuredClone;

globalThis.structuredClone = <T>(value: T): T => (isPlain(value) ? copied(value) : slow(value));

function isPlain(value: unknown): boolean {
  if (value === null || value === undefined) return true;
  if (typeof value !== 'object') return typeof value !== 'function' && typeof value !== 'symbol';
  if (Array.isArray(value)) return value.every(isPlain);
  if (Object.getPrototypeOf(value) !== Object.prototype) return false;
  for (const key in value) if (!isPlain(Reflect.get(value, key))) return false;
  return true;
}

function copied<T>(value: T): T;
function copied(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((part: unknown) => copied(part));
  const copy: Record<string, unknown> = {};
  for (const [key, part] of Object.entries(value)) copy[key] = copied(part);
  return copy;
}
