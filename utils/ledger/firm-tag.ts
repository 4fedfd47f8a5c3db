/** The firm's short id in our tags, so that two firms in one company can tell whose a tag is. */
import type { LedgerRecord } from './entities';
import { firmOf } from './marker';

const OFFSET = 0x811c9dc5;
const PRIME = 0x01000193;
const LENGTH = 7;

/** From the TPS firm's own id: the same in every browser (FNV-1a, 32 bits, in base 36). */
export function firmTag(firmId: string): string {
  let hash = OFFSET;
  for (const byte of new TextEncoder().encode(firmId)) {
    hash = Math.imul(hash ^ byte, PRIME) >>> 0;
  }
  return hash.toString(36).padStart(LENGTH, '0');
}

/** A record as this firm sees it: the tag of another firm says nothing about ours. */
export function withOwnTag<R extends LedgerRecord>(record: R, firm: string): R {
  const of = firmOf(record.marker);
  return of === null || of === firm ? record : { ...record, marker: null, otherFirm: of };
}
