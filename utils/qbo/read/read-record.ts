import { splitId } from '../../ledger/document-id';
import type { LedgerRecord } from '../../ledger/entities';
import type { Writable } from '../../port/books-port';
import type { QboTransport } from '../request';
import { readJournalEntry } from './journal-entry';
import { ledgerAccounts } from './ledger-accounts';
import { readOne, recordIn } from './one';
import { readRefund } from './refund';

/**
 * The record as it is now, null when it is gone. A journal entry that has become something else
 * than a credit of one customer is a foreign row.
 */
export async function readRecord(
  transport: QboTransport,
  kind: Writable,
  id: string,
): Promise<LedgerRecord | null> {
  const { list, ownId } = kind === 'client' ? { list: 'plain', ownId: id } : splitId(id);
  if (list === 'cheque' || list === 'expense') {
    return readRefund(transport, list, ownId);
  }
  if (list !== 'journal') {
    const reply = await readOne(transport, kind, id);
    return reply && recordIn(kind, reply);
  }
  const found = await readJournalEntry(transport, ownId, await ledgerAccounts(transport));
  return found && 'record' in found ? found.record : found;
}
