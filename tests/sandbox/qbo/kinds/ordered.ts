import type { Json, JsonObject } from '../json';
import { pacificSeconds } from '../pacific';
import type { Rec } from '../store/record';

const memberships = new WeakMap<readonly string[], ReadonlySet<string>>();

function membersOf(order: readonly string[]): ReadonlySet<string> {
  const known = memberships.get(order);
  if (known) return known;
  const made = new Set(order);
  memberships.set(order, made);
  return made;
}

const ENVELOPE = ['domain', 'sparse', 'Id', 'SyncToken', 'MetaData'] as const;

/** What every object carries. Recorded: minimul/qbo_api. */
function envelopeOf(rec: Rec): JsonObject {
  return {
    domain: 'QBO',
    sparse: false,
    Id: rec.id,
    SyncToken: String(rec.syncToken),
    MetaData: {
      CreateTime: pacificSeconds(rec.createdMs),
      LastUpdatedTime: pacificSeconds(rec.updatedMs),
    },
  };
}

/**
 * The object as the service returns it: envelope, own properties, and over them the computed
 * ones. The keys of `order` come first, in that order; absent ones and undefined are left out.
 * Copies once, because pages of a thousand pass here.
 */
export function ordered(rec: Rec, computed: JsonObject, order: readonly string[]): JsonObject {
  const out: Record<string, Json | undefined> = {};
  const envelope = envelopeOf(rec);
  const { body } = rec;
  const put = (key: string): void => {
    const value = key in computed ? computed[key] : (body[key] ?? envelope[key]);
    if (value !== undefined && value !== null) out[key] = value;
  };
  for (const key of order) put(key);
  const members = membersOf(order);
  for (const key of ENVELOPE) if (!members.has(key)) put(key);
  for (const key in body) if (!members.has(key)) put(key);
  for (const key in computed) if (!members.has(key) && !(key in body)) put(key);
  return out;
}
