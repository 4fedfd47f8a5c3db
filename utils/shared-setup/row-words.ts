/** An answer of the set-up that is another one elsewhere, or than before, in words. */

import { labelOfId } from '../ledger/document-id';
import { recordKey, recordNamed, rowKey } from '../ledger/record-key';
import { otherSide, type Side } from '../ledger/side';
import type { LedgerDatabase } from '../store/database';
import type { PairRow } from '../store/rows';
import { type Phrase, phrase } from '../wording/phrase';
import { decodeRow, type SetupRow } from './rows';

/** Two texts of one key; null where there is none. */
export interface TwoAnswers {
  readonly key: string;
  readonly one: string | null;
  readonly other: string | null;
}

export interface AnswersInWords {
  /** What it is about. */
  readonly what: Phrase;
  readonly one: Phrase;
  readonly other: Phrase;
}

export async function inWords(
  db: LedgerDatabase,
  pair: PairRow,
  { key, one, other }: TwoAnswers,
): Promise<AnswersInWords> {
  const row = decodeRow(key, one ?? other ?? '');
  const value = async (text: string | null) =>
    text === null ? unsaid(row) : saidOf(db, pair, decodeRow(key, text));
  return {
    what: await whatOf(db, pair, row),
    one: await value(one),
    other: await value(other),
  };
}

async function whatOf(db: LedgerDatabase, pair: PairRow, row: SetupRow): Promise<Phrase> {
  switch (row.of) {
    case 'mapping': {
      if (row.kind === 'special') return phrase('shared.rowSpecial', { special: row.fromId });
      const name = nameIn(pair, row.from, row.fromId);
      return phrase('shared.rowMapping', { kind: row.kind, name });
    }
    case 'pair':
      return phrase('shared.rowClient', { name: await clientName(db, pair, 'tps', row.tpsId) });
    case 'wish':
      return phrase('shared.rowClient', {
        name: await clientName(db, pair, row.side, row.clientId),
      });
    case 'ignore':
      return phrase('shared.rowDocument', { name: await documentName(db, pair, row.recordKey) });
    case 'apart': {
      const name = await documentName(db, pair, recordKey('tps', row.type, row.tpsId));
      return phrase('shared.rowApart', { name });
    }
    case 'policy':
      return phrase('shared.rowPolicy', { field: row.field });
    case 'tolerance':
      return phrase('shared.rowTolerance');
    case 'settled':
      return phrase('shared.rowSettled');
    case 'removals':
      return phrase('shared.rowRemovals');
    default:
      return phrase('shared.rowOther');
  }
}

async function saidOf(db: LedgerDatabase, pair: PairRow, row: SetupRow): Promise<Phrase> {
  switch (row.of) {
    case 'mapping':
      return phrase('shared.valueName', { name: nameIn(pair, otherSide(row.from), row.toId) });
    case 'pair':
      return phrase('shared.valueName', { name: await clientName(db, pair, 'qbo', row.qboId) });
    case 'wish': {
      const why = row.wish.do === 'exclude' ? row.wish.why : '';
      return phrase('shared.valueWish', { decision: row.wish.do, why });
    }
    case 'ignore':
      return phrase('shared.valueName', { name: row.reason });
    case 'apart':
      return phrase('shared.valueApart', { apart: 'yes' });
    case 'policy':
      return phrase('shared.valuePolicy', { policy: row.policy });
    case 'tolerance':
      return phrase('shared.valueTolerance', { toleranceCents: row.cents });
    case 'settled':
      return phrase('shared.valueSettled', { linked: 'yes' });
    case 'removals':
      return phrase('shared.valueRemovals', { rule: 'delete' });
    default:
      return phrase('shared.valueNone');
  }
}

/** What holds where nobody said anything. */
function unsaid({ of }: SetupRow): Phrase {
  if (of === 'apart') return phrase('shared.valueApart', { apart: 'no' });
  if (of === 'wish') return phrase('shared.valueSynced');
  if (of === 'settled') return phrase('shared.valueSettled', { linked: 'no' });
  return of === 'removals'
    ? phrase('shared.valueRemovals', { rule: 'void' })
    : phrase('shared.valueNone');
}

/** The name that a code, tax, account or method has in its own system; its id when it is gone. */
function nameIn(pair: PairRow, side: Side, id: string): string {
  const lists = pair.references[side];
  if (!lists) return id;
  const { codes, taxChoices, banks, methods, adjustmentAccounts } = lists;
  const all = [...codes, ...taxChoices, ...banks, ...methods, ...adjustmentAccounts];
  return all.find((one) => one.id === id)?.name ?? id;
}

async function clientName(
  db: LedgerDatabase,
  pair: PairRow,
  side: Side,
  id: string,
): Promise<string> {
  const record = (await db.mirror.get(rowKey(pair.id, recordKey(side, 'client', id))))?.record;
  return record?.kind === 'client' ? record.name : id;
}

/** As people call it: its number, its reference, or what stands for them. */
async function documentName(db: LedgerDatabase, pair: PairRow, key: string): Promise<string> {
  const record = (await db.mirror.get(rowKey(pair.id, key)))?.record;
  const label = labelOfId(recordNamed(key)?.id ?? '');
  if (record?.kind === 'invoice') return record.number || label;
  return (record?.kind === 'payment' && record.reference) || label;
}
