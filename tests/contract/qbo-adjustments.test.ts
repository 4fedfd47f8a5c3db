import { beforeEach, describe, expect, it } from 'vitest';
import { cents } from '../../utils/ledger/cents';
import type { LedgerRecord } from '../../utils/ledger/entities';
import { foldCredits } from '../../utils/ledger/fold-credits';
import { plainDate } from '../../utils/ledger/plain-date';
import { clientDraft, paymentDraft } from './scene/drafts';
import {
  ACCOUNT,
  applying,
  arAccountId,
  enterJournal,
  type QboOffice,
  qboOffice,
} from './scene/qbo-office';
import { asPayment, failure, foreignOf } from './scene/records';
import { connectionRefused, type Sent } from './scene/site-fetch';

let office: QboOffice;
let a: string;
let b: string;
const ignore = (): void => {};

beforeEach(async () => {
  office = await qboOffice();
  [a, b] = office.invoiceIds;
});

const create = async (change: Parameters<QboOffice['credit']>[0] = {}) =>
  asPayment(await office.scene.port.create(office.credit(change), office.key()));
const read = async (id: string) => asPayment(await office.scene.port.read('payment', id));
const writes = () => office.scene.requests.filter(({ write }) => write).length;
const postTo = (entity: string) => (sent: Sent) =>
  sent.method === 'POST' && sent.url.includes(`/${entity}?`);
const rowsOf = (entity: 'JournalEntry' | 'Payment'): number =>
  Number(office.company.query(`select count(*) from ${entity}`).totalCount);
/** What the core makes of a pull. */
const folded = (records: readonly LedgerRecord[]) =>
  foldCredits(
    new Map(records.flatMap((one) => (one.kind === 'payment' ? [[one.id, one]] : []))),
    ({ booking }) => booking === 'journalEntry',
  );

describe('a credit by journal entry', () => {
  it('is written as an entry alone while nothing is applied', async () => {
    const made = await create();
    const { kind: _, ...fields } = office.credit();
    expect(made).toMatchObject({ ...fields, unappliedCents: 100_00, voided: false });
    expect(made.id).toMatch(/^J\d+$/);
    expect(rowsOf('Payment')).toBe(0);
    expect(office.owedCents()).toBe(100_00);
    const raw = office.company.read('JournalEntry', made.id.slice(1));
    expect(raw).toMatchObject({
      TxnDate: '2026-02-20',
      PrivateNote: 'Agreed with the client [TPS adjustment 12]',
    });
    expect(await read(made.id)).toEqual(made);
  });

  it('is applied to two invoices by one payment of 0.00', async () => {
    const applications = applying([a, 60_00], [b, 25_00]);
    const made = await create({ applications });
    expect(made).toMatchObject({ applications, unappliedCents: 15_00, amountCents: 100_00 });
    expect([office.openCents(a), office.openCents(b), office.owedCents()]).toEqual([
      40_00, 75_00, 100_00,
    ]);
    expect(await read(made.id)).toEqual(made);
    const [payment] = office.company
      .ledger()
      .documents.filter(({ entity }) => entity === 'Payment');
    expect(payment).toMatchObject({ totalCents: 0, privateNote: '[TPS adjustment 12]' });
    const { arTotalCents, arControlCents } = office.company.ledger();
    expect([arTotalCents, arControlCents]).toEqual([100_00, 100_00]);
  });

  it('is the same in a full pull and read alone', async () => {
    const made = await create({ applications: applying([a, 60_00], [b, 25_00]) });
    const { records } = await office.scene.port.pullAll(ignore);
    expect(folded(records).get(made.id)).toEqual(made);
    expect(foreignOf(records)).toEqual([]);
  });

  it('leaves no second entry when it is sent again with the same key', async () => {
    const draft = office.credit({ applications: applying([a, 100_00]) });
    const first = await office.scene.port.create(draft, 'k'.repeat(50));
    const second = await office.scene.port.create(draft, 'k'.repeat(50));
    expect(second).toEqual(first);
    expect([rowsOf('JournalEntry'), rowsOf('Payment')]).toEqual([1, 1]);
  });

  it('takes the entry back when QBO refuses to apply it', async () => {
    const applications = applying([a, 60_00], [b, 100_01]);
    const act = office.scene.port.create(
      office.credit({ applications, amountCents: cents(160_01) }),
      office.key(),
    );
    await failure(act, 'refused');
    expect(rowsOf('JournalEntry')).toBe(0);
    expect(office.owedCents()).toBe(200_00);
  });

  it('is of unknown outcome when it can neither be applied nor taken back', async () => {
    office.scene.site.mishap({
      when: ({ url }) => url.includes('operation=delete'),
      instead: connectionRefused,
    });
    const draft = office.credit({
      applications: applying([a, 100_01]),
      amountCents: cents(100_01),
    });
    await failure(office.scene.port.create(draft, office.key()), 'outcomeUnknown');
    const found = asPayment(
      await office.scene.port.findByMarker('[TPS adjustment 12]', draft, null),
    );
    expect(found).toMatchObject({ applications: [], unappliedCents: 100_01 });
  });

  it('cannot be applied to anything but invoices', async () => {
    const applications = [{ to: 'other' as const, id: 'J1', amountCents: cents(-5_00) }];
    const act = office.scene.port.create(office.credit({ applications }), office.key());
    expect((await failure(act, 'refused')).what.id).toBe('port.cannotLink');
    expect(writes()).toBe(0);
  });

  it('is refused where nobody can tell which A/R account it belongs to', async () => {
    const second = office.company.create('Account', {
      Name: 'A/R Gatineau',
      AccountType: 'Accounts Receivable',
      AccountSubType: 'AccountsReceivable',
    });
    const act = () => office.scene.port.create(office.credit(), office.key());
    const error = await failure(act(), 'refused');
    expect(error.what.id).toBe('port.receivableUnclear');
    expect(writes()).toBe(0);
    office.company.update('Account', { ...second, Active: false });
    expect(asPayment(await act()).amountCents).toBe(100_00);
  });

  it('cannot be voided', async () => {
    const { id, version } = await create();
    await expect(office.scene.port.void('payment', id, version)).rejects.toThrow(/deleted/);
    expect(writes()).toBe(1);
  });
});

describe('after a write whose answer got lost', () => {
  const lost = { after: () => connectionRefused() };
  const applications = () => applying([a, 60_00], [b, 25_00]);
  const find = async () =>
    asPayment(
      await office.scene.port.findByMarker(
        '[TPS adjustment 12]',
        office.credit({ applications: applications() }),
        null,
      ),
    );

  it('the entry without its payment is found, and completed by an update', async () => {
    office.scene.site.mishap({ when: postTo('journalentry'), ...lost });
    await failure(create({ applications: applications() }), 'outcomeUnknown');
    const half = await find();
    expect(half).toMatchObject({ applications: [], unappliedCents: 100_00 });
    const draft = office.credit({ applications: applications() });
    const whole = await office.scene.port.update(half.id, half.version, draft, office.key());
    expect(whole).toMatchObject({ applications: applications(), unappliedCents: 15_00 });
    expect([rowsOf('JournalEntry'), rowsOf('Payment')]).toEqual([1, 1]);
    expect(
      office.company.ledger().documents.find(({ entity }) => entity === 'Payment'),
    ).toMatchObject({
      privateNote: '[TPS adjustment 12]',
    });
  });

  it('between both calls likewise', async () => {
    office.scene.site.mishap({ when: postTo('payment'), instead: connectionRefused });
    await failure(create({ applications: applications() }), 'outcomeUnknown');
    const half = await find();
    const draft = office.credit({ applications: applications() });
    // The same key as before: it must not be taken for the entry's.
    const whole = await office.scene.port.update(half.id, half.version, draft, 'key-4');
    expect(whole).toMatchObject({ applications: applications() });
    expect(office.openCents(a)).toBe(40_00);
  });

  it('the whole is found whole, under another date too', async () => {
    office.scene.site.mishap({ when: postTo('payment'), ...lost });
    await failure(create({ applications: applications() }), 'outcomeUnknown');
    expect(await find()).toMatchObject({ applications: applications(), unappliedCents: 15_00 });
    const dated = office.credit({ date: plainDate('2026-01-05') });
    const found = await office.scene.port.findByMarker('[TPS adjustment 12]', dated, null);
    expect(found?.id).toBe((await find()).id);
    expect(await office.scene.port.findByMarker('[TPS adjustment 13]', dated, null)).toBeNull();
  });

  it('an update cut off between its calls is completed by the next', async () => {
    const made = await create({ applications: applications() });
    const draft = office.credit({
      amountCents: cents(150_00),
      applications: applying([a, 100_00], [b, 50_00]),
    });
    office.scene.site.mishap({ when: postTo('payment'), instead: connectionRefused });
    const act = office.scene.port.update(made.id, made.version, draft, office.key());
    await failure(act, 'outcomeUnknown');
    const half = await read(made.id);
    expect(half).toMatchObject({ amountCents: 150_00, applications: applications() });
    const whole = await office.scene.port.update(made.id, half.version, draft, office.key());
    expect(whole).toMatchObject({ applications: draft.applications, unappliedCents: 0 });
  });

  it('a removal cut off between its calls is completed by the next', async () => {
    const made = await create({ applications: applications() });
    office.scene.site.mishap({
      when: (sent) => postTo('journalentry')(sent) && sent.url.includes('delete'),
      instead: connectionRefused,
    });
    await failure(office.scene.port.remove('payment', made.id, made.version), 'outcomeUnknown');
    const half = await read(made.id);
    expect(half).toMatchObject({ applications: [], unappliedCents: 100_00 });
    await office.scene.port.remove('payment', half.id, half.version);
    expect(await office.scene.port.read('payment', made.id)).toBeNull();
  });
});

describe('changing a credit', () => {
  const update = async (
    record: { id: string; version: string },
    change: Parameters<QboOffice['credit']>[0],
  ) =>
    asPayment(
      await office.scene.port.update(
        record.id,
        record.version,
        office.credit(change),
        office.key(),
      ),
    );

  it('sends nothing when it says so already', async () => {
    const applications = applying([a, 60_00]);
    const made = await create({ applications });
    office.scene.requests.length = 0;
    expect(await update(made, { applications })).toEqual(made);
    expect(writes()).toBe(0);
  });

  it.each([true, false])('raises it, then applies more (tokens bumped: %s)', async (bumps) => {
    office.scene.standIn.switches.paymentBumpsSyncToken = bumps;
    const made = await create({ applications: applying([a, 60_00]) });
    const after = await update(made, {
      amountCents: cents(180_00),
      applications: applying([a, 80_00], [b, 100_00]),
    });
    expect(after).toMatchObject({ amountCents: 180_00, unappliedCents: 0 });
    expect([office.openCents(a), office.openCents(b), office.owedCents()]).toEqual([
      20_00, 0, 20_00,
    ]);
    expect([rowsOf('JournalEntry'), rowsOf('Payment')]).toEqual([1, 1]);
  });

  it.each([true, false])('applies less, then lowers it (tokens bumped: %s)', async (bumps) => {
    office.scene.standIn.switches.paymentBumpsSyncToken = bumps;
    // The harsher way: QBO takes nothing off by itself.
    office.scene.standIn.switches.lowerBelowPaid = 'refuse';
    const made = await create({ applications: applying([a, 60_00], [b, 40_00]) });
    const after = await update(made, {
      amountCents: cents(30_00),
      applications: applying([b, 30_00]),
    });
    expect(after).toMatchObject({ amountCents: 30_00, applications: applying([b, 30_00]) });
    expect([office.openCents(a), office.openCents(b)]).toEqual([100_00, 70_00]);
  });

  it('takes it off all invoices', async () => {
    const made = await create({ applications: applying([a, 60_00]) });
    const after = await update(made, { applications: [] });
    expect(after).toMatchObject({ applications: [], unappliedCents: 100_00 });
    expect([rowsOf('Payment'), office.openCents(a)]).toEqual([0, 100_00]);
  });

  it('changes date, account and words, and keeps what it does not know', async () => {
    const made = await create({ applications: applying([a, 60_00]) });
    const raw = office.company.read('JournalEntry', made.id.slice(1));
    const lines = Array.isArray(raw.Line) ? raw.Line : [];
    office.company.update('JournalEntry', {
      ...raw,
      DocNumber: 'WO-7',
      Line: lines.map((line) => ({ ...line, Description: 'Write-off' })),
    });
    const fresh = await read(made.id);
    expect(fresh.version).not.toBe(made.version);
    const change = {
      date: plainDate('2026-02-28'),
      bankId: ACCOUNT.rent,
      memo: 'Corrected',
      applications: applying([a, 60_00]),
    };
    expect(await update(fresh, change)).toMatchObject({ ...change, unappliedCents: 40_00 });
    const after = office.company.read('JournalEntry', made.id.slice(1));
    expect(after).toMatchObject({
      DocNumber: 'WO-7',
      PrivateNote: 'Corrected [TPS adjustment 12]',
      Line: [{ Description: 'Write-off' }, { Description: 'Write-off' }],
    });
  });

  it('changes the words alone', async () => {
    const made = await create();
    expect(await update(made, { memo: 'Corrected' })).toMatchObject({ memo: 'Corrected' });
  });

  it('tells each of its calls from the others', async () => {
    const made = asPayment(await office.scene.port.create(office.credit(), 'same'));
    const draft = office.credit({ amountCents: cents(90_00) });
    const after = await office.scene.port.update(made.id, made.version, draft, 'same');
    expect(after).toMatchObject({ amountCents: 90_00 });
  });

  it('moves it to another client', async () => {
    const { port } = office.scene;
    const draft = clientDraft({ name: 'Other', marker: '[TPS client 13]' });
    const other = await port.create(draft, office.key());
    const theirs = await port.create(
      office.invoice({ clientId: other.id, number: 'SD-9' }),
      office.key(),
    );
    const made = await create({ applications: applying([a, 60_00]) });
    const change = { clientId: other.id, applications: applying([theirs.id, 70_00]) };
    expect(await update(made, change)).toMatchObject({ ...change, unappliedCents: 30_00 });
    expect([office.owedCents(), office.owedCents(other.id)]).toEqual([200_00, 0]);
    expect([office.openCents(a), office.openCents(theirs.id)]).toEqual([100_00, 30_00]);
  });

  it('puts what several payments apply into one', async () => {
    const entry = enterJournal(office, {
      postingType: 'Credit',
      amount: 100,
      accountId: ACCOUNT.badDebt,
    });
    for (const [id, amount] of [
      [a, 30],
      [b, 20],
      [a, 10],
    ] as const)
      apply(entry.Id, id, amount);
    const credit = await read(`J${entry.Id}`);
    expect(credit).toMatchObject({ applications: applying([a, 40_00], [b, 20_00]) });
    expect(credit.unappliedCents).toBe(40_00);
    const after = await update(credit, { applications: applying([a, 100_00]) });
    expect(after).toMatchObject({ applications: applying([a, 100_00]), unappliedCents: 0 });
    expect(rowsOf('Payment')).toBe(1);
  });

  it('works in a company with several A/R accounts', async () => {
    const made = await create();
    office.company.create('Account', {
      Name: 'A/R Gatineau',
      AccountType: 'Accounts Receivable',
      AccountSubType: 'AccountsReceivable',
    });
    expect(await update(made, { amountCents: cents(50_00) })).toMatchObject({ amountCents: 50_00 });
  });

  /** A person applies an entry to an invoice. */
  function apply(entryId: unknown, invoiceId: string, amount: number, total = 0) {
    return office.company.create('Payment', {
      CustomerRef: { value: office.clientId },
      TotalAmt: total,
      Line: [
        { Amount: amount + total, LinkedTxn: [{ TxnId: invoiceId, TxnType: 'Invoice' }] },
        { Amount: amount, LinkedTxn: [{ TxnId: String(entryId), TxnType: 'JournalEntry' }] },
      ],
    });
  }

  it.each([
    ['the entry', (id: string) => edit('JournalEntry', id)],
    ['its payment', () => edit('Payment', paymentId())],
    ['how it is applied', (id: string) => void apply(id, b, 5)],
  ])('sends nothing when somebody changed %s meanwhile', async (_, act) => {
    office.scene.standIn.switches.paymentBumpsSyncToken = false;
    const made = await create({ applications: applying([a, 60_00]) });
    act(made.id.slice(1));
    office.scene.requests.length = 0;
    const draft = office.credit({ amountCents: cents(70_00) });
    const { port } = office.scene;
    await failure(port.update(made.id, made.version, draft, office.key()), 'changedMeanwhile');
    await failure(port.remove('payment', made.id, made.version), 'changedMeanwhile');
    expect(writes()).toBe(0);
  });

  describe('stops when somebody acts between two of our calls:', () => {
    const meanwhile = (entity: string, act: (entryId: string) => void, entryId: string): void =>
      office.scene.site.mishap({
        when: postTo(entity),
        after: (response) => {
          act(entryId);
          return response;
        },
      });
    const redate = (entryId: string): void => {
      const raw = office.company.read('JournalEntry', entryId);
      office.company.update('JournalEntry', { ...raw, TxnDate: '2026-01-31' });
    };

    it('the entry, while it is applied', async () => {
      const made = await create({ applications: applying([a, 60_00]) });
      meanwhile('payment', redate, made.id.slice(1));
      const act = update(made, { amountCents: cents(10_00), applications: applying([a, 10_00]) });
      await failure(act, 'changedMeanwhile');
      const after = await read(made.id);
      expect(after).toMatchObject({ date: '2026-01-31', amountCents: 100_00 });
    });

    it('the applications, while the entry is written', async () => {
      const made = await create({ applications: applying([a, 60_00]) });
      meanwhile('journalentry', (id) => void apply(id, b, 5), made.id.slice(1));
      const change = { amountCents: cents(120_00), applications: applying([a, 70_00]) };
      await failure(update(made, change), 'changedMeanwhile');
      const after = await read(made.id);
      expect(after.applications).toEqual(applying([a, 60_00], [b, 5_00]));
    });

    it('the entry, while its payments are deleted', async () => {
      const made = await create({ applications: applying([a, 60_00]) });
      meanwhile('payment', redate, made.id.slice(1));
      const act = office.scene.port.remove('payment', made.id, made.version);
      await failure(act, 'changedMeanwhile');
      expect(await read(made.id)).toMatchObject({ date: '2026-01-31', applications: [] });
    });
  });

  function edit(entity: 'JournalEntry' | 'Payment', id: string): void {
    const raw = office.company.read(entity, id);
    office.company.update(entity, { ...raw, PrivateNote: 'Mine' });
  }

  function paymentId(): string {
    return office.company.ledger().documents.find(({ entity }) => entity === 'Payment')?.id ?? '';
  }

  it('never takes from a payment that uses it together with money', async () => {
    const made = await create();
    apply(made.id.slice(1), a, 30, 20);
    const now = await read(made.id);
    expect(now).toMatchObject({ applications: [], unappliedCents: 70_00 });
    office.scene.requests.length = 0;
    const less = update(now, { amountCents: cents(29_99) });
    expect((await failure(less, 'refused')).what.id).toBe('port.creditInUse');
    const gone = office.scene.port.remove('payment', now.id, now.version);
    expect((await failure(gone, 'refused')).what.id).toBe('port.creditInUse');
    expect(writes()).toBe(0);
    expect(await update(now, { amountCents: cents(30_00) })).toMatchObject({ unappliedCents: 0 });
  });

  it('stays on that payment when the payment is edited', async () => {
    const made = await create();
    const { Id } = apply(made.id.slice(1), a, 30, 20);
    const mixed = await read(String(Id));
    const { applications, amountCents, bankId } = mixed;
    expect(applications).toContainEqual({ to: 'other', id: made.id, amountCents: -30_00 });
    const draft = paymentDraft({ clientId: office.clientId, applications, amountCents, bankId });
    const { port } = office.scene;
    const after = asPayment(await port.update(mixed.id, mixed.version, draft, office.key()));
    expect(after).toMatchObject({ memo: draft.memo, applications });
  });

  it('refuses a receipt for an entry, and an entry for a receipt', async () => {
    const { port } = office.scene;
    const made = await create();
    const receipt = paymentDraft({ clientId: office.clientId, bankId: ACCOUNT.chequing });
    await expect(port.update(made.id, made.version, receipt, 'k')).rejects.toThrow(/booked/);
    const paid = await port.create(receipt, office.key());
    await expect(port.update(paid.id, paid.version, office.credit(), 'k')).rejects.toThrow(
      /booked/,
    );
  });
});

describe('removing a credit', () => {
  it('deletes its payments and the entry', async () => {
    const made = await create({ applications: applying([a, 60_00], [b, 25_00]) });
    // The harsher way: QBO deletes nothing that is applied.
    office.scene.standIn.switches.removeLinked = 'refuse';
    await office.scene.port.remove('payment', made.id, made.version);
    expect(await office.scene.port.read('payment', made.id)).toBeNull();
    expect([rowsOf('JournalEntry'), rowsOf('Payment'), office.owedCents()]).toEqual([0, 0, 200_00]);
    const again = office.scene.port.remove('payment', made.id, made.version);
    expect((await failure(again, 'refused')).what.id).toBe('port.gone');
  });
});

describe('entries that a person made', () => {
  const enter = (change: Partial<Parameters<typeof enterJournal>[1]> = {}) =>
    String(
      enterJournal(office, {
        postingType: 'Credit',
        amount: 30,
        accountId: ACCOUNT.badDebt,
        ...change,
      }).Id,
    );

  it('are payments when they credit one customer against profit or loss', async () => {
    const id = enter();
    const { records } = await office.scene.port.pullAll(ignore);
    expect(foreignOf(records)).toEqual([]);
    const credit = asPayment(records.find((one) => one.id === `J${id}`));
    expect(credit).toMatchObject({
      booking: 'journalEntry',
      bankId: ACCOUNT.badDebt,
      marker: null,
      reference: '',
      unappliedCents: 30_00,
      date: '2026-02-25',
    });
    expect(credit).toEqual(await office.scene.port.read('payment', `J${id}`));
  });

  it.each([
    ['a debit', { postingType: 'Debit' as const }, 30_00],
    ['one against a bank', { accountId: ACCOUNT.chequing }, -30_00],
    ['one against a current asset', { accountId: ACCOUNT.writeOffClearing }, -30_00],
  ])('are foreign otherwise: %s', async (_, change, openCents) => {
    const id = enter(change);
    const { records } = await office.scene.port.pullAll(ignore);
    expect(foreignOf(records)).toMatchObject([{ foreignType: 'journalEntry', id, openCents }]);
    expect(records.some(({ kind }) => kind === 'payment')).toBe(false);
    expect(await office.scene.port.read('payment', `J${id}`)).toMatchObject({ kind: 'foreign' });
  });

  it('are nothing to us when they leave A/R alone, whoever they name', async () => {
    const line = (PostingType: string, accountId: string) => ({
      Amount: 30,
      DetailType: 'JournalEntryLineDetail',
      JournalEntryLineDetail: {
        PostingType,
        AccountRef: { value: accountId },
        Entity: { Type: 'Customer', EntityRef: { value: office.clientId } },
      },
    });
    const Line = [line('Debit', ACCOUNT.badDebt), line('Credit', ACCOUNT.rent)];
    const id = String(office.company.create('JournalEntry', { Line }).Id);
    const { records } = await office.scene.port.pullAll(ignore);
    expect(records.map(({ kind }) => kind)).toEqual(['client', 'invoice', 'invoice']);
    expect(await office.scene.port.read('payment', `J${id}`)).toBeNull();
  });

  it('are foreign with a third line, and then no update is sent', async () => {
    const made = await create();
    const raw = office.company.read('JournalEntry', made.id.slice(1));
    const lines = Array.isArray(raw.Line) ? raw.Line : [];
    office.company.update('JournalEntry', {
      ...raw,
      Line: [...lines, { DetailType: 'DescriptionOnly', Description: 'See the letter' }],
    });
    office.scene.requests.length = 0;
    const act = office.scene.port.update(made.id, made.version, office.credit(), office.key());
    await failure(act, 'changedMeanwhile');
    expect(writes()).toBe(0);
    const found = await office.scene.port.findByMarker(
      '[TPS adjustment 12]',
      office.credit(),
      null,
    );
    expect(found?.kind).toBe('foreign');
  });
});

describe('a pull of changes', () => {
  let watermark: string;
  const mark = async () => {
    office.scene.advance(3_600_000);
    watermark = (await office.scene.port.pullAll(ignore)).watermark;
    office.scene.advance(3_600_000);
  };
  const since = () => office.scene.port.pullSince(watermark, ignore);
  const enter = (change: Partial<Parameters<typeof enterJournal>[1]> = {}) =>
    String(
      enterJournal(office, {
        postingType: 'Credit',
        amount: 30,
        accountId: ACCOUNT.badDebt,
        ...change,
      }).Id,
    );
  const spend = (entryId: string, invoiceId: string, amount: number) =>
    office.company.create('Payment', {
      CustomerRef: { value: office.clientId },
      TotalAmt: 0,
      Line: [
        { Amount: amount, LinkedTxn: [{ TxnId: invoiceId, TxnType: 'Invoice' }] },
        { Amount: amount, LinkedTxn: [{ TxnId: entryId, TxnType: 'JournalEntry' }] },
      ],
    });

  it('brings a new credit with all that applies it', async () => {
    await mark();
    const made = await create({ applications: applying([a, 60_00], [b, 25_00]) });
    const { full, records } = await since();
    expect(full).toBe(false);
    expect(folded(records).get(made.id)).toEqual(made);
    const balances = records.flatMap((one) =>
      one.kind === 'invoice' ? [[one.id, one.balanceCents]] : [],
    );
    expect(balances).toEqual([
      [a, 40_00],
      [b, 75_00],
    ]);
  });

  it.each([true, false])('brings an old credit that is applied now (bumped: %s)', async (bumps) => {
    office.scene.standIn.switches.paymentBumpsSyncToken = bumps;
    const id = enter();
    spend(id, a, 10);
    await mark();
    spend(id, b, 5);
    const { full, records } = await since();
    expect(full).toBe(false);
    expect(folded(records).get(`J${id}`)).toEqual(await read(`J${id}`));
    expect(await read(`J${id}`)).toMatchObject({
      applications: applying([a, 10_00], [b, 5_00]),
      unappliedCents: 15_00,
    });
  });

  /** Not everything that a payment touches need be among the changes. */
  const hideFromChanges = (...entities: string[]): void =>
    office.scene.site.mishap({
      when: ({ url }) => url.includes('/cdc'),
      after: async (response) => {
        const hidden = new Set(entities);
        const body = JSON.parse(await response.text(), (key, value) =>
          hidden.has(key) ? [] : value,
        );
        return Response.json(body);
      },
    });

  it('reads the entry and the invoice that a payment names', async () => {
    const id = enter();
    await mark();
    spend(id, b, 5);
    hideFromChanges('JournalEntry', 'Invoice');
    const { full, records } = await since();
    expect(full).toBe(false);
    expect(folded(records).get(`J${id}`)).toEqual(await read(`J${id}`));
    const invoice = records.find((one) => one.kind === 'invoice');
    expect(invoice).toMatchObject({ id: b, balanceCents: 95_00 });
  });

  it('reads all where a payment spends another customer’s entry', async () => {
    office.scene.standIn.switches.parentPaysChild = 'allowed';
    const child = office.company.create('Customer', {
      DisplayName: 'Chalet',
      Job: true,
      ParentRef: { value: office.clientId },
    });
    const theirs = String(child.Id);
    const { id: invoiceId } = await office.scene.port.create(
      office.invoice({ clientId: theirs, number: 'SD-9' }),
      office.key(),
    );
    const entry = enterJournal(
      { company: office.company, clientId: theirs },
      { postingType: 'Credit', amount: 30, accountId: ACCOUNT.badDebt },
    );
    await mark();
    spend(String(entry.Id), invoiceId, 5);
    hideFromChanges('JournalEntry');
    expect((await since()).full).toBe(true);
  });

  it('takes back the foreign row of an entry that became a credit', async () => {
    const id = enter({ accountId: ACCOUNT.chequing });
    await mark();
    const raw = office.company.read('JournalEntry', id);
    const text = JSON.stringify(raw.Line).replace(
      `"AccountRef":{"value":"${ACCOUNT.chequing}"`,
      `"AccountRef":{"value":"${ACCOUNT.rent}"`,
    );
    office.company.update('JournalEntry', { ...raw, Line: JSON.parse(text) });
    const { full, records, deleted } = await since();
    expect(full).toBe(false);
    expect(deleted).toEqual([{ kind: 'foreign', id }]);
    expect(folded(records).get(`J${id}`)).toEqual(await read(`J${id}`));
  });

  it('reads all where an entry of another kind is paid', async () => {
    const id = enter({ postingType: 'Debit' });
    await mark();
    office.company.create('Payment', {
      CustomerRef: { value: office.clientId },
      TotalAmt: 30,
      Line: [{ Amount: 30, LinkedTxn: [{ TxnId: id, TxnType: 'JournalEntry' }] }],
    });
    hideFromChanges('JournalEntry');
    const { full, records } = await since();
    expect(full).toBe(true);
    expect(foreignOf(records)).toMatchObject([{ id, openCents: 0 }]);
  });

  it('names an entry that is gone as both things that it may have been', async () => {
    const id = enter();
    await mark();
    const { SyncToken } = office.company.read('JournalEntry', id);
    office.company.remove('JournalEntry', { Id: id, SyncToken: String(SyncToken) });
    const { full, deleted } = await since();
    expect(full).toBe(false);
    expect(deleted).toEqual([
      { kind: 'foreign', id },
      { kind: 'payment', id: `J${id}` },
    ]);
  });

  it('names an entry that has left A/R in the same way', async () => {
    const id = enter();
    await mark();
    const raw = office.company.read('JournalEntry', id);
    const text = JSON.stringify(raw.Line).replace(
      `"AccountRef":{"value":"${arAccountId(office.company)}"`,
      `"AccountRef":{"value":"${ACCOUNT.chequing}"`,
    );
    office.company.update('JournalEntry', { ...raw, Line: JSON.parse(text) });
    const { full, deleted } = await since();
    expect(full).toBe(false);
    expect(deleted).toEqual([
      { kind: 'foreign', id },
      { kind: 'payment', id: `J${id}` },
    ]);
  });
});

describe('accounts to book adjustments against', () => {
  it('are the active banks, current assets, income and expenses', async () => {
    const rent = office.company.read('Account', ACCOUNT.rent);
    office.company.update('Account', { ...rent, Active: false });
    const { adjustmentAccounts, banks } = await office.scene.port.references();
    const types = new Set(adjustmentAccounts.map(({ type }) => type));
    expect([...types].sort()).toEqual([
      'Bank',
      'Expense',
      'Income',
      'Other Current Asset',
      'Other Income',
    ]);
    expect(adjustmentAccounts).toContainEqual({
      id: ACCOUNT.badDebt,
      name: 'Bad debt expense',
      type: 'Expense',
    });
    expect(adjustmentAccounts.some(({ id }) => id === ACCOUNT.rent)).toBe(false);
    for (const bank of banks) expect(adjustmentAccounts).toContainEqual(bank);
  });
});
