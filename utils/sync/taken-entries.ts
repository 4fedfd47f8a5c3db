/**
 * Journal entries of QBO that TPS has, or is to have, as they are, whatever account they went
 * against: a person said so, or an adjustment in TPS names them (written by another browser).
 */
import { splitId } from '../ledger/document-id';
import { parseMarker } from '../ledger/marker';
import { recordKey } from '../ledger/record-key';
import type { Snapshot } from '../ledger/snapshot';
import { type Scene, seenText } from './scene';

/** Ids of those entries, as payments (`J45`). An entry that changed since is asked about again. */
export function takenEntries(
  tps: Snapshot,
  qbo: Snapshot,
  rulings: Scene['rulings'],
): ReadonlySet<string> {
  const taken = new Set<string>();
  for (const { marker } of tps.payments.values()) {
    const named = parseMarker(marker, 'payment');
    if (named?.side === 'qbo' && splitId(named.id).list === 'journal') taken.add(named.id);
  }
  for (const entry of qbo.payments.values()) {
    if (entry.booking !== 'journalEntry') continue;
    const ruling = rulings.get(recordKey('qbo', 'payment', entry.id));
    if (ruling?.do === 'take' && ruling.seen === seenText(null, entry)) taken.add(entry.id);
  }
  return taken;
}
