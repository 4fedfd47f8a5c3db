/**
 * Invariant 10: the watermark never passes a change that is not in the mirror. Compared with the
 * stand-ins' own tables: whatever was changed before the watermark is known in that very version.
 */
import type { LedgerDatabase } from '../../../utils/store/database';
import type { EntityName } from '../../sandbox/qbo';
import type { Sites } from '../world/sites';
import type { Report } from './violation';

interface Held {
  readonly key: string;
  readonly version: string;
  readonly changedMs: number;
  readonly gone: boolean;
}

/** QBO stamps its records and its answers in whole seconds of their own. */
const STAMP_MS = 1000;

export async function watermarkHolds(
  db: LedgerDatabase,
  sites: Sites,
  report: Report,
): Promise<void> {
  const pair = await db.pairs.toCollection().first();
  if (!pair) return;
  for (const side of ['tps', 'qbo'] as const) {
    const watermark = pair.watermarks[side];
    if (watermark === null) continue;
    const known = new Map<string, string>();
    const rows = db.mirror.where('[pairId+side+kind]');
    await rows
      .between([pair.id, side, ''], [pair.id, side, '\uffff'])
      .each(({ kind, id, record }) => known.set(`${kind}:${id}`, record.version));
    const untilMs = Date.parse(watermark) - STAMP_MS;
    for (const held of side === 'tps' ? tpsRecords(sites) : qboRecords(sites)) {
      if (held.changedMs >= untilMs) continue;
      const version = known.get(held.key);
      if (held.gone ? version === undefined : version === held.version) continue;
      report({
        invariant: 10,
        kind: 'a change before the watermark is not known',
        text: `${side}:${held.key} was ${held.gone ? 'removed' : `at version ${held.version}`} on ${new Date(held.changedMs).toISOString()}, the watermark is ${watermark}, the mirror has ${version === undefined ? 'nothing' : `version ${version}`}`,
      });
    }
  }
}

function tpsRecords({ books }: Sites): Held[] {
  const of = (
    kind: string,
    rows: readonly { id: number | string; version: string; modifiedAt: string }[],
  ) =>
    rows.map(({ id, version, modifiedAt }) => ({
      key: `${kind}:${id}`,
      version,
      changedMs: Date.parse(modifiedAt),
      gone: false,
    }));
  const removed = books.deletions('').filter(({ type }) => type !== 'client');
  return [
    ...of('client', books.clients.all()),
    ...of('invoice', books.invoices.all()),
    ...of('payment', books.payments.all()),
    ...books.adjustments
      .all()
      .flatMap(({ direction, id, ...rest }) =>
        of(direction === 'increase' ? 'invoice' : 'payment', [{ ...rest, id: `A${id}` }]),
      ),
    ...removed.flatMap(({ type, id, deletedAt }) => {
      const keys = type === 'adjustment' ? [`invoice:A${id}`, `payment:A${id}`] : [`${type}:${id}`];
      const gone = { version: '', changedMs: Date.parse(deletedAt), gone: true };
      return keys.map((key) => ({ ...gone, key }));
    }),
  ];
}

const KINDS: readonly (readonly [EntityName, string])[] = [
  ['Customer', 'client'],
  ['Invoice', 'invoice'],
  ['Payment', 'payment'],
];

function qboRecords({ company }: Sites): Held[] {
  return KINDS.flatMap(([entity, kind]) =>
    [...company.internals.store.table(entity).ascending()].map((rec) => ({
      key: `${kind}:${rec.id}`,
      version: String(rec.syncToken),
      changedMs: rec.updatedMs,
      gone: rec.deleted,
    })),
  );
}
