import type { Json, JsonObject } from '../json';

/** A copy with the keys of `order` first, in that order, then all others; absent ones left out. */
export function ordered(from: JsonObject, order: readonly string[]): JsonObject {
  const out: Record<string, Json | undefined> = {};
  for (const key of order) {
    const value = from[key];
    if (value !== undefined && value !== null) out[key] = value;
  }
  for (const key of Object.keys(from)) {
    const value = from[key];
    if (!(key in out) && value !== undefined && value !== null) out[key] = value;
  }
  return out;
}
