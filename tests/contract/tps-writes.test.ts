import { beforeEach, describe, expect, it } from 'vitest';
import { cents } from '../../utils/ledger/cents';
import { plainDate } from '../../utils/ledger/plain-date';
import { clientDraft } from './scene/drafts';
import { asClient, asInvoice, asPayment, failure } from './scene/records';
import { KEY, type TpsOffice, tpsOffice } from './scene/tps-office';

let scene: TpsOffice['scene'];
let clientId: TpsOffice['clientId'];
let workCodeId: TpsOffice['workCodeId'];
let invoice: TpsOffice['invoice'];
let payment: TpsOffice['payment'];
const ignore = (): void => {};

beforeEach(async () => {
  ({ scene, clientId, workCodeId, invoice, payment } = await tpsOffice());
});

const isPost = ({ method }: { method: string }): boolean => method === 'POST';

describe('clients', () => {
  it('creates one that reads back as it was drafted', async () => {
    const client = asClient(await scene.port.read('client', clientId));
    const { kind: _, marker: __, ...fields } = clientDraft();
    expect(client).toMatchObject({ ...fields, marker: null, status: 'active' });
  });

  it('updates it and keeps what it does not know', async () => {
    scene.books.clients.exclude(Number(clientId), true);
    const { version } = asClient(await scene.port.read('client', clientId));
    const draft = clientDraft({ email: 'z@roy.example', code: '' });
    const after = asClient(await scene.port.update(clientId, version, draft, KEY));
    expect(after).toMatchObject({ email: 'z@roy.example', code: 'ROY01', excludedInTps: true });
  });

  it('a removed client has the status deleted', async () => {
    const { version } = asClient(await scene.port.read('client', clientId));
    await scene.port.remove('client', clientId, version);
    const { records } = await scene.port.pullAll(ignore);
    expect(records).toMatchObject([{ kind: 'client', id: clientId, status: 'deleted' }]);
  });

  it('names a Client ID that is taken', async () => {
    const error = await failure(scene.port.create(clientDraft({ name: 'X' }), KEY), 'refused');
    expect(error.what).toEqual({ id: 'port.duplicateCode', values: { code: 'ROY01' } });
  });

  it('finds a client by Client ID and name', async () => {
    expect((await scene.port.findByMarker('[QBO client 5]', clientDraft(), null))?.id).toBe(
      clientId,
    );
    const other = clientDraft({ name: 'Somebody else' });
    expect(await scene.port.findByMarker('[QBO client 5]', other, null)).toBeNull();
  });
});

describe('invoices', () => {
  it('creates one that reads back as it was drafted', async () => {
    const draft = invoice();
    const made = asInvoice(await scene.port.create(draft, KEY));
    const { kind: _, taxes, onlinePaymentEmail: __, ...fields } = draft;
    expect(made).toMatchObject({ ...fields, balanceCents: 16097, voided: false });
    expect(made.taxes).toEqual([...taxes, { ref: '3', amountCents: 0 }]);
    expect(made).toEqual(await scene.port.read('invoice', made.id));
    expect(scene.books.invoices.get(Number(made.id))).toMatchObject({
      code: 'SD',
      number: '1042',
      description: 'Year-end work [QBO invoice 187]',
      lines: [{ quantity: '2', rate: '70.00' }],
    });
  });

  it('sends one piece where quantity times a rate is not the amount', async () => {
    const [line] = invoice().lines;
    if (!line) throw new Error('no line');
    const made = await scene.port.create(invoice({ lines: [{ ...line, quantity: '3' }] }), KEY);
    expect(scene.books.invoices.get(Number(made.id)).lines[0]).toMatchObject({
      quantity: '1',
      rate: '140.00',
    });
  });

  it.each([
    ['1042', '0', '1042'],
    ['SD-7', 'SD', '7'],
    ['sd-7', 'sd', '7'],
  ])('numbers %s as code %s, number %s', async (number, code, own) => {
    const made = asInvoice(await scene.port.create(invoice({ number }), KEY));
    expect(scene.books.invoices.get(Number(made.id))).toMatchObject({ code, number: own });
  });

  it.each(['INV2024/7', 'SD7'])('refuses %s, which TPS would not show as it is', async (number) => {
    const error = await failure(scene.port.create(invoice({ number }), KEY), 'refused');
    expect(error.what).toEqual({ id: 'port.unnumberable', values: { label: number } });
    expect(scene.site.sent.filter(isPost)).toEqual([]);
  });

  it('updates it, keeps its number, template and line ids', async () => {
    const before = scene.books.invoices.create({
      clientId: Number(clientId),
      code: '2024X',
      number: '7/b',
      date: '2026-02-01',
      templateId: scene.books.reference.invoiceTemplates[1]?.id,
      lines: [{ workCodeId: Number(workCodeId), amount: '10.00' }],
    });
    const read = asInvoice(await scene.port.read('invoice', String(before.id)));
    expect(read.number).toBe('2024X-7/b');
    const draft = invoice({ number: read.number });
    const after = asInvoice(await scene.port.update(read.id, read.version, draft, KEY));
    expect(after).toMatchObject({ number: '2024X-7/b', totalCents: 16097 });
    expect(scene.books.invoices.get(before.id)).toMatchObject({
      templateId: before.templateId,
      lines: [{ id: before.lines[0]?.id }],
    });
  });

  it('names a number that is taken', async () => {
    await scene.port.create(invoice(), KEY);
    const error = await failure(scene.port.create(invoice(), KEY), 'refused');
    expect(error.what).toEqual({
      id: 'port.duplicateNumber',
      values: { system: 'TPS', holder: 'Invoice', number: 'SD-1042' },
    });
  });

  it('refuses stale versions', async () => {
    const made = asInvoice(await scene.port.create(invoice(), KEY));
    await scene.port.update(made.id, made.version, invoice({ memo: 'A' }), KEY);
    for (const act of [
      () => scene.port.update(made.id, made.version, invoice({ memo: 'B' }), KEY),
      () => scene.port.void('invoice', made.id, made.version),
      () => scene.port.remove('invoice', made.id, made.version),
    ]) {
      await failure(act(), 'changedMeanwhile');
    }
  });

  it('voids and removes', async () => {
    const made = asInvoice(await scene.port.create(invoice(), KEY));
    const gone = asInvoice(await scene.port.void('invoice', made.id, made.version));
    expect(gone).toMatchObject({ voided: true, balanceCents: 0 });
    await scene.port.remove('invoice', gone.id, gone.version);
    expect(await scene.port.read('invoice', made.id)).toBeNull();
    const again = scene.port.update(made.id, gone.version, invoice(), KEY);
    expect((await failure(again, 'refused')).what.id).toBe('port.gone');
  });

  it('quotes a rule that it breaks', async () => {
    const error = await failure(scene.port.create(invoice({ taxes: [] }), KEY), 'refused');
    expect(error.what.id).toBe('port.againstRule');
    expect(String(error.what.values?.detail)).toContain('The tax is 0.00');
  });

  it('refuses an id that is none', async () => {
    for (const clientId of ['', 'planned', 'again:7']) {
      const error = await failure(scene.port.create(invoice({ clientId }), KEY), 'refused');
      expect(error.what.id).toBe('port.unknownId');
    }
  });
});

describe('payments', () => {
  let invoiceId: string;
  beforeEach(async () => {
    invoiceId = (await scene.port.create(invoice(), KEY)).id;
  });
  const applied = (amountCents: number) => [
    { to: 'invoice' as const, id: invoiceId, amountCents: cents(amountCents) },
  ];

  it('creates one that reads back as it was drafted', async () => {
    const draft = payment({ applications: applied(60_97) });
    const made = asPayment(await scene.port.create(draft, KEY));
    const { kind: _, ...fields } = draft;
    expect(made).toMatchObject({ ...fields, unappliedCents: 3903, voided: false });
  });

  it('changes applications alone through their own address', async () => {
    const made = asPayment(await scene.port.create(payment(), KEY));
    scene.site.sent.length = 0;
    const draft = payment({ applications: applied(20_00) });
    const after = asPayment(await scene.port.update(made.id, made.version, draft, KEY));
    expect(after.applications).toEqual(draft.applications);
    const paths = scene.site.sent.filter(({ method }) => method === 'PUT').map(({ url }) => url);
    expect(paths).toEqual([expect.stringMatching(/\/payments\/\d+\/applications$/)]);
  });

  it('sends everything when more than applications differs', async () => {
    const made = asPayment(await scene.port.create(payment(), KEY));
    scene.site.sent.length = 0;
    const draft = payment({ applications: applied(20_00), date: plainDate('2026-02-22') });
    const after = asPayment(await scene.port.update(made.id, made.version, draft, KEY));
    expect(after).toMatchObject({ date: '2026-02-22', unappliedCents: 8000 });
    const put = scene.site.sent.find(({ method }) => method === 'PUT');
    expect(put?.url).toMatch(/\/payments\/\d+$/);
    expect(put?.headers.get('if-match')).toBe(made.version);
  });

  it('voids and removes, and the invoice is open again', async () => {
    const draft = payment({ applications: applied(100_00) });
    const made = asPayment(await scene.port.create(draft, KEY));
    const gone = asPayment(await scene.port.void('payment', made.id, made.version));
    expect(gone).toMatchObject({ voided: true, applications: [] });
    await scene.port.remove('payment', gone.id, gone.version);
    expect(await scene.port.read('payment', made.id)).toBeNull();
    expect(asInvoice(await scene.port.read('invoice', invoiceId)).balanceCents).toBe(16097);
  });
});
