/** Cases in which an earlier version lost, doubled or undid something. One test for each. */

import { describe, expect, it } from 'vitest';
import { duplicatesIn } from './ledgers';
import type { Office } from './office';
import { copyOf, officeSetUp } from './prepared';
import type { Ran } from './world/drive';

const synced = (): Promise<Office> =>
  copyOf('hard cases', async () => {
    const office = await officeSetUp({ seed: 1, clients: 8, findings: 'none' });
    const run = await office.sync();
    expect(run.counts.failed).toBe(0);
    return office;
  });

/** An invoice that stands on both sides and is wholly open. */
async function twin({ db, books, company }: Office) {
  for (const link of await db.links.toArray()) {
    const { qbo, tps } = link.base;
    if (qbo.kind !== 'invoice' || tps.kind !== 'invoice') continue;
    const there = company.ledger().documents.find((d) => d.id === link.qboId);
    const here = books.invoices.get(Number(tps.id));
    if (there && there.balanceCents === tps.totalCents && here.balance === here.total) {
      return { link, tps, qbo, here };
    }
  }
  throw new Error('no untouched invoice on both sides');
}

type Entity = Parameters<Office['company']['read']>[0];

/** Somebody edits a record in QuickBooks. */
function editInQbo({ company }: Office, entity: Entity, id: string, change: object): void {
  const SyncToken = company.read(entity, id).SyncToken ?? '0';
  company.update(entity, { Id: id, SyncToken, sparse: true, ...change });
}

function enterInvoice({ books }: Office, like: { clientId: number; lines: readonly unknown[] }) {
  const [line] = like.lines;
  if (typeof line !== 'object') throw new Error('no line');
  return books.invoices.create({
    clientId: like.clientId,
    code: '0',
    number: '90001',
    date: '2026-03-02',
    description: 'Work',
    lines: [{ ...line, id: undefined, quantity: '1', rate: '140.00', amount: '140.00' }],
  });
}

function enterPayment({ books }: Office, clientId: number, invoiceId: number, amount: string) {
  const [model] = books.payments.all();
  if (!model) throw new Error('no payment to copy from');
  const { bankAccountId, paymentMethodId } = model;
  const applications = [{ documentType: 'invoice', documentId: invoiceId, amount }];
  const date = '2026-03-02';
  return books.payments.create({
    clientId,
    date,
    bankAccountId,
    paymentMethodId,
    amount,
    applications,
  });
}

async function preview(office: Office): Promise<Ran> {
  office.clock.advance(60_000);
  await office.ask['run.preview']({ description: '' });
  return office.drive();
}

async function approve(office: Office, run: Ran): Promise<Ran> {
  const confirmed = run.brakes.map((brake) => brake.id);
  await office.ask['run.apply']({ runId: run.id, planHash: run.planHash ?? '', confirmed });
  return office.drive();
}

/** A new browser: the database is gone, the two systems are not. */
async function loseDatabase(office: Office): Promise<void> {
  for (const table of office.db.tables) await table.clear();
  await office.setUp();
}

const holdsOf = (run: Ran) => run.holds.map((hold) => hold.what.id);

describe('the plan that was approved', () => {
  it('is not applied when the client was excluded meanwhile', async () => {
    const office = await synced();
    const { link, tps } = await twin(office);
    office.books.patch('invoice', Number(tps.id), { description: 'not for QuickBooks' });
    const run = await preview(office);
    await office.ask['client.exclude']({ side: 'tps', clientId: tps.clientId, reason: 'legal' });
    const end = await approve(office, run);
    // Nothing is left of the plan, so there is nothing to show again, and nothing to write.
    expect(end.counts.planned).toBe(0);
    expect(office.company.read('Invoice', link.qboId).PrivateNote).not.toContain('not for');
  });

  it('is shown again when a record changed meanwhile, and nothing of that change is lost', async () => {
    const office = await synced();
    const link = (await office.db.links.toArray()).find(({ type }) => type === 'client');
    if (!link) throw new Error('no client');
    editInQbo(office, 'Customer', link.qboId, { PrimaryEmailAddr: { Address: 'new@x.example' } });
    const run = await preview(office);
    editInQbo(office, 'Customer', link.qboId, {
      PrimaryPhone: { FreeFormNumber: '514 555 0199' },
    });
    office.clock.advance(60_000);
    await office.ask['flags.get']({
      realm: null,
      subjects: [{ type: 'customer', id: link.qboId }],
    });
    expect((await approve(office, run)).status).toBe('preview');
    await office.sync();
    expect(office.books.clients.get(Number(link.tpsId))).toMatchObject({
      email: 'new@x.example',
      phone: '514 555 0199',
    });
  });
});

describe('a write that was lost', () => {
  it('is not taken for done when only some fields agree', async () => {
    const office = await synced();
    const { link, tps, here } = await twin(office);
    office.books.patch('invoice', Number(tps.id), {
      dueDate: '2026-09-09',
      lines: here.lines.map((line) => ({ ...line, description: 'CORRECTED' })),
    });
    office.sites.qbo.mishap({
      when: ({ method, url }) => method === 'POST' && /\/invoice\b/.test(url),
      instead: () => {
        throw new TypeError('fetch failed');
      },
    });
    await office.sync();
    expect(office.company.read('Invoice', link.qboId).DueDate).toBe('2026-09-09');
    expect((await office.sync()).counts.planned).toBe(0);
  });

  it('is never taken back once a person has edited what came of it', async () => {
    const office = await synced();
    const { here } = await twin(office);
    enterInvoice(office, here);
    const run = await preview(office);
    const made = () => office.company.ledger().documents.find((d) => d.docNumber === '90001');
    let dead = false;
    const die = () => {
      dead = true;
      throw new TypeError('fetch failed');
    };
    office.sites.qbo.mishap({
      when: () => true,
      times: Number.POSITIVE_INFINITY,
      before: () => dead && die(),
      after: (response) => (made() ? die() : response),
    });
    await approve(office, run);
    office.sites.qbo.clearMishaps();
    const id = made()?.id ?? '';
    const { Line } = office.company.read('Invoice', id);
    if (!Array.isArray(Line)) throw new Error('no lines');
    const [line] = Line;
    if (typeof line !== 'object' || line === null) throw new Error('no line');
    const { Id: _id, LineNum: _num, ...copy } = { Id: '', LineNum: 0, ...line };
    editInQbo(office, 'Invoice', id, { Line: [line, { ...copy, Description: 'by a person' }] });
    await office.ask['run.resume']({ runId: run.id, turn: run.turn ?? 0 });
    await office.drive();
    expect(made()?.deleted).toBe(false);
    expect(JSON.stringify(office.company.read('Invoice', id))).toContain('by a person');
  });
});

describe('a write that QuickBooks makes otherwise than it was meant', () => {
  it('is taken back at once, told with the difference, and made anew by the next sync', async () => {
    const office = await synced();
    const { here } = await twin(office);
    enterInvoice(office, here);
    const run = await preview(office);
    office.sites.qbo.mishap({
      when: ({ method, url }) => method === 'POST' && /\/invoice\?/.test(url),
      after: async (response) => {
        const text = await response.text();
        const total = /"TotalAmt":([\d.]+)/.exec(text)?.[1] ?? '';
        const more = (Number(total) + 0.1).toFixed(2);
        return new Response(text.replace(`"TotalAmt":${total}`, `"TotalAmt":${more}`), response);
      },
    });
    const failed = await approve(office, run);
    expect(failed.counts).toMatchObject({ failed: 1 });
    const { needs } = await office.ask['app.get']({});
    expect(needs.map(({ what }) => what.id)).toContain('result.takenBack');
    const living = () =>
      office.company.ledger().documents.filter((d) => d.docNumber === '90001' && !d.deleted);
    expect(living()).toEqual([]);
    expect((await office.sync()).counts).toMatchObject({ failed: 0 });
    expect(living()).toHaveLength(1);
  });
});

describe('a new browser', () => {
  it.each(['remove', 'void'] as const)('does not bring back what TPS did %s', async (how) => {
    const office = await synced();
    const { tps } = await twin(office);
    office.books.invoices[how](Number(tps.id));
    const owed = office.books.ledger().arTotalCents;
    await loseDatabase(office);
    const run = await office.sync();
    expect(holdsOf(run)).toContain('conflict.markedTwinGone');
    expect(run.status).toBe('warning');
    expect(office.books.ledger().arTotalCents).toBe(owed);
  });

  it('asks about the copy of a twin, which it links again', async () => {
    const office = await synced();
    const { tps, link } = await twin(office);
    const { CustomerRef, Line, PrivateNote } = office.company.read('Invoice', link.qboId);
    if (!Array.isArray(Line) || !CustomerRef || !PrivateNote) throw new Error('no invoice');
    office.company.create('Invoice', {
      CustomerRef,
      PrivateNote,
      DocNumber: '80001',
      TxnDate: tps.date,
      GlobalTaxCalculation: 'TaxExcluded',
      Line: Line.slice(0, -1),
    });
    await loseDatabase(office);
    const run = await office.sync();
    expect(run.counts.failed).toBe(0);
    expect(holdsOf(run)).toEqual(['conflict.copyOf']);
  });

  it('writes nothing that another browser has written since the preview', async () => {
    const office = await synced();
    const { link, here } = await twin(office);
    office.company.payOnline(link.qboId, 1000);
    enterPayment(office, here.clientId, here.id, '77.00');
    const run = await preview(office);
    const copies = await Promise.all(
      office.db.tables.map(async (table) => ({ table, rows: await table.toArray() })),
    );
    await approve(office, run);
    for (const { table, rows } of copies) {
      await table.clear();
      await table.bulkAdd(rows);
    }
    // What the other browser wrote is found by its tags; nothing is left to write.
    const end = await approve(office, run);
    expect(end.requests.writes).toBe(0);
    expect(duplicatesIn(office)).toEqual([]);
  });
});

describe('documents', () => {
  it('a payment that was voided and entered anew ends right in one run', async () => {
    const office = await synced();
    const { here } = await twin(office);
    const first = enterPayment(office, here.clientId, here.id, here.total);
    await office.sync();
    office.books.payments.void(first.id);
    enterPayment(office, here.clientId, here.id, here.total);
    expect((await office.sync()).counts).toMatchObject({ planned: 2, done: 2 });
    expect((await office.sync()).counts.planned).toBe(0);
  });

  it('that were held at the first run and paid since are still carried', async () => {
    const office = await officeSetUp({ seed: 1, clients: 8, findings: 'none' });
    const link = (await office.db.links.toArray()).find(({ type }) => type === 'client');
    const [model] = office.books.invoices.all().filter(({ lines }) => lines.length > 0);
    if (!link || !model) throw new Error('nothing to copy from');
    const made = enterInvoice(office, { clientId: Number(link.tpsId), lines: model.lines });
    const code = String(model.lines[0]?.workCodeId);
    const mapping = (await office.db.mappings.toArray()).find(
      ({ kind, from, fromId }) => kind === 'code' && from === 'tps' && fromId === code,
    );
    if (!mapping) throw new Error('no mapping');
    await office.db.mappings.delete(mapping.key);
    expect(holdsOf(await office.sync())).toContain('translate.workCodeUnmapped');
    enterPayment(office, made.clientId, made.id, made.total);
    await office.db.mappings.put(mapping);
    await office.sync();
    const twins = office.company.ledger().documents.filter((d) => d.docNumber === '90001');
    expect(twins).toMatchObject([{ balanceCents: 0 }]);
  });

  it('whose credit memo was used up between two syncs are not carried without it', async () => {
    const office = await synced();
    const { qbo } = await twin(office);
    const [line] = qbo.lines;
    const body = (DocNumber: string) => ({
      CustomerRef: { value: qbo.clientId },
      DocNumber,
      TxnDate: '2026-03-02',
      GlobalTaxCalculation: 'TaxExcluded',
      Line: [
        {
          Amount: 50,
          DetailType: 'SalesItemLineDetail',
          SalesItemLineDetail: {
            ItemRef: { value: line?.codeId ?? '' },
            TaxCodeRef: { value: line?.taxKey ?? '' },
          },
        },
      ],
    });
    const invoice = office.company.create('Invoice', body('70001'));
    const memo = office.company.create('CreditMemo', body('70002'));
    const applied = (id: unknown, TxnType: string) => ({
      Amount: Number(invoice.TotalAmt),
      LinkedTxn: [{ TxnId: String(id), TxnType }],
    });
    office.company.create('Payment', {
      CustomerRef: { value: qbo.clientId },
      TotalAmt: 0,
      TxnDate: '2026-03-02',
      Line: [applied(invoice.Id, 'Invoice'), applied(memo.Id, 'CreditMemo')],
    });
    const run = await office.sync();
    expect(run.counts.planned).toBe(0);
    expect(holdsOf(run)).toContain('check.creditMemo');
  });

  it('keep their work codes when QuickBooks has a line of text between them', async () => {
    const office = await synced();
    const { qbo } = await twin(office);
    const mapped = (await office.db.mappings.toArray()).filter(
      ({ kind, from }) => kind === 'code' && from === 'tps',
    );
    const [first, second] = [...new Set(mapped.map(({ toId }) => toId))];
    const taxKey = qbo.lines[0]?.taxKey ?? '';
    const line = (item: string | undefined, Amount: number) => ({
      Amount,
      DetailType: 'SalesItemLineDetail',
      SalesItemLineDetail: { ItemRef: { value: item ?? '' }, TaxCodeRef: { value: taxKey } },
    });
    const { Id } = office.company.create('Invoice', {
      CustomerRef: { value: qbo.clientId },
      DocNumber: '60001',
      TxnDate: '2026-03-02',
      GlobalTaxCalculation: 'TaxExcluded',
      Line: [
        { DetailType: 'DescriptionOnly', Description: 'For 2025' },
        line(first, 100),
        line(second, 50),
      ],
    });
    await office.sync();
    const codes = () =>
      office.books.invoices
        .all()
        .find(({ number }) => number === '60001')
        ?.lines.map(({ workCodeId, amount }) => [workCodeId, amount]);
    const before = codes();
    expect(before).toHaveLength(2);
    editInQbo(office, 'Invoice', String(Id), { DueDate: '2026-05-05' });
    expect((await office.sync()).counts.done).toBe(1);
    expect(codes()).toEqual(before);
  });
});

describe('tax', () => {
  it('that the other side rounds by a cent is done with a warning, and named to the cent', async () => {
    const office = await synced();
    office.switches.taxRounding = 'perLine';
    const { here } = await twin(office);
    const [line] = here.lines;
    const flags = { tax1: true, tax2: true, tax3: false };
    const half = {
      ...line,
      ...flags,
      id: undefined,
      quantity: '1',
      rate: '140.00',
      amount: '140.00',
    };
    const lines = [half, half];
    const { clientId } = here;
    office.books.invoices.create({
      clientId,
      code: '0',
      number: '90001',
      date: '2026-03-02',
      lines,
    });
    const run = await office.sync();
    expect(run.counts).toMatchObject({ planned: 2, done: 2, warnings: 1 });
    const named = run.tieOut?.named.filter(({ cause }) => cause.id === 'cause.residue');
    expect(named).toMatchObject([{ differenceCents: -1 }]);
    expect(run.tieOut?.unexplainedCents).toBe(0);
    expect((await office.sync()).counts.planned).toBe(0);
  });
});

describe('decisions', () => {
  it('a client whose two halves changed loses neither when one write is refused', async () => {
    const office = await synced();
    const link = (await office.db.links.toArray()).find(({ type }) => type === 'client');
    if (!link) throw new Error('no client');
    office.books.patch('client', Number(link.tpsId), { email: 'tps@x.example' });
    editInQbo(office, 'Customer', link.qboId, {
      PrimaryPhone: { FreeFormNumber: '514 555 0199' },
    });
    office.sites.tps.mishap({
      when: ({ method, url }) => method === 'PUT' && url.includes('/clients/'),
      instead: () => Response.json({ title: 'no', status: 422 }, { status: 422 }),
    });
    expect((await office.sync()).counts).toMatchObject({ done: 1, failed: 1 });
    expect((await office.sync()).counts).toMatchObject({ planned: 1, done: 1 });
    expect(office.books.clients.get(Number(link.tpsId)).phone).toBe('514 555 0199');
  });

  it('a conflict that a person settled needs nobody any more', async () => {
    const office = await synced();
    const { link } = await twin(office);
    office.books.patch('invoice', Number(link.tpsId), { description: 'TPS says' });
    editInQbo(office, 'Invoice', link.qboId, { PrivateNote: 'QBO says' });
    expect((await office.sync()).status).toBe('warning');
    editInQbo(office, 'Invoice', link.qboId, { PrivateNote: 'TPS says' });
    await office.sync();
    expect((await office.ask['app.get']({})).needs).toEqual([]);
  });

  it('a pair whose documents are linked is not taken apart', async () => {
    const office = await synced();
    const { tps } = await twin(office);
    const { Id } = office.company.create('Customer', { DisplayName: 'Somebody else' });
    await office.ask['setup.get']({ reload: true });
    const decision = { tpsId: tps.clientId, qboId: String(Id), decision: 'pair' as const };
    await expect(office.ask['setup.saveClients']({ decisions: [decision] })).rejects.toMatchObject({
      what: { id: 'setup.linkedDocuments' },
    });
  });

  it('to leave a client comes back when its exclusion is taken back', async () => {
    const office = await synced();
    const { here } = await twin(office);
    const left = office.books.clients.create({ code: 'LEFT01', name: 'Left Alone Zed' });
    enterInvoice(office, { clientId: left.id, lines: here.lines });
    office.clock.advance(60_000);
    await office.ask['setup.get']({ reload: true });
    const clientId = String(left.id);
    const decision = { tpsId: clientId, qboId: null, decision: 'leave' as const };
    await office.ask['setup.saveClients']({ decisions: [decision] });
    await office.ask['client.exclude']({ side: 'tps', clientId, reason: 'r' });
    await office.ask['client.include']({ side: 'tps', clientId });
    expect((await office.sync()).counts.planned).toBe(0);
  });
});
