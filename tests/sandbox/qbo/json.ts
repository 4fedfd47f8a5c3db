/** JSON values as they cross the wire, and small typed readers for them. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json | undefined;
}

export function isArray(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !isArray(value);
}

/** The object under `key`, or undefined. */
export function objectAt(from: JsonObject | undefined, key: string): JsonObject | undefined {
  const value = from?.[key];
  return isObject(value) ? value : undefined;
}

/** The objects of the array under `key`; empty when absent. */
export function objectsAt(from: JsonObject | undefined, key: string): readonly JsonObject[] {
  const value = from?.[key];
  return isArray(value) ? value.filter(isObject) : [];
}

/** Text under `key`; numbers and booleans become text, as Jackson does for String properties. */
export function textAt(from: JsonObject | undefined, key: string): string | undefined {
  const value = from?.[key];
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}

/** Boolean under `key`; the texts "true" and "false" count. */
export function booleanAt(from: JsonObject | undefined, key: string): boolean | undefined {
  const value = from?.[key];
  if (typeof value === 'boolean') return value;
  return value === 'true' ? true : value === 'false' ? false : undefined;
}

/** The `value` of a reference such as `{"value":"1","name":"Amy"}`. */
export function refAt(from: JsonObject | undefined, key: string): string | undefined {
  const value = textAt(objectAt(from, key), 'value');
  return value === '' ? undefined : value;
}

/** `JSON.parse` with an honest type; undefined when the text is not JSON. */
export function parseJson(text: string): Json | undefined {
  try {
    const value: Json = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}

/** A copy without the keys whose value is undefined or null. */
export function compact(from: JsonObject): JsonObject {
  const out: Record<string, Json | undefined> = {};
  for (const [key, value] of Object.entries(from)) {
    if (value !== undefined && value !== null) out[key] = value;
  }
  return out;
}

/** A copy without `keys`. */
export function omit(from: JsonObject, keys: ReadonlySet<string>): JsonObject {
  const out: Record<string, Json | undefined> = {};
  for (const [key, value] of Object.entries(from)) {
    if (!keys.has(key)) out[key] = value;
  }
  return out;
}
