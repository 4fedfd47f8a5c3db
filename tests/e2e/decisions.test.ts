/** What the panel asks a person, answered with one button each. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { atRest } from './harness/by-messages';
import { aTwin, bothChanged } from './harness/day-at-the-firm';
import { apply, currentRun, ENDED, runBecomes, syncFromPopup } from './harness/drive-sync';
import { inspect } from './harness/inspect';
import { type Prepared, preparedScene, SMALL_FIRM } from './harness/prepared';
import { openPopup, openWorkspace } from './harness/screens';
import { askWorker } from './harness/worker';

let scene: Prepared;
let popup: Page;

beforeAll(async () => {
  scene = await preparedScene(SMALL_FIRM);
  popup = await openPopup(scene.browser);
});
afterEach(() => atRest(popup));
afterAll(() => scene?.end());

/** Presses the button of a need and waits for the run that it starts. */
async function answer(name: string) {
  const before = (await currentRun(popup))?.id ?? null;
  await popup.getByRole('button', { name }).first().click();
  return runBecomes(popup, before, ENDED);
}

describe('a conflict', () => {
  test('shows both values and is settled by saying who is right', async () => {
    const { control } = scene;
    const { tpsId } = await bothChanged(control);
    const held = await syncFromPopup(popup, 'Both changed');
    expect(held.status).toBe('warning');
    await popup.getByRole('button', { name: 'TPS is right' }).first().waitFor();
    const run = await answer('QuickBooks is right');
    expect(run.counts).toMatchObject({ done: 1, failed: 0 });
    const { tps } = await control.ledgers();
    const after = tps.documents.find(({ id, type }) => id === tpsId && type === 'invoice');
    expect(after?.description).toContain('In QuickBooks');
    await popup.getByRole('button', { name: 'TPS is right' }).waitFor({ state: 'detached' });
  });
});

describe('a phone number that the two books did not share when they were paired', () => {
  test('is asked about when it changes in one of them, and the answer stands in both', async () => {
    const { control } = scene;
    const name = 'Cordonnerie Lajoie';
    const phone = (FreeFormNumber: string) => ({ PrimaryPhone: { FreeFormNumber } });
    const tpsId = idOf(
      await control.act({
        system: 'tps',
        do: 'create',
        entity: 'client',
        body: { code: 'LAJOIE', name, phone: '514 555-0199' },
      }),
    );
    const made = await control.act({
      system: 'qbo',
      do: 'create',
      entity: 'Customer',
      body: { DisplayName: name, ...phone('418 555-0101') },
    });
    const qboId = String(Object(made).Id);
    await askWorker(popup, 'setup.get', { reload: true });
    await askWorker(popup, 'setup.saveClients', {
      decisions: [{ tpsId: String(tpsId), qboId, decision: 'pair' }],
    });
    await syncFromPopup(popup, 'Paired');
    const edit = { system: 'qbo', do: 'update', entity: 'Customer', id: qboId } as const;
    await control.act({ ...edit, body: phone('418 555-0102') });
    expect((await syncFromPopup(popup, 'Another phone')).status).toBe('warning');
    await popup
      .getByText(/was changed in QuickBooks, and the two books did not say the same before/)
      .first()
      .waitFor();
    await inspect(popup, 'client-differed');
    const run = await answer('QuickBooks is right');
    expect(run.counts).toMatchObject({ done: 1, failed: 0 });
    const client = await control.act({ system: 'tps', do: 'update', entity: 'client', id: tpsId });
    expect(Object(client).phone).toBe('418 555-0102');
    expect((await syncFromPopup(popup, 'Settled')).counts.planned).toBe(0);
    await popup.getByRole('button', { name: 'TPS is right' }).waitFor({ state: 'detached' });
  });
});

describe('a customer that was made inactive while TPS bills it', () => {
  test('is made active by one button, and its invoice arrives', async () => {
    const { control } = scene;
    const { customers } = (await control.ledgers()).qbo;
    const name = `Idle ${customers.length}`;
    const made = await control.act({
      system: 'tps',
      do: 'create',
      entity: 'client',
      body: { code: 'IDLE1', name },
    });
    const clientId = idOf(made);
    const model = await control.act({
      system: 'tps',
      do: 'update',
      entity: 'invoice',
      id: (await aTwin(scene.control)).tpsId,
    });
    const bill = (number: string) =>
      control.act({
        system: 'tps',
        do: 'create',
        entity: 'invoice',
        body: { clientId, code: '0', number, date: '2026-03-02', lines: linesOf(model) },
      });
    const first = idOf(await bill('95001'));
    await syncFromPopup(popup, 'A new client');
    await control.act({ system: 'tps', do: 'void', entity: 'invoice', id: first });
    await syncFromPopup(popup, 'Nothing open');
    const customer = (await control.ledgers()).qbo.customers.find((c) => c.displayName === name);
    if (!customer) throw new Error('no customer');
    await control.act({
      system: 'qbo',
      do: 'update',
      entity: 'Customer',
      id: customer.id,
      body: { Active: false },
    });
    await bill('95002');
    const held = await syncFromPopup(popup, 'Inactive');
    expect(held.tieOut?.unexplainedCents).toBe(0);
    await answer('Make active in QuickBooks');
    const last = await syncFromPopup(popup, 'Active again');
    expect(last.tieOut?.named).toEqual([]);
    const { qbo } = await control.ledgers();
    expect(qbo.documents.map(({ docNumber }) => docNumber)).toContain('95002');
  });
});

describe('an invoice that two people entered, one in each book', () => {
  test('is asked about, named by the tie-out, and linked by one button', async () => {
    const { control } = scene;
    const { tpsId, qboId } = await aTwin(scene.control);
    const model = await control.act({ system: 'tps', do: 'update', entity: 'invoice', id: tpsId });
    const invoice = Object(
      await control.act({ system: 'qbo', do: 'update', entity: 'Invoice', id: qboId, body: {} }),
    );
    const { ItemRef, TaxCodeRef } = invoice.Line[0].SalesItemLineDetail;
    const [line] = linesOf(model);
    await control.act({
      system: 'tps',
      do: 'create',
      entity: 'invoice',
      body: {
        clientId: Object(model).clientId,
        code: '0',
        number: '97001',
        date: '2026-03-02',
        lines: [{ ...Object(line), quantity: '1', rate: '80.00', amount: '80.00' }],
      },
    });
    await control.act({
      system: 'qbo',
      do: 'create',
      entity: 'Invoice',
      body: {
        CustomerRef: invoice.CustomerRef,
        DocNumber: 'W-77',
        TxnDate: '2026-03-03',
        GlobalTaxCalculation: 'TaxExcluded',
        Line: [
          {
            Amount: 80,
            DetailType: 'SalesItemLineDetail',
            SalesItemLineDetail: { ItemRef, TaxCodeRef },
          },
        ],
      },
    });
    const held = await syncFromPopup(popup, 'Entered twice');
    expect(held.status).toBe('warning');
    expect(held.counts.planned).toBe(0);
    await popup.getByText(/Both totals are .+, but 2 documents differ and cancel out/).waitFor();
    await popup.getByRole('button', { name: 'Ties out, 2 documents differ' }).click();
    const tieOut = scene.workspace;
    await tieOut.waitForURL(/#\/tieout/);
    const offsets = tieOut.getByRole('grid', { name: 'Documents that differ but cancel out' });
    for (const name of ['Invoice 97001', 'Invoice W-77']) {
      await offsets.getByRole('gridcell', { name, exact: true }).waitFor();
    }
    await inspect(tieOut, 'offsets');
    await inspect(popup, 'same-or-two', [360]);
    const run = await answer('The same: link them');
    expect(run.counts).toMatchObject({ done: 1, failed: 0 });
    const { tps, qbo } = await control.ledgers();
    expect(
      tps.documents.filter(({ number }) => ['97001', 'W-77', '77'].includes(number)),
    ).toHaveLength(1);
    expect(qbo.documents.filter(({ docNumber }) => docNumber === '97001')).toEqual([]);
  });
});

describe('a credit memo', () => {
  test('becomes a TPS adjustment by one button, and that is undone from the history', async () => {
    const { control } = scene;
    const invoice = Object(
      await control.act({
        system: 'qbo',
        do: 'update',
        entity: 'Invoice',
        id: (await aTwin(scene.control)).qboId,
        body: {},
      }),
    );
    const { ItemRef, TaxCodeRef } = invoice.Line[0].SalesItemLineDetail;
    await control.act({
      system: 'qbo',
      do: 'create',
      entity: 'CreditMemo',
      body: {
        CustomerRef: invoice.CustomerRef,
        TxnDate: '2026-03-02',
        GlobalTaxCalculation: 'TaxExcluded',
        Line: [
          {
            Amount: 5,
            DetailType: 'SalesItemLineDetail',
            SalesItemLineDetail: { ItemRef, TaxCodeRef },
          },
        ],
      },
    });
    const standing = async () => {
      const { tps, qbo } = await control.ledgers();
      const memos = qbo.documents.filter((d) => d.entity === 'CreditMemo' && !d.deleted);
      const adjustments = tps.documents.filter(
        ({ type, status, description }) =>
          type.includes('djustment') && status !== 'void' && description.includes('[QBO#'),
      );
      return { memos: memos.length, adjustments: adjustments.length };
    };
    await syncFromPopup(popup, 'With a credit memo');
    expect(await standing()).toEqual({ memos: 1, adjustments: 0 });
    const before = (await currentRun(popup))?.id ?? null;
    await popup.getByRole('button', { name: 'Convert to a TPS adjustment…' }).first().click();
    const shown = await runBecomes(popup, before, ['preview']);
    expect(shown.plan?.groups.map(({ verb, type }) => `${verb} ${type}`)).toEqual([
      'create adjustment',
      'delete foreign',
    ]);
    await apply(popup);
    // What follows in QuickBooks waits for a person to look at it.
    const follows = await runBecomes(popup, shown.id, ['preview']);
    expect(await standing()).toEqual({ memos: 0, adjustments: 1 });
    await popup.getByRole('button', { name: 'Cancel' }).click();
    await expect.poll(async () => (await currentRun(popup))?.id).not.toBe(follows.id);

    const history = await openWorkspace(scene.browser, 'history');
    await history.getByRole('link', { name: /^Credit memo/ }).click();
    await history.getByRole('button', { name: 'Undo this run…' }).click();
    await history.getByRole('button', { name: 'Show what can be undone' }).click();
    const undo = await runBecomes(history, follows.id, ['preview']);
    expect(undo.plan?.changes).toBe(1);
    await history.locator('label', { hasText: /^Stays/ }).click();
    await history
      .getByText(/was deleted in QuickBooks/)
      .first()
      .waitFor();
    await history.getByRole('button', { name: /^Undo 1 change \(/ }).click();
    const end = await runBecomes(history, follows.id, ENDED);
    expect(end.counts).toMatchObject({ done: 1, failed: 0 });
    expect(await standing()).toEqual({ memos: 0, adjustments: 0 });
    await history.close();
  });
});

function idOf(answerOfStandIn: unknown): number {
  const id = Object(answerOfStandIn).id;
  if (typeof id !== 'number') throw new Error('no id');
  return id;
}

function linesOf(invoice: unknown): unknown[] {
  const lines: unknown = Object(invoice).lines;
  if (!Array.isArray(lines)) throw new Error('no lines');
  return lines.map((line) => ({ ...line, id: undefined }));
}
