/**
 * Documents that are dated after today. Whether a system counts them in what it reports is not known
 * for certain (QBO), so what they do is worked out, and named where it is just what is missing.
 */
import { type Cents, cents } from '../ledger/cents';
import type { LedgerRecord } from '../ledger/entities';
import { dayAfter, type PlainDate } from '../ledger/plain-date';
import type { Both } from '../ledger/side';
import type { Snapshot } from '../ledger/snapshot';

/** By client: what documents dated after `today` add to what is owed. */
export function futureEffects(
  records: Iterable<LedgerRecord>,
  today: PlainDate,
): ReadonlyMap<string, Cents> {
  const effects = new Map<string, Cents>();
  for (const record of records) {
    if (record.kind === 'client' || record.date <= today) continue;
    const effect = effectOf(record);
    effects.set(record.clientId, cents((effects.get(record.clientId) ?? 0) + effect));
  }
  return effects;
}

function effectOf(record: Exclude<LedgerRecord, { kind: 'client' }>): number {
  switch (record.kind) {
    case 'invoice':
      return record.totalCents;
    case 'payment':
      return -record.amountCents;
    case 'foreign':
      return record.lowers ? -record.totalCents : record.totalCents;
  }
}

/** The days that may be "today" for a system in another time zone. */
export function possibleTodays(today: PlainDate): readonly PlainDate[] {
  return [today, dayAfter(today, -1), dayAfter(today, 1)];
}

export interface FutureDated {
  /** Is this difference (TPS minus QBO) just what future documents of these clients do? */
  explains(tpsIds: readonly string[], qboIds: readonly string[], differenceCents: number): boolean;
}

export function futureDated(now: Both<Snapshot>, today: PlainDate): FutureDated {
  const all = possibleTodays(today).map((day) => ({
    tps: futureEffects(documentsOf(now.tps), day),
    qbo: futureEffects(documentsOf(now.qbo), day),
  }));
  return {
    explains(tpsIds, qboIds, differenceCents) {
      return all.some(({ tps, qbo }) => {
        const [here, there] = [sumOf(tps, tpsIds), sumOf(qbo, qboIds)];
        return [there, -here, there - here].some((one) => one !== 0 && one === differenceCents);
      });
    },
  };
}

function sumOf(effects: ReadonlyMap<string, Cents>, ids: readonly string[]): number {
  return ids.reduce((sum, id) => sum + (effects.get(id) ?? 0), 0);
}

function documentsOf({ invoices, payments, foreign }: Snapshot): LedgerRecord[] {
  return [...invoices.values(), ...payments.values(), ...foreign];
}
