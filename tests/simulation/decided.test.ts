/** What a person decided holds, and nothing is decided for them. */
import { describe, expect, it } from 'vitest';
import {
  closeBooks,
  editInQbo,
  good,
  outstanding,
  payFifty,
  prepared,
  qboIdOf,
  twins,
} from './firm-day';
import { officeSetUp } from './prepared';

describe('a decision', () => {
  it('a first preview has no brake because invoices print a link for paying', async () => {
    const office = await officeSetUp({ seed: 5, clients: 30, findings: 'none' });
    await office.ask['run.preview']({ description: '' });
    const run = await office.drive();
    expect(run.brakes.map(({ id }) => id)).not.toContain('edits');
  });

  it('a client that is excluded while the run is paused is left alone, whichever end it was', async () => {
    const office = await prepared();
    const { model, lines } = outstanding(office);
    const qboId = await qboIdOf(office, 'client', String(model.clientId));
    office.books.invoices.create({
      clientId: model.clientId,
      code: '0',
      number: '90009',
      date: '2026-03-02',
      lines,
    });
    let cut = true;
    office.sites.qbo.mishap({
      times: Number.POSITIVE_INFINITY,
      when: ({ method, url }) => cut && method === 'POST' && url.includes('/invoice?'),
      instead: () => {
        throw new TypeError('fetch failed');
      },
    });
    const parked = await office.sync();
    expect(parked.status).toBe('paused');
    cut = false;
    office.sites.qbo.clearMishaps();
    await office.ask['client.exclude']({ side: 'qbo', clientId: qboId, reason: 'legal' });
    await office.ask['run.resume']({ runId: parked.id, turn: parked.turn ?? 0 });
    await office.drive();
    expect(office.company.ledger().documents.map(({ docNumber }) => docNumber)).not.toContain(
      '90009',
    );
  });

  it('a document that was moved away from an excluded client is held, not planned and skipped', async () => {
    const office = await prepared({ movePaid: 'unapply' });
    const { model } = outstanding(office);
    const from = await qboIdOf(office, 'client', String(model.clientId));
    const other = (await office.db.links.toArray()).find(
      ({ type, qboId }) => type === 'client' && qboId !== from,
    );
    const invoice = await qboIdOf(office, 'invoice', String(model.id));
    await office.ask['client.exclude']({ side: 'qbo', clientId: from, reason: 'legal' });
    editInQbo(office, 'Invoice', invoice, { CustomerRef: { value: other?.qboId ?? '' } });
    const run = await office.sync();
    expect(run.holds.filter(({ type }) => type === 'invoice')).toMatchObject([
      { kind: 'excluded', number: model.number },
    ]);
    expect(run.counts).toMatchObject({ planned: 0 });
    expect(run.tieOut).toMatchObject({ unexplainedCents: 0, clientsUnexplainedCents: 0 });
    expect(office.books.invoices.get(model.id).clientId).toBe(model.clientId);
  });

  it('a document that was dated today keeps both its dates', async () => {
    const office = await prepared();
    const { model, lines } = outstanding(office);
    const bill = {
      clientId: model.clientId,
      code: '0',
      number: '90009',
      date: '2026-01-15',
      lines,
    };
    const { id } = office.books.invoices.create(bill);
    closeBooks(office, '2026-01-31');
    await office.sync();
    await office.ask['ruling.set']({ recordKey: `tps:invoice:${id}`, ruling: 'dateToday' });
    await office.drive();
    await good(office);
    const qboId = await qboIdOf(office, 'invoice', String(id));
    editInQbo(office, 'Invoice', qboId, { PrivateNote: `From QuickBooks [TPS invoice ${id}]` });
    await good(office);
    expect(office.books.invoices.get(id)).toMatchObject({
      date: '2026-01-15',
      description: expect.stringContaining('From QuickBooks'),
    });
    office.books.patch('invoice', id, { description: 'From TPS' });
    await good(office);
    expect(office.company.read('Invoice', qboId).TxnDate).toBe('2026-03-02');
  });

  it('a reference and a memo that are longer than QuickBooks holds stay whole in TPS', async () => {
    const office = await prepared();
    const { model } = outstanding(office);
    const { id } = payFifty(office, model.clientId, {
      reference: 'CHQ-0123456789-0123456789-X',
    });
    await good(office);
    const qboId = await qboIdOf(office, 'payment', String(id));
    editInQbo(office, 'Payment', qboId, { PrivateNote: `Edited [TPS payment ${id}]` });
    await good(office);
    expect(office.books.payments.get(id)).toMatchObject({
      reference: 'CHQ-0123456789-0123456789-X',
      description: expect.stringContaining('Edited'),
    });
  });

  it('a run for one record alone does not draw the line of the first sync', async () => {
    const office = await officeSetUp({ seed: 5, clients: 5, findings: 'none' });
    const pair = await office.db.pairs.toCollection().first();
    const runner = await office.runner();
    await runner.start({
      pairId: pair?.id ?? '',
      description: '',
      oneStep: true,
      only: ['tps:client:1'],
    });
    await office.drive();
    expect((await office.db.pairs.toCollection().first())?.cutoff).toBeNull();
  });
});

describe('what both sides changed', () => {
  async function conflicting() {
    const office = await prepared();
    const { link, invoice } = await twins(office);
    office.books.patch('invoice', invoice.id, { description: 'In TPS' });
    const PrivateNote = `In QuickBooks [TPS invoice ${invoice.id}]`;
    editInQbo(office, 'Invoice', link.qboId, { PrivateNote });
    return { office, link, invoice, key: `tps:invoice:${invoice.id}` };
  }

  it.each(['tpsWins', 'qboWins'] as const)('is settled by a person: %s', async (ruling) => {
    const { office, link, invoice, key } = await conflicting();
    const held = await office.sync();
    expect(held.holds.map((hold) => hold.what.id)).toEqual(['conflict.bothChanged']);
    await office.ask['ruling.set']({ recordKey: key, ruling });
    await office.drive();
    await good(office);
    const kept = ruling === 'tpsWins' ? 'In TPS' : 'In QuickBooks';
    expect(office.books.invoices.get(invoice.id).description).toContain(kept);
    expect(office.company.read('Invoice', link.qboId).PrivateNote).toContain(kept);
  });

  it('is asked again when one of them changed after the person decided', async () => {
    const { office, invoice, key } = await conflicting();
    await office.sync();
    await office.ask['ruling.set']({ recordKey: key, ruling: 'qboWins' });
    office.books.patch('invoice', invoice.id, { description: 'In TPS, once more' });
    const run = await office.drive();
    expect(run.counts.planned).toBe(0);
    expect(office.books.invoices.get(invoice.id).description).toContain('once more');
  });

  it('is decided by the policy where the firm has set one', async () => {
    const { office, link } = await conflicting();
    await office.db.pairs.toCollection().modify((pair) => {
      pair.policies = { invoice: 'tps' };
    });
    await good(office);
    expect(office.company.read('Invoice', link.qboId).PrivateNote).toContain('In TPS');
  });
});

describe('a document of a closed period', () => {
  it('waits in the tray until a person dates it today', async () => {
    const office = await prepared();
    const { invoice } = await twins(office);
    const lines = invoice.lines.map(({ id: _, ...line }) => line);
    const { clientId } = invoice;
    const bill = { clientId, code: '0', number: '90001', date: '2026-01-15', lines };
    const { id } = office.books.invoices.create(bill);
    closeBooks(office, '2026-01-31');
    const held = await office.sync();
    expect(held.holds.map((hold) => [hold.kind, hold.what.id])).toEqual([['tray', 'tray.closed']]);
    await office.ask['ruling.set']({ recordKey: `tps:invoice:${id}`, ruling: 'dateToday' });
    await office.drive();
    await good(office);
    const there = office.company.ledger().documents.find(({ docNumber }) => docNumber === '90001');
    expect(there?.date).toBe('2026-03-02');
    expect(office.books.invoices.get(id).date).toBe('2026-01-15');
  });
});
