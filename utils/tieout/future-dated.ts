/**
 * Documents that are dated after today. Whether a system counts them in what it reports is not known
 * for certain (QBO). It is decided once for a system, over all its clients: it leaves them out where
 * that is just what a client lacks, and no client has them.
 */
import { type Cents, cents, sumCents, ZERO } from '../ledger/cents';
import type { LedgerRecord } from '../ledger/entities';
import { dayAfter, type PlainDate } from '../ledger/plain-date';
import type { Both, Side } from '../ledger/side';
import type { Snapshot, Snapshots } from '../ledger/snapshot';
import { restByClient } from './rests';

/** A/R as each system reports it. */
export type Reported = Both<{ totalCents: Cents; byClient: ReadonlyMap<string, Cents> }>;

/** What the systems leave out of what they report; cents, TPS minus QBO, 0 where they count it. */
export interface LeftOut {
  ofClients(tpsIds: readonly string[], qboIds: readonly string[]): Cents;
  /** What a total leaves out beyond that of the clients' balances. */
  ofTotals: Cents;
}

export function leftOut(now: Snapshots, reported: Reported, today: PlainDate): LeftOut {
  const of = (side: Side) => {
    const { totalCents, byClient } = reported[side];
    const records = documentsOf(now[side]);
    const lacking = totalCents - sumCents([...byClient.values()]);
    const ofTotal = possibleTodays(today).some((day) => -effectOfAll(records, day) === lacking);
    return {
      byClient: leftOutByClient(records, restByClient(records, byClient), today),
      ofTotal: ofTotal ? lacking : 0,
    };
  };
  const [tps, qbo] = [of('tps'), of('qbo')];
  const sum = (leftBy: ReadonlyMap<string, Cents>, ids: readonly string[]) =>
    sumCents(ids.map((id) => leftBy.get(id) ?? ZERO));
  return {
    ofClients: (tpsIds, qboIds) => cents(sum(tps.byClient, tpsIds) - sum(qbo.byClient, qboIds)),
    ofTotals: cents(tps.ofTotal - qbo.ofTotal),
  };
}

/**
 * By client of one side: what its system leaves out (negative for an invoice). `rest`: what it says
 * he owes beyond his open documents.
 */
export function leftOutByClient(
  records: readonly LedgerRecord[],
  rest: ReadonlyMap<string, number>,
  today: PlainDate,
): ReadonlyMap<string, Cents> {
  for (const day of possibleTodays(today)) {
    const effects = [...futureEffects(records, day)].filter(([, effect]) => effect !== 0);
    const isLacked = effects.some(([id, effect]) => rest.get(id) === -effect);
    const isCounted = effects.some(([id]) => (rest.get(id) ?? 0) === 0);
    if (isLacked && !isCounted) return new Map(effects.map(([id, effect]) => [id, cents(-effect)]));
  }
  return new Map();
}

/** By client: what documents dated after `day` add to what is owed. */
function futureEffects(
  records: readonly LedgerRecord[],
  day: PlainDate,
): ReadonlyMap<string, Cents> {
  const effects = new Map<string, Cents>();
  for (const record of records) {
    if (record.kind === 'client' || record.date <= day) continue;
    const effect = effectOf(record);
    effects.set(record.clientId, cents((effects.get(record.clientId) ?? 0) + effect));
  }
  return effects;
}

function effectOfAll(records: readonly LedgerRecord[], day: PlainDate): Cents {
  return sumCents([...futureEffects(records, day).values()]);
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
function possibleTodays(today: PlainDate): readonly PlainDate[] {
  return [today, dayAfter(today, -1), dayAfter(today, 1)];
}

function documentsOf({ invoices, payments, foreign }: Snapshot): LedgerRecord[] {
  return [...invoices.values(), ...payments.values(), ...foreign];
}
