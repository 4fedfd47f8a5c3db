import { splitId } from '../ledger/document-id';
import type { Linkable } from '../ledger/link';
import type { Intent, IntentAct, IntentVerb } from './intent';

/** What people call a record: an adjustment is one for them, whatever it is booked as. */
export function shownType(record: Linkable): 'client' | 'invoice' | 'payment' | 'adjustment' {
  if (record.kind === 'client') return 'client';
  return splitId(record.id).list === 'plain' ? record.kind : 'adjustment';
}

/** What people call that which an intent writes: the original of a conversion is none of the lists. */
export function shownTypeOf({ record, original, verb }: Intent) {
  return original && verb === 'delete' ? 'foreign' : shownType(record);
}

/** What people call the change: making a client inactive is no ordinary edit. */
export function shownVerbOf({ act, verb }: Intent): IntentVerb | IntentAct {
  return act ?? verb;
}
