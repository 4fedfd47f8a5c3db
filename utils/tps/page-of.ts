import { ownIdOf, splitId } from '../ledger/document-id';
import type { RecordKind } from '../ledger/entities';
import { TRAITS } from '../ledger/traits';

const PAGE: Readonly<Record<RecordKind, string>> = {
  client: 'clients',
  invoice: 'invoices',
  payment: 'payments',
  foreign: 'clients',
};

/** The page of TPS that shows a record (assumed, as every address of TPS is). */
export function tpsPage(kind: RecordKind, id: string, origin: string = TRAITS.tps.origin): string {
  const isAdjustment = kind !== 'client' && splitId(id).list === 'adjustment';
  const page = isAdjustment ? 'adjustments' : PAGE[kind];
  return `${origin}/${page}/${encodeURIComponent(ownIdOf(kind, id))}`;
}
