/**
 * Until version 3 an intent of the journal said what it does by a verb, an act, the first word of its
 * key and the fields that it had; since then `does` says it (`sync/intent.ts`). The journal is what
 * an undo is made from: each row is kept, and read anew through `intentOf`. And ids stood in keys as
 * they are; a tax is `1+2`, so the keys of mappings change.
 */
import type { Transaction } from 'dexie';
import { z } from 'zod';

/** What every version wrote of an intent, as far as it tells what that does. */
const oldIntent = z.looseObject({
  key: z.string(),
  verb: z.enum(['create', 'link', 'update', 'void', 'delete']),
  act: z.string().optional(),
  record: z.looseObject({ kind: z.string() }),
  back: z.unknown().optional(),
  original: z.unknown().optional(),
});

/** A row that is otherwise is left to whoever checks it. */
const oldMapping = z.looseObject({
  key: z.string(),
  pairId: z.string(),
  kind: z.string(),
  from: z.string(),
  fromId: z.string(),
});

type Old = z.infer<typeof oldIntent>;

export async function toVersion4(transaction: Transaction): Promise<void> {
  await transaction
    .table('journal')
    .toCollection()
    .modify((row: { intent?: unknown }) => {
      row.intent = intentOf(row.intent);
    });
  const mappings = transaction.table('mappings');
  for (const stored of await mappings.toArray()) {
    const read = oldMapping.safeParse(stored);
    if (!read.success) continue;
    const row = read.data;
    const key = `${row.pairId}:${row.kind}:${row.from}:${encodeURIComponent(row.fromId)}`;
    if (key === row.key) continue;
    await mappings.delete(row.key);
    await mappings.put({ ...row, key });
  }
}

/** An intent as this version knows it; what is none is left as it is, and found damaged when read. */
export function intentOf(stored: unknown): unknown {
  const read = oldIntent.safeParse(stored);
  if (!read.success) return stored;
  const { verb: _verb, act: _act, targetId: _targetId, ...kept } = read.data;
  return { ...kept, ...doing(read.data) };
}

function doing(old: Old): object {
  const { verb, act, key, back, original, record } = old;
  if (original !== undefined) {
    return { does: 'replace', part: verb === 'create' ? 'adjustment' : 'original' };
  }
  if (act === 'freeNumber') return { does: 'renumber' };
  if (act !== undefined) return { does: 'act', act };
  if (key.startsWith('detach:')) return { does: 'detach' };
  if (verb === 'create') return { does: back === undefined ? 'create' : 'reenter' };
  if (verb !== 'update') return { does: verb };
  if (back !== undefined) return { does: 'restore' };
  return record.kind === 'client'
    ? { does: 'update', draft: clientDraft(record) }
    : { does: 'update' };
}

/** What was written of a client followed from its record alone. */
function clientDraft(record: Old['record']): object {
  const { kind, name, code, firstName, lastName, email, phone, address, marker } = record;
  return { kind, name, code, firstName, lastName, email, phone, address, marker };
}
