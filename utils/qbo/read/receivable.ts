import { parseRow } from '../../http/parse-row';
import { type Cents, cents, sumCents } from '../../ledger/cents';
import type { QboTransport } from '../request';
import { customer } from '../schemas/customer';
import { arAccounts } from './ar-accounts';
import { readEntities } from './pages';

export interface Receivable {
  readonly totalCents: Cents;
  readonly byClient: ReadonlyMap<string, Cents>;
}

/**
 * A/R as QBO reports it: the total is what the A/R accounts hold, by client each customer's own
 * balance. Two questions, because queries know no `!=`.
 */
export async function receivable(transport: QboTransport): Promise<Receivable> {
  const [accounts, owing, inCredit] = await Promise.all([
    arAccounts(transport),
    readEntities(transport, ['Customer'], ignore, { Customer: "Balance > '0'" }),
    readEntities(transport, ['Customer'], ignore, { Customer: "Balance < '0'" }),
  ]);
  const byClient = new Map<string, Cents>();
  for (const answer of [owing.get('Customer'), inCredit.get('Customer')]) {
    if (!answer) continue;
    for (const row of answer.rows) {
      const wire = parseRow(customer, row, 'client', answer.asked);
      if (wire.Balance !== 0) byClient.set(wire.Id, wire.Balance);
    }
  }
  const known = accounts.flatMap(({ balanceCents }) => balanceCents ?? []);
  const complete = accounts.length > 0 && known.length === accounts.length;
  const totalCents = complete ? sumCents(known.map(cents)) : sumCents(byClient.values());
  return { totalCents, byClient };
}

function ignore(): void {}
