import { parseRow } from '../../http/parse-row';
import type { Cents } from '../../ledger/cents';
import { listOf } from '../../port/subject';
import { PATHS } from '../paths';
import { arSummary } from '../schemas';
import type { TpsTransport } from '../transport';

/** As of a day that no document lies behind: the present balances, post-dated documents included. */
const AS_OF = '2999-12-31';

/** A/R as TPS reports it. */
export async function receivable(
  transport: TpsTransport,
): Promise<{ totalCents: Cents; byClient: ReadonlyMap<string, Cents> }> {
  const reply = await transport.get({
    path: PATHS.arSummary,
    params: { asOf: AS_OF },
    subject: listOf('receivable'),
  });
  const { items, firm } = parseRow(arSummary, reply.body, 'receivable', reply.asked);
  return {
    totalCents: firm.balance,
    byClient: new Map(items.map(({ clientId, balance }) => [clientId, balance])),
  };
}
