/** One credit memo or journal entry on A/R as it is now. */

import { parseRow } from '../../http/parse-row';
import type { ConvertibleType, Foreign } from '../../ledger/entities';
import type { Subject } from '../../port/subject';
import type { QboReply, QboTransport } from '../request';
import { creditMemo, journalEntry } from '../schemas/foreign';
import { creditMemoRow, journalEffects, openRows } from './foreign';
import { inner } from './identify';
import { paymentsOf } from './journal-entry';
import { ledgerAccounts } from './ledger-accounts';
import { getOrNull } from './one';

export const FOREIGN_ENTITY = { creditMemo: 'CreditMemo', journalEntry: 'JournalEntry' } as const;

/** One row for each customer whose A/R it moves; none when it was deleted, or moves nobody's. */
export async function readForeign(
  transport: QboTransport,
  type: ConvertibleType,
  id: string,
): Promise<readonly Foreign[]> {
  const subject: Subject = { type, label: id };
  const path = `${FOREIGN_ENTITY[type].toLowerCase()}/${encodeURIComponent(id)}`;
  const reply = await getOrNull(transport, { path, subject });
  if (!reply) return [];
  return type === 'creditMemo' ? memoIn(reply) : entryRows(transport, reply);
}

function memoIn(reply: QboReply): readonly Foreign[] {
  const wire = parseRow(creditMemo, inner(reply, 'CreditMemo'), 'creditMemo', reply.asked);
  const row = creditMemoRow(wire);
  return row ? [row] : [];
}

async function entryRows(transport: QboTransport, reply: QboReply): Promise<readonly Foreign[]> {
  const wire = parseRow(journalEntry, inner(reply, 'JournalEntry'), 'journalEntry', reply.asked);
  const effects = journalEffects(wire, (await ledgerAccounts(transport)).receivableIds);
  const payments = [];
  for (const { clientId } of effects) payments.push(...(await paymentsOf(transport, clientId)));
  return openRows(effects, payments);
}
