import type { ConvertibleType, Payment } from '../ledger/entities';
import { foreignPrefix, recordKey, rowKey } from '../ledger/record-key';
import type { RequestOf } from '../messages/requests';
import type { LedgerDatabase } from '../store/database';
import type { PairRow, RunRecord } from '../store/rows';
import { creditKey, refundIn } from '../store/takeable';
import type { ForeignWish } from '../sync/convert/convert-facts';
import { seenText } from '../sync/scene';
import type { SettingsView } from '../views/views';
import { localeOf } from '../wording/locale';
import { phrase } from '../wording/phrase';
import { render } from '../wording/render';
import { startFor } from './decide';
import type { Desk } from './desk';
import { mustPair } from './must-pair';
import { DeskRefusal } from './refusal';

/**
 * Reads both books and shows the conversion; nothing is written before Apply. What speaks against
 * it is said by that run, for only a fresh look at both books can tell.
 */
export async function convertForeign(
  desk: Desk,
  { foreignType, id }: RequestOf<'foreign.convert'>,
  language: SettingsView['language'],
): Promise<{ runId: string }> {
  const pair = await readyPair(desk);
  const number = await numberOf(desk.db, pair, foreignType, id);
  if (number === null) {
    throw new DeskRefusal(phrase('convert.gone', { type: foreignType, number: id }));
  }
  const locale = localeOf(language, desk.uiLanguage?.() ?? 'en');
  // TPS keeps the text: it is written in the words of the person who asked for it.
  const title = render(phrase('convert.title', { type: foreignType }), locale);
  const description = render(phrase('convert.run', { title, number }), locale);
  return started(desk, pair, { foreignType, id, title }, description);
}

/** A conversion that was cut off or failed is shown once more, whole. */
export async function convertAgain(desk: Desk, run: RunRecord): Promise<{ runId: string } | null> {
  if (!run.convert) return null;
  return started(desk, await readyPair(desk), run.convert, run.description);
}

async function started(desk: Desk, pair: PairRow, convert: ForeignWish, description: string) {
  const options = { pairId: pair.id, description, oneStep: false, convert };
  const runId = await desk.runner(pair).start(options);
  desk.kick();
  return { runId };
}

/** QBO keeps it as it is; a run gives TPS the adjustment that equals it. */
export async function takeForeign(
  desk: Desk,
  { foreignType, id }: RequestOf<'foreign.take'>,
): Promise<{ runId: string }> {
  const pair = await readyPair(desk);
  const document =
    foreignType === 'journalEntry'
      ? await creditOf(desk.db, pair, id)
      : await refundIn(desk.db, pair.id, { foreignType, id });
  if (!document) {
    const why = foreignType === 'journalEntry' ? 'convert.notACredit' : 'convert.notARefund';
    throw new DeskRefusal(phrase(why, { number: id }));
  }
  const key = recordKey('qbo', document.kind, document.id);
  await desk.db.rulings.put({
    key: rowKey(pair.id, key),
    pairId: pair.id,
    recordKey: key,
    do: 'take',
    seen: seenText(null, document),
    at: desk.now().toISOString(),
  });
  return startFor(desk, [key, ...(await appliedTo(desk.db, pair.id, document.id))]);
}

async function readyPair(desk: Desk): Promise<PairRow> {
  const pair = await mustPair(desk.db);
  if (!pair.ready) throw new DeskRefusal(phrase('run.notReady'));
  return pair;
}

/** The number that people know it by, as last read; null when it is not there. */
async function numberOf(
  db: LedgerDatabase,
  pair: PairRow,
  foreignType: ConvertibleType,
  id: string,
): Promise<string | null> {
  if (foreignType === 'journalEntry') {
    const entry = await creditOf(db, pair, id);
    if (entry) return entry.entryNumber || id;
  }
  const rows = await db.mirror
    .where('key')
    .startsWith(foreignPrefix(pair.id, 'qbo', id))
    .toArray();
  for (const { record } of rows) {
    if (record.kind === 'foreign' && record.foreignType === foreignType) return record.number || id;
  }
  return null;
}

/** What was applied to it goes along, or the prepayment that it gives back would stay one in TPS. */
async function appliedTo(db: LedgerDatabase, pairId: string, id: string): Promise<string[]> {
  const payments = db.mirror.where('[pairId+side+kind]').equals([pairId, 'qbo', 'payment']);
  const keys: string[] = [];
  await payments.each(({ record }) => {
    if (record.kind !== 'payment' || !record.applications.some((one) => one.id === id)) return;
    keys.push(recordKey('qbo', 'payment', record.id));
  });
  return keys;
}

/** The mirror has every entry that credits one customer as a payment. */
async function creditOf(db: LedgerDatabase, pair: PairRow, id: string): Promise<Payment | null> {
  const row = await db.mirror.get(rowKey(pair.id, creditKey(id)));
  return row?.record.kind === 'payment' ? row.record : null;
}
