import { beforeEach, describe, expect, it } from 'vitest';
import { cents } from '../../utils/ledger/cents';
import { plainDate } from '../../utils/ledger/plain-date';
import { asInvoice } from './scene/records';
import { KEY, type TpsOffice, tpsOffice } from './scene/tps-office';

const HOUR_MS = 3_600_000;

let scene: TpsOffice['scene'];
let clientId: TpsOffice['clientId'];
let bankId: TpsOffice['bankId'];
let invoice: TpsOffice['invoice'];
let payment: TpsOffice['payment'];
const ignore = (): void => {};

beforeEach(async () => {
  ({ scene, clientId, bankId, invoice, payment } = await tpsOffice());
});

const _isPost = ({ method }: { method: string }): boolean => method === 'POST';

describe('pulls', () => {
  it('reads all, in pages, with adjustments', async () => {
    for (let n = 0; n < 450; n += 1) {
      scene.books.clients.create({ code: `C${n}`, name: `Client ${n}` });
    }
    const invoiceId = (await scene.port.create(invoice(), KEY)).id;
    scene.books.adjustments.create({
      clientId: Number(clientId),
      direction: 'decrease',
      date: '2026-02-11',
      amount: '30.00',
      applications: [{ documentType: 'invoice', documentId: Number(invoiceId), amount: '10.00' }],
    });
    scene.books.adjustments.create({
      clientId: Number(clientId),
      direction: 'increase',
      date: '2026-02-12',
      description: 'Interest [QBO invoice 8]',
      amount: '5.00',
    });
    const counts: number[] = [];
    const pull = await scene.port.pullAll((count) => counts.push(count));
    expect(pull.records.length).toBe(451 + 1 + 2);
    expect(counts.at(-1)).toBe(454);
    expect(pull.records.filter(({ id }) => id.startsWith('A'))).toMatchObject([
      {
        kind: 'payment',
        booking: 'adjustment',
        amountCents: 3000,
        unappliedCents: 2000,
        applications: [{ to: 'invoice', id: invoiceId, amountCents: 1000 }],
        marker: null,
      },
      {
        kind: 'invoice',
        invoiceKind: 'adjustment',
        totalCents: 500,
        balanceCents: 500,
        marker: '[QBO invoice 8]',
        memo: 'Interest',
      },
    ]);
    expect(pull.watermark).toBe('2026-03-02T15:00:00.000Z');
  });

  it('reads a list again when a row went while it was read', async () => {
    const ids: number[] = [];
    for (let n = 0; n < 250; n += 1) {
      const made = scene.books.payments.create({
        clientId: Number(clientId),
        date: '2026-02-11',
        bankAccountId: Number(bankId),
        amount: '1.00',
      });
      ids.push(made.id);
    }
    scene.site.mishap({
      when: ({ url }) => /payments\?.*page=2/.test(url),
      before: () => scene.books.payments.remove(ids[0] ?? 0),
    });
    const { records } = await scene.port.pullAll(ignore);
    expect(records.filter(({ kind }) => kind === 'payment').length).toBe(249);
  });

  it('brings changes and deletions since a watermark', async () => {
    const kept = await scene.port.create(invoice({ number: '1' }), KEY);
    const gone = asInvoice(await scene.port.create(invoice({ number: '2' }), KEY));
    scene.advance(HOUR_MS);
    const { watermark } = await scene.port.pullAll(ignore);
    scene.advance(HOUR_MS);
    expect(await scene.port.pullSince(watermark, ignore)).toMatchObject({
      records: [],
      deleted: [],
      full: false,
    });
    await scene.port.remove('invoice', gone.id, gone.version);
    const applications = [{ to: 'invoice' as const, id: kept.id, amountCents: cents(10_00) }];
    await scene.port.create(payment({ applications }), KEY);
    const changes = await scene.port.pullSince(watermark, ignore);
    expect(changes.deleted).toEqual([{ kind: 'invoice', id: gone.id }]);
    expect(changes.records.map(({ kind, id }) => `${kind} ${id}`)).toContain(`invoice ${kept.id}`);
    expect(changes.full).toBe(false);
    expect(changes.watermark > watermark).toBe(true);
  });

  it('reads all when TPS refuses the question', async () => {
    scene.site.mishap({
      when: ({ url }) => url.includes('modifiedSince'),
      instead: () => Response.json({ title: 'No', status: 400 }, { status: 400 }),
    });
    expect((await scene.port.pullSince('2026-01-01T00:00:00Z', ignore)).full).toBe(true);
  });

  it('reports A/R as TPS has it, post-dated documents too', async () => {
    await scene.port.create(invoice({ date: plainDate('2026-12-01'), dueDate: null }), KEY);
    const { totalCents, byClient } = await scene.port.receivable();
    expect(totalCents).toBe(16097);
    expect([...byClient]).toEqual([[clientId, 16097]]);
  });
});
