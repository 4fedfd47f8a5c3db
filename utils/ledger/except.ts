import type { LedgerRecord } from './entities';

/** Says of a record that carries a marker whether it is another one than the one looked for. */
export type Except = (record: LedgerRecord) => boolean;

export function isVoid(record: LedgerRecord): boolean {
  return 'voided' in record && record.voided;
}
