/** A difference between two set-ups in words: what it is about, and what each says. */

import type { RowConflict } from '../firm-setup/merge';
import { decodeRow, type SetupRow } from '../firm-setup/rows';
import { otherSide, type Side } from '../ledger/side';
import type { SharedDifference } from '../messages/views';
import type { LedgerDatabase, PairRow } from '../store/database';
import { type Phrase, phrase } from '../wording/phrase';

export async function differenceOf(
  db: LedgerDatabase,
  pair: PairRow,
  { key, mine, theirs }: RowConflict,
): Promise<SharedDifference> {
  const row = decodeRow(key, mine ?? theirs ?? '');
  const value = async (text: string | null) =>
    text === null ? phrase('shared.valueNone') : saidOf(db, pair, decodeRow(key, text));
  return {
    key,
    what: await whatOf(db, pair, row),
    mine: await value(mine),
    theirs: await value(theirs),
  };
}

async function whatOf(db: LedgerDatabase, pair: PairRow, row: SetupRow): Promise<Phrase> {
  switch (row.of) {
    case 'mapping': {
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
      return phrase('shared.rowDocument', { name: row.recordKey });
    case 'policy':
      return phrase('shared.rowPolicy', { field: row.field });
    case 'tolerance':
      return phrase('shared.rowTolerance');
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
    case 'policy':
      return phrase('shared.valuePolicy', { policy: row.policy });
    case 'tolerance':
      return phrase('shared.valueTolerance', { toleranceCents: row.cents });
    default:
      return phrase('shared.valueNone');
  }
}

/** The name that a code, tax, bank account or method has in its own system; its id when it is gone. */
function nameIn(pair: PairRow, side: Side, id: string): string {
  const lists = pair.references[side];
  if (!lists) return id;
  const { codes, taxChoices, banks, methods } = lists;
  return [...codes, ...taxChoices, ...banks, ...methods].find((one) => one.id === id)?.name ?? id;
}

async function clientName(
  db: LedgerDatabase,
  pair: PairRow,
  side: Side,
  id: string,
): Promise<string> {
  const record = (await db.mirror.get(`${pair.id}:${side}:client:${id}`))?.record;
  return record?.kind === 'client' ? record.name : id;
}
