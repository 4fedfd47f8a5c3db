/**
 * A TPS that does not count its records: its ids are text without order, some look like those of
 * another list, some hold what we write beside ids ourselves. Everything goes as it does with numbers.
 */
import { beforeEach, describe, expect, it } from 'vitest';
import { documentId } from '../../utils/ledger/document-id';
import { shareWithFirm } from '../../utils/worker/shared-setup';
import { opaqueId } from '../sandbox/tps/opaque-ids';
import { editInQbo, good, on, outstanding, payFifty } from './firm-day';
import { duplicatesIn } from './ledgers';
import type { Office } from './office';
import { copyOf, officeSetUp } from './prepared';
import { Browser } from './world/browser';
import { approve, driveOn, mustPair, setUp } from './world/drive';
import { openSites } from './world/sites';

const SHAPE = { seed: 5, clients: 5, findings: 'none' } as const;
const OPAQUE = { ...SHAPE, tpsIds: 'opaque' } as const;
const DAY = '2026-03-02';

let office: Office;

beforeEach(async () => {
  office = await copyOf('synced with opaque ids', async () => {
    const made = await officeSetUp(OPAQUE);
    await good(made);
    return made;
  });
});

const qboIdOf = async (type: string, ownId: number) => {
  const id = documentId('plain', opaqueId(ownId));
  const links = await office.db.links.toArray();
  return links.find((link) => link.type === type && link.tpsId === id)?.qboId ?? '';
};

const enter = (number: string) => {
  const { model, lines } = outstanding(office);
  const { clientId } = model;
  return office.books.invoices.create({ clientId, code: '0', number, date: DAY, lines });
};

/** The documents of QuickBooks that stand. */
function inQbo({ company }: Office): string[] {
  return company
    .ledger()
    .documents.filter(({ deleted, voided }) => !deleted && !voided)
    .map(({ entity, docNumber, totalCents, balanceCents }) =>
      [entity, docNumber, totalCents, balanceCents].join(' '),
    )
    .sort();
}

describe('a TPS whose ids are text', () => {
  it('is synced as one that counts, with the ids as they are in the tags', async () => {
    const counted = await officeSetUp(SHAPE);
    await good(counted);
    const adjusted = (text: string) => !text.includes('ADJ-');
    expect(inQbo(office).filter(adjusted)).toEqual(inQbo(counted).filter(adjusted));
    const invoice = enter('90001');
    await good(office);
    const note = office.company.read('Invoice', await qboIdOf('invoice', invoice.id)).PrivateNote;
    expect(note).toContain(` invoice ${encodeURIComponent(opaqueId(invoice.id))}]`);
  });

  it('lives through a working day: new, edited, paid, adjusted, voided, in both directions', async () => {
    const invoice = enter('90001');
    const { clientId } = invoice;
    await good(office);
    const payment = payFifty(office, clientId, on(invoice.id, '50.00'));
    const common = { clientId, date: DAY, description: 'Courtesy' };
    office.books.adjustments.create({ ...common, direction: 'increase', amount: '12.00' });
    office.books.adjustments.create({
      ...{ ...common, direction: 'decrease', amount: '8.00' },
      ...on(invoice.id, '8.00'),
    });
    await good(office);
    office.books.patch('invoice', invoice.id, { dueDate: '2026-12-24' });
    editInQbo(office, 'Payment', await qboIdOf('payment', payment.id), { PaymentRefNum: 'CHQ 7' });
    await good(office);
    expect(office.books.payments.get(payment.id).reference).toBe('CHQ 7');
    office.books.payments.void(payment.id);
    await good(office);
    office.company.payOnline(await qboIdOf('invoice', invoice.id), 1000);
    await good(office);
  });

  it('what came and was paid after the first sync is carried, what was settled before it is not', async () => {
    const before = office.company.ledger().documents.length;
    const invoice = enter('90002');
    payFifty(office, invoice.clientId, { ...on(invoice.id, invoice.total), amount: invoice.total });
    await good(office);
    expect(office.company.ledger().documents).toHaveLength(before + 2);
    // A settled one of before, edited since, stays where it is.
    const links = new Set((await office.db.links.toArray()).map(({ tpsId }) => tpsId));
    const old = office.books.invoices
      .all()
      .find(({ id, status }) => status === 'paid' && !links.has(documentId('plain', opaqueId(id))));
    if (!old) throw new Error('nothing was settled before');
    office.books.patch('invoice', old.id, { description: 'An old one' });
    expect((await office.sync()).counts.planned).toBe(0);
  });

  it('an undone run leaves both books as they were', async () => {
    const was = inQbo(office);
    const invoice = enter('90003');
    payFifty(office, invoice.clientId, on(invoice.id, '50.00'));
    const run = await office.sync();
    await office.ask['run.undo']({ runId: run.id, description: 'undo' });
    const shown = await office.drive();
    const confirmed = shown.brakes.map(({ id }) => id);
    const { id: runId, planHash } = shown;
    await office.ask['run.apply']({ runId, planHash: planHash ?? '', confirmed });
    // The address to pay online stays where it was printed.
    const { cannot = [] } = await office.drive();
    expect(cannot.map(({ why }) => why.id)).toEqual(['undo.paymentLink']);
    expect(inQbo(office)).toEqual(was);
  });

  it('a browser that joins later finds every twin, and asks where it cannot know', async () => {
    const world = await openSites(OPAQUE);
    const [anna, ben] = [new Browser(0, world), new Browser(1, world)];
    for (const browser of [anna, ben]) await browser.signIn();
    await setUp(anna);
    const sync = async (browser: Browser) => {
      world.clock.advance(60_000);
      await browser.ask['run.sync']({ description: 'sync' });
      const run = await driveOn(browser);
      return run.status === 'preview' ? approve(browser, run) : run;
    };
    expect((await sync(anna)).counts.failed).toBe(0);
    world.clock.advance(60_000);
    await shareWithFirm(anna.desk);
    world.clock.advance(60_000);
    const { candidate } = await ben.ask['setup.get']({ reload: true });
    if (!candidate) throw new Error('no candidate');
    await ben.ask['pair.confirm']({ firmId: candidate.firm.id, realm: candidate.company.realm });
    await ben.ask['shared.look']({});
    const { shared } = await ben.ask['shared.get']({});
    await ben.ask['shared.adopt']({ generation: shared?.generation ?? 0 });
    expect((await mustPair(ben.db)).cutoff?.tps.invoice).toMatch(/^@2026-/);
    const run = await sync(ben);
    expect(run.requests.writes).toBe(0);
    expect(run.tieOut?.unexplainedCents).toBe(0);
    // Edited since the first sync, or entered since: only its own past would tell.
    const links = new Set((await ben.db.links.toArray()).map(({ tpsId }) => tpsId));
    const old = world.books.invoices
      .all()
      .find(({ id, status }) => status === 'paid' && !links.has(documentId('plain', opaqueId(id))));
    if (!old) throw new Error('nothing was settled before');
    world.books.patch('invoice', old.id, { description: 'An old one' });
    expect((await sync(anna)).counts.planned).toBe(0);
    const asked = await sync(ben);
    expect(asked.counts.planned).toBe(0);
    expect(asked.holds.map(({ what }) => what.id)).toContain('hold.before');
    expect(duplicatesIn(world)).toEqual([]);
  });
});
