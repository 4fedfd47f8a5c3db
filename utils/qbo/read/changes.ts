import type { Asked } from '../../http/failures';
import { malformed } from '../../http/failures';
import { parseRow } from '../../http/parse-row';
import { listOf } from '../../port/subject';
import { AR_ENTITIES, type ArEntity } from '../entities';
import type { QboTransport } from '../request';
import { deletedRow } from '../schemas/common';
import { cdcAnswer, rowsOf } from '../schemas/envelopes';
import type { RawRows } from './books-rows';

export interface Changes {
  readonly raw: RawRows;
  readonly deleted: readonly { readonly entity: ArEntity; readonly id: string }[];
  /** Rows in the answer, the deleted ones too. */
  readonly count: number;
  readonly serverTime: string;
  readonly asked: Asked;
}

/** Change data capture since an instant; one answer, at most 1000 objects. */
export async function changesSince(transport: QboTransport, sinceIso: string): Promise<Changes> {
  const reply = await transport.get({
    path: 'cdc',
    params: { entities: AR_ENTITIES.join(','), changedSince: sinceIso },
    subject: listOf('changes'),
  });
  const { asked } = reply;
  const answer = parseRow(cdcAnswer, reply.body, 'changes', asked);
  if (reply.serverTime === null) throw malformed(asked, 'time', 'missing');
  const parts = answer.CDCResponse.flatMap((part) => part.QueryResponse ?? []);
  const deleted: { entity: ArEntity; id: string }[] = [];
  const live = (entity: ArEntity): readonly unknown[] => {
    const kept: unknown[] = [];
    for (const part of parts) {
      const rows = rowsOf(part, entity);
      if (rows === null) throw malformed(asked, entity, 'not a list');
      for (const row of rows) {
        const gone = deletedRow.safeParse(row);
        if (gone.success) deleted.push({ entity, id: gone.data.Id });
        else kept.push(row);
      }
    }
    return kept;
  };
  const raw: RawRows = {
    Customer: live('Customer'),
    Invoice: live('Invoice'),
    Payment: live('Payment'),
    CreditMemo: live('CreditMemo'),
    JournalEntry: live('JournalEntry'),
    Deposit: live('Deposit'),
    Purchase: live('Purchase'),
  };
  const count = deleted.length + AR_ENTITIES.reduce((sum, entity) => sum + raw[entity].length, 0);
  return { raw, deleted, count, serverTime: reply.serverTime, asked };
}
