import type { Json, JsonObject } from '../json';

const memberships = new WeakMap<readonly string[], ReadonlySet<string>>();

function membersOf(order: readonly string[]): ReadonlySet<string> {
  const known = memberships.get(order);
  if (known) return known;
  const made = new Set(order);
  memberships.set(order, made);
  return made;
}

/** A copy with the keys of `order` first, in that order, then all others; absent ones left out. */
export function ordered(from: JsonObject, order: readonly string[]): JsonObject {
  const out: Record<string, Json | undefined> = {};
  for (const key of order) {
    const value = from[key];
    if (value !== undefined && value !== null) out[key] = value;
  }
  const members = membersOf(order);
  for (const key in from) {
    if (members.has(key)) continue;
    const value = from[key];
    if (value !== undefined && value !== null) out[key] = value;
  }
  return out;
}
