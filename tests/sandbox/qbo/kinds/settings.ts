import type { EntityRules } from '../book/book';
import { compact, isObject, type Json, type JsonObject, omit } from '../json';
import { ordered } from './ordered';

const COMPUTED: ReadonlySet<string> = new Set([
  'domain',
  'sparse',
  'status',
  'Id',
  'SyncToken',
  'MetaData',
]);

const ORDER: readonly string[] = [];

/** Groups of settings merge one level deep: what is not sent keeps its value. */
function merged(before: JsonObject, sent: JsonObject): JsonObject {
  const out: Record<string, Json | undefined> = { ...before };
  for (const [key, value] of Object.entries(sent)) {
    const old = before[key];
    out[key] = isObject(value) && isObject(old) ? { ...old, ...value } : value;
  }
  return out;
}

/** Preferences and CompanyInfo: one object each, updated but never created by clients. */
export const settingRules: EntityRules = {
  draft: (_book, _input, context) => {
    const sent = omit(context.sent, COMPUTED);
    return { body: compact(merged(context.before?.body ?? {}, sent)), facts: null };
  },
  present: (_book, rec) => ordered(rec, {}, ORDER),
};
