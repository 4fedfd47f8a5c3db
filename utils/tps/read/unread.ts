/** Rows of TPS that are not as the contract has them, and the client whom each concerns. */

import { labelOf } from '../../http/parse-row';
import { documentId } from '../../ledger/document-id';
import type { Foreign, Unread } from '../../ledger/entities';
import { unreadRecord } from '../../ledger/unread';
import { id } from '../schemas';
import type { ListRequest } from './list';

type Kind = Extract<Unread['kind'], 'client' | 'invoice' | 'payment'>;

/** Collects them. A row that does not even say whose it is is left to whoever reads. */
export function collectUnread(): {
  readonly records: Foreign[];
  of(kind: Kind, isAdjustment?: boolean): NonNullable<ListRequest<unknown>['onUnread']>;
} {
  const records: Foreign[] = [];
  return {
    records,
    of:
      (kind, isAdjustment = false) =>
      (row, { field, issue }) => {
        const own = idAt(row, 'id');
        const clientId = kind === 'client' ? own : idAt(row, 'clientId');
        if (own === null || clientId === null) return false;
        const list = isAdjustment ? 'adjustment' : 'plain';
        const id = kind === 'client' ? own : documentId(list, own);
        records.push(unreadRecord('tps', { kind, id, field, issue }, clientId, labelOf(row)));
        return true;
      },
  };
}

function idAt(row: unknown, key: string): string | null {
  const value: unknown = typeof row === 'object' && row !== null ? Reflect.get(row, key) : null;
  const read = id.safeParse(value);
  return read.success ? read.data : null;
}
