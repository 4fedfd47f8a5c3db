import { parseRow } from '../../http/parse-row';
import { select } from '../query';
import { account } from '../schemas/lists';
import type { QboTransport } from '../transport';

export interface ArAccount {
  readonly id: string;
  readonly balanceCents: number | null;
}

/** The accounts of type Accounts Receivable, the inactive ones too. */
export async function arAccounts(transport: QboTransport): Promise<readonly ArAccount[]> {
  const where = "AccountType = 'Accounts Receivable' AND Active IN (true,false)";
  const reply = await select(transport, 'Account', where);
  return reply.rows.map((row) => {
    const wire = parseRow(account, row, 'account', reply.asked);
    return { id: wire.Id, balanceCents: wire.CurrentBalance ?? null };
  });
}
