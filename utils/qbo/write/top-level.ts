import type { Client } from '../../ledger/entities';
import { phrase } from '../../wording/phrase';
import { clientOf } from '../read/client';
import { wireIn } from '../read/one';
import type { QboTransport } from '../request';
import { customerAt } from './active';
import { about, post, refuse } from './send';

/** What follows from the place in the tree, and what QBO computes. */
const OF_THE_PLACE: ReadonlySet<string> = new Set([
  'ParentRef',
  'Level',
  'FullyQualifiedName',
  'IsProject',
  'Balance',
  'BalanceWithJobs',
  'MetaData',
]);

/**
 * Takes a sub-customer out from under its parent; sends nothing when it has none. The whole customer
 * is sent without its parent: a sparse update would keep the parent beside `Job: false`, which QBO
 * refuses (6150, intuit/QuickBooks-V3-PHP-SDK issue 265).
 */
export async function makeTopLevel(
  transport: QboTransport,
  id: string,
  version: string,
): Promise<Client> {
  const { before, raw, subject } = await customerAt(transport, id, version);
  if (!before.ParentRef) return clientOf(before);
  const kept = Object.fromEntries(Object.entries(raw).filter(([key]) => !OF_THE_PLACE.has(key)));
  const body = { ...kept, sparse: false, Job: false, BillWithParent: false };
  const after = wireIn.client(await post(transport, 'Customer', {}, body, subject));
  if (after.ParentRef) {
    throw refuse('Customer', subject, phrase('port.notTopLevel', about(subject)), 'parent kept');
  }
  return clientOf(after);
}
