import { splitId } from '../ledger/document-id';
import type { Linkable } from '../ledger/link';
import type { Intent } from './intent';
import type { Verb } from './run-terms';

/** What people call a record: an adjustment is one for them, whatever it is booked as. */
export function shownType(record: Linkable): 'client' | 'invoice' | 'payment' | 'adjustment' {
  if (record.kind === 'client') return 'client';
  return splitId(record.id).list === 'plain' ? record.kind : 'adjustment';
}

/** What people call that which an intent writes: the original of a conversion is none of the lists. */
export function shownTypeOf(intent: Intent) {
  const isOriginal = intent.does === 'replace' && intent.part === 'original';
  return isOriginal ? 'foreign' : shownType(intent.record);
}

/** What people call the change: making a client inactive is no ordinary edit. */
export function shownVerbOf(intent: Intent): Verb {
  switch (intent.does) {
    case 'create':
    case 'reenter':
      return 'create';
    case 'update':
    case 'detach':
    case 'restore':
      return 'update';
    case 'renumber':
      return 'freeNumber';
    case 'act':
      return intent.act;
    case 'replace':
      return intent.part === 'adjustment' ? 'create' : 'delete';
    case 'link':
    case 'void':
    case 'delete':
      return intent.does;
  }
}
