import type { RecordKind } from '../ledger/entities';
import { TPS_ORIGIN } from './paths';

const PAGE: Readonly<Record<RecordKind, string>> = {
  client: 'clients',
  invoice: 'invoices',
  payment: 'payments',
  adjustment: 'adjustments',
  foreign: 'clients',
};

/** The page of TPS that shows a record (assumed, as every address of TPS is). */
export function tpsPage(kind: RecordKind, id: string, origin: string = TPS_ORIGIN): string {
  return `${origin}/${PAGE[kind]}/${encodeURIComponent(id)}`;
}
