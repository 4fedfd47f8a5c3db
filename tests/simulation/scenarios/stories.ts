/** Twelve stories and one: what a firm lives through, each in one sync. */

import { readQboLists } from '../../sandbox/firm/qbo-lists';
import { textAt } from '../../sandbox/qbo/json';
import { acceptClients } from '../world/drive';
import type { World } from '../world/world';
import type { Story } from './story';
import { inQbo, paidInTps, synced, twinAt } from './synced';

const FIRM = { seed: 4, clients: 3, country: 'CA' } as const;

function invoiceInTps(world: World, clientId: number, amount = '140.00', number?: string) {
  const { books } = world.sites;
  const code = books.reference.workCodes.find((one) => one.code === 'CS-GEN');
  const [tax1, tax2, tax3] = [true, true, false];
  const line = { workCodeId: code?.id, description: 'Advice', amount, tax1, tax2, tax3 };
  return books.invoices.create({
    clientId,
    date: '2026-03-01',
    lines: [line],
    ...(number === undefined ? {} : { number }),
  });
}

function invoiceInQbo(world: World, customerId: string, DocNumber: string) {
  const { company } = world.sites;
  const lists = readQboLists(company);
  const line = { ItemRef: lists.item('T2'), TaxCodeRef: lists.taxCode({ taxed: true }, 'QC') };
  return company.create('Invoice', {
    CustomerRef: { value: customerId },
    DocNumber,
    TxnDate: '2026-03-01',
    DueDate: '2026-03-31',
    ...lists.documentTax('QC'),
    Line: [{ Amount: 225, DetailType: 'SalesItemLineDetail', SalesItemLineDetail: line }],
  });
}

/** A firm in step, then what `happens`, which the world looks at afterwards. */
function later(happens: (world: World) => void | Promise<void>): Story['prepare'] {
  return async (world) => {
    await synced(world);
    await happens(world);
    world.look();
  };
}

export const STORIES: readonly Story[] = [
  {
    name: 'the first sync, both directions',
    firm: { seed: 5, clients: 2, country: 'CA' },
    prepare: async () => {},
  },
  {
    name: 'a client created on each side',
    firm: FIRM,
    prepare: later((world) => {
      const { books, company } = world.sites;
      const client = books.clients.create({ code: 'ZULU01', name: 'Zulu Textiles' });
      invoiceInTps(world, client.id);
      const customer = company.create('Customer', { DisplayName: 'Quebec Kites' });
      invoiceInQbo(world, textAt(customer, 'Id') ?? '', '61001');
    }),
  },
  {
    name: 'an invoice edited on each side',
    firm: FIRM,
    prepare: later((world) => {
      const { tpsId } = twinAt(world, 0);
      world.sites.books.patch('invoice', tpsId, { dueDate: '2026-12-24' });
      inQbo(world, 'Invoice', twinAt(world, 1).qboId, { PrivateNote: 'Please call' });
    }),
  },
  {
    name: 'a payment detached and attached again elsewhere',
    firm: FIRM,
    prepare: async (world) => {
      await synced(world);
      const { books } = world.sites;
      const { tpsId } = twinAt(world, 0);
      const payment = paidInTps(world, tpsId, '50.00');
      world.look();
      await synced(world);
      const other = invoiceInTps(world, payment.clientId);
      const applications = [{ documentType: 'invoice', documentId: other.id, amount: '20.00' }];
      books.payments.setApplications(payment.id, { applications });
      world.look();
    },
  },
  {
    name: 'a void on each side',
    firm: FIRM,
    prepare: later((world) => {
      const { company, books } = world.sites;
      const there = twinAt(world, 1).qboId;
      books.invoices.void(twinAt(world, 0).tpsId);
      const SyncToken = textAt(company.read('Invoice', there), 'SyncToken') ?? '0';
      company.void('Invoice', { Id: there, SyncToken });
    }),
  },
  {
    name: 'a document removed on each side',
    firm: FIRM,
    prepare: later((world) => {
      const { company, books } = world.sites;
      const there = twinAt(world, 1).qboId;
      books.invoices.remove(twinAt(world, 0).tpsId);
      const SyncToken = textAt(company.read('Invoice', there), 'SyncToken') ?? '0';
      company.remove('Invoice', { Id: there, SyncToken });
    }),
  },
  {
    name: 'a prepayment applied later',
    firm: FIRM,
    prepare: async (world) => {
      await synced(world);
      const { tpsId } = twinAt(world, 0);
      const payment = paidInTps(world, tpsId, '75.00', false);
      world.look();
      await synced(world);
      const applications = [{ documentType: 'invoice', documentId: tpsId, amount: '75.00' }];
      world.sites.books.payments.setApplications(payment.id, { applications });
      world.look();
    },
  },
  {
    name: 'a name that a vendor bears already',
    firm: FIRM,
    prepare: later(async (world) => {
      const { books, company } = world.sites;
      company.create('Vendor', { DisplayName: 'Papeterie Nord' });
      const client = books.clients.create({ code: 'NORD01', name: 'Papeterie Nord' });
      invoiceInTps(world, client.id);
      world.look();
      world.sites.clock.advance(60_000);
      const browser = await world.browser(0);
      await acceptClients(browser);
    }),
  },
  {
    name: 'a failed item tried again',
    firm: FIRM,
    prepare: async (world) => {
      await synced(world);
      const { company } = world.sites;
      const { qboId } = twinAt(world, 0);
      const twin = company.ledger().documents.find(({ id }) => id === qboId);
      invoiceInQbo(world, twin?.customerId ?? '', '61002');
      world.look();
      const trouble = { kind: 'status', status: 422, times: 1, after: false } as const;
      await synced(world, [{ at: { on: 'write', n: 1 }, trouble }]);
    },
    begin: (browser) => browser.ask['entry.retry']({ entryIds: [] }).catch(() => null),
  },
  {
    name: 'a conflict beside other work',
    firm: FIRM,
    prepare: later((world) => {
      const { tpsId, qboId } = twinAt(world, 0);
      world.sites.books.patch('invoice', tpsId, { dueDate: '2026-10-10' });
      inQbo(world, 'Invoice', qboId, { DueDate: '2026-11-11' });
      world.sites.company.payOnline(twinAt(world, 1).qboId, 1000);
    }),
  },
  {
    name: 'a cent of tax that the other side rounds otherwise',
    firm: FIRM,
    switches: { taxRounding: 'perLine' },
    prepare: later((world) => {
      const { books } = world.sites;
      const { clientId } = books.invoices.get(twinAt(world, 0).tpsId);
      const invoice = invoiceInTps(world, clientId);
      const [line] = invoice.lines;
      if (!line) throw new Error('no line');
      const { id: _id, ...again } = line;
      books.patch('invoice', invoice.id, { lines: [again, again] });
    }),
  },
  {
    name: 'a deposited payment and a closed period',
    firm: FIRM,
    prepare: async (world) => {
      await synced(world);
      const { books, company } = world.sites;
      const paid = company.payOnline(twinAt(world, 0).qboId, 5000);
      world.look();
      await synced(world);
      const id = textAt(paid, 'Id') ?? '';
      company.create('Deposit', {
        TxnDate: '2026-03-02',
        DepositToAccountRef: readQboLists(company).bank,
        Line: [{ Amount: 50, LinkedTxn: [{ TxnId: id, TxnType: 'Payment', TxnLineId: '0' }] }],
      });
      const payment = world.pairs.twin('qbo', 'payment', id);
      books.patch('payment', Number(payment), { reference: 'after the deposit' });
      inQbo(world, 'Preferences', '1', { AccountingInfoPrefs: { BookCloseDate: '2026-02-28' } });
      invoiceInTps(world, books.payments.get(Number(payment)).clientId);
      world.look();
    },
  },
  {
    name: 'adjustments up and down',
    firm: FIRM,
    prepare: later((world) => {
      const { books } = world.sites;
      const { tpsId } = twinAt(world, 0);
      const { clientId } = books.invoices.get(tpsId);
      const date = '2026-03-01';
      const common = { clientId, date, description: 'Courtesy' };
      books.adjustments.create({ ...common, direction: 'increase', amount: '12.00' });
      const applications = [{ documentType: 'invoice', documentId: tpsId, amount: '8.00' }];
      books.adjustments.create({ ...common, direction: 'decrease', amount: '9.50', applications });
    }),
  },
];
