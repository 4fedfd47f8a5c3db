import { loadQbo } from '../../sandbox/firm/load-qbo';
import { loadTps } from '../../sandbox/firm/load-tps';
import type { Sandbox } from '../../sandbox/server';
import { describeFirm } from '../sync/firm';
import type { Size } from './plan-alone';

/** Of so many documents one is a payment. */
const PAYMENT_EVERY = 4;

/** The same firm in both books, in step to the cent. */
export function fillBooks({ tps, qbo, realm }: Sandbox, { clients, documents }: Size) {
  const payments = Math.floor(documents / PAYMENT_EVERY);
  const invoicesEach = Math.round((documents - payments) / clients);
  const described = describeFirm({ clients, invoicesEach, payments }, true);
  // An empty company has its own vendors and employees already, whose names none of these may have.
  const named = (name: string, at: number) => `${name} No ${at + 1}`;
  const { customers } = described.qbo;
  const firm = {
    ...described,
    clients: described.clients.map((one, at) => ({ ...one, name: named(one.name, at) })),
    qbo: {
      ...described.qbo,
      customers: customers.map((one, at) => ({
        ...one,
        displayName: named(one.displayName, at),
      })),
      vendors: [],
      employees: [],
    },
  };
  const company = qbo.company(realm);
  const { invoices } = loadTps(firm, tps.books);
  loadQbo(firm, company);
  const tpsIds = [...invoices.values()];
  return {
    /** Another memo on so many invoices of TPS, and on as many others of QuickBooks. */
    editSome(count: number): void {
      for (const id of tpsIds.slice(0, count)) {
        tps.books.patch('invoice', id, { description: 'Edited in TPS' });
      }
      const query = `select * from Invoice orderby Id desc maxresults ${count}`;
      const { Invoice = [] } = company.query(query) as {
        Invoice?: { Id: string; SyncToken: string }[];
      };
      for (const { Id, SyncToken } of Invoice) {
        company.update('Invoice', { Id, SyncToken, sparse: true, PrivateNote: 'Edited' });
      }
    },
  };
}
