import { beforeEach, describe, expect, it } from 'vitest';
import { cents } from '../../utils/ledger/cents';
import type { InvoiceDraft } from '../../utils/ledger/drafts';
import { clientDraft, invoiceDraft, paymentDraft } from './scene/drafts';
import { type QboScene, qboScene } from './scene/qbo-scene';
import { asPayment, failure } from './scene/records';

let scene: QboScene;
let clientId: string;
let key = 0;
const nextKey = (): string => `key-${++key}`;

beforeEach(async () => {
  scene = await qboScene();
  clientId = (await scene.port.create(clientDraft(), nextKey())).id;
  scene.site.sent.length = 0;
});

function invoice(change: Partial<InvoiceDraft> = {}): InvoiceDraft {
  return invoiceDraft({
    clientId,
    lines: [
      { codeId: '3', description: '', quantity: '1', amountCents: cents(450_00), taxKey: '3' },
    ],
    taxes: [],
    totalCents: cents(450_00),
    ...change,
  });
}

const create = (change: Partial<InvoiceDraft> = {}) =>
  scene.port.create(invoice(change), nextKey());
const isInvoicePost = ({ method, url }: { method: string; url: string }): boolean =>
  method === 'POST' && url.includes('/invoice?');

function setCloseDate(date: string): void {
  scene.company.update('Preferences', {
    Id: '1',
    SyncToken: String(scene.company.read('Preferences', '1').SyncToken),
    sparse: true,
    AccountingInfoPrefs: { BookCloseDate: date },
  });
}

describe('refusals are sentences', () => {
  it('6140 names the client who has the number', async () => {
    await create();
    const error = await failure(create(), 'refused');
    expect(error.what).toEqual({
      id: 'port.duplicateNumberHeld',
      values: {
        system: 'QuickBooks',
        number: 'SD-1042',
        client: "Roy & Fils d'Acadie",
        amountCents: 45000,
      },
    });
    expect(error.technical).toContain('6140');
  });

  it.each([
    ['Customer', 'customer'],
    ['Vendor', 'vendor'],
    ['Employee', 'employee'],
  ] as const)('6240 names a %s as the holder', async (entity, holder) => {
    const name = `Acme ${entity}`;
    const own = entity === 'Employee' ? { GivenName: 'Acme', FamilyName: entity } : {};
    scene.company.create(entity, { DisplayName: name, ...own });
    const error = await failure(scene.port.create(clientDraft({ name }), nextKey()), 'refused');
    expect(error.what).toMatchObject({ id: 'port.duplicateNameHeld', values: { name, holder } });
  });

  it('6210: closed period', async () => {
    setCloseDate('2026-02-28');
    expect((await failure(create(), 'refused')).what.id).toBe('port.periodClosed');
  });

  it('6540: deposited payment', async () => {
    const draft = paymentDraft({ clientId, bankId: '4' });
    const made = asPayment(await scene.port.create(draft, nextKey()));
    scene.company.create('Deposit', {
      DepositToAccountRef: { value: '6' },
      Line: [{ Amount: 100, LinkedTxn: [{ TxnId: made.id, TxnType: 'Payment', TxnLineId: '0' }] }],
    });
    const { version } = asPayment(await scene.port.read('payment', made.id));
    for (const act of [
      () => scene.port.update(made.id, version, { ...draft, memo: 'x' }, nextKey()),
      () => scene.port.void('payment', made.id, version),
      () => scene.port.remove('payment', made.id, version),
    ]) {
      expect((await failure(act(), 'refused')).what.id).toBe('port.deposited');
    }
  });

  it('6000: a Canadian line without tax code', async () => {
    const [line] = invoice().lines;
    if (!line) throw new Error('no line');
    const error = await failure(create({ lines: [{ ...line, taxKey: '' }] }), 'refused');
    expect(error.what.id).toBe('port.taxCodeMissing');
  });

  it('6000: a negative total', async () => {
    const [line] = invoice().lines;
    if (!line) throw new Error('no line');
    const lines = [{ ...line, amountCents: cents(-10_00) }];
    const error = await failure(create({ lines, totalCents: cents(-10_00) }), 'refused');
    expect(error.what.id).toBe('port.negativeTotal');
  });

  it('2500: an item that does not exist', async () => {
    const [line] = invoice().lines;
    if (!line) throw new Error('no line');
    const error = await failure(create({ lines: [{ ...line, codeId: '999' }] }), 'refused');
    expect(error.what.id).toBe('port.inactiveReference');
  });

  it('an account that takes no deposits', async () => {
    const error = await failure(
      scene.port.create(paymentDraft({ clientId, bankId: '30' }), nextKey()),
      'refused',
    );
    expect(['port.wrongAccount', 'port.inactiveReference']).toContain(error.what.id);
  });

  it('620: an invoice of another client', async () => {
    const other = await scene.port.create(
      clientDraft({ name: 'Other', marker: '[TPS client 13]' }),
      nextKey(),
    );
    const made = await create({ clientId: other.id });
    const applications = [{ to: 'invoice' as const, id: made.id, amountCents: cents(10_00) }];
    const draft = paymentDraft({ clientId, bankId: '6', applications });
    const error = await failure(scene.port.create(draft, nextKey()), 'refused');
    expect(error.what.id).toBe('port.cannotLink');
  });

  it('a customer with a balance stays active', async () => {
    await create();
    const client = await scene.port.read('client', clientId);
    const act = scene.port.remove('client', clientId, client?.version ?? '');
    expect((await failure(act, 'refused')).what.id).toBe('port.hasBalance');
  });

  it('any other refusal quotes QBO', async () => {
    scene.site.mishap({
      when: isInvoicePost,
      instead: () =>
        Response.json(
          {
            Fault: { Error: [{ Message: 'Odd', Detail: 'Odd Thing : Not today.', code: '6999' }] },
          },
          { status: 400 },
        ),
    });
    const error = await failure(create(), 'refused');
    expect(error.what).toMatchObject({ id: 'port.refused', values: { detail: 'Not today.' } });
  });

  it('what cannot be sent is refused before', async () => {
    const long = create({ number: 'A'.repeat(22) });
    expect((await failure(long, 'refused')).what.id).toBe('port.numberTooLong');
    const colon = scene.port.create(clientDraft({ name: 'A:B' }), nextKey());
    expect((await failure(colon, 'refused')).what.id).toBe('port.nameCharacters');
    expect(scene.site.sent).toEqual([]);
  });
});
