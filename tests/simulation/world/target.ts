import { isObject, parseJson, textAt } from '../../sandbox/qbo/json';
import type { CardKind } from './card';
import type { WireRequest } from './wire-request';

/** What a write is about. */
export interface Target {
  /** Null for an adjustment of TPS: its path does not say which way it goes. */
  readonly kind: CardKind | null;
  /** As in a link, `A12` for adjustment 12; null for a new record. */
  readonly id: string | null;
}

const TPS_LISTS: Readonly<Record<string, { kind: CardKind | null; prefix: string }>> = {
  clients: { kind: 'client', prefix: '' },
  invoices: { kind: 'invoice', prefix: '' },
  payments: { kind: 'payment', prefix: '' },
  adjustments: { kind: null, prefix: 'A' },
};

const QBO_ENTITIES: Readonly<Record<string, { kind: CardKind; prefix: string }>> = {
  customer: { kind: 'client', prefix: '' },
  invoice: { kind: 'invoice', prefix: '' },
  payment: { kind: 'payment', prefix: '' },
  journalentry: { kind: 'payment', prefix: 'J' },
};

/** Null for a write that is about no record of the books (a note of ours). */
export function targetOf({ side, path, body, write }: WireRequest): Target | null {
  if (!write) return null;
  if (side === 'tps') {
    const [, list = '', id] = /\/api\/v1\/(\w+)(?:\/(\d+))?/.exec(path) ?? [];
    const known = TPS_LISTS[list];
    return known ? { kind: known.kind, id: id ? `${known.prefix}${id}` : null } : null;
  }
  const [, entity = ''] = /\/company\/\d+\/(\w+)/.exec(path) ?? [];
  const known = QBO_ENTITIES[entity.toLowerCase()];
  if (!known) return null;
  const sent = parseJson(body);
  const id = isObject(sent) ? textAt(sent, 'Id') : undefined;
  return { kind: known.kind, id: id ? `${known.prefix}${id}` : null };
}
