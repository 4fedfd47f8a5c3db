/**
 * The database keeps copies of plain records, and makes them by `structuredClone`, which costs more
 * than all else that a simulated run does. A plain record is copied by hand, in one walk; where that
 * meets something that is not plain, the whole goes the slow way.
 */
const slow = globalThis.structuredClone;

/** Stands for a copy where there is none: the value is not plain. */
const NOT_PLAIN = Symbol('not plain');

globalThis.structuredClone = <T>(value: T): T => {
  const copy = copied(value);
  return copy === NOT_PLAIN ? slow(value) : copy;
};

function copied<T>(value: T): T | typeof NOT_PLAIN;
function copied(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) {
    return typeof value === 'function' || typeof value === 'symbol' ? NOT_PLAIN : value;
  }
  if (Array.isArray(value)) return copiedList(value);
  if (Object.getPrototypeOf(value) !== Object.prototype) return NOT_PLAIN;
  const copy: Record<string, unknown> = {};
  for (const [key, part] of Object.entries(value)) {
    const made = copied(part);
    if (made === NOT_PLAIN) return NOT_PLAIN;
    copy[key] = made;
  }
  return copy;
}

function copiedList(list: readonly unknown[]): unknown {
  const copy = new Array<unknown>(list.length);
  for (let at = 0; at < list.length; at += 1) {
    const made = copied(list[at]);
    if (made === NOT_PLAIN) return NOT_PLAIN;
    copy[at] = made;
  }
  return copy;
}
