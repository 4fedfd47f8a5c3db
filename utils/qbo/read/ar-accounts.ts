import { parseRow } from '../../http/parse-row';
import { select } from '../query';
import type { QboTransport } from '../request';
import { account } from '../schemas/lists';

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
