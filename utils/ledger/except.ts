import type { LedgerRecord } from './entities';

/** Records that carry a marker and are not the one that is looked for. */
export interface Except {
  readonly ids: readonly string[];
  /** Void ones, too: what is entered anew comes in the place of one that is void. */
  readonly voided: boolean;
}

export function isExcepted(record: LedgerRecord, except: Except | undefined): boolean {
  if (!except) return false;
  return except.ids.includes(record.id) || (except.voided && 'voided' in record && record.voided);
}
