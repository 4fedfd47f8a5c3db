import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cents } from '../../../utils/ledger/cents';
import { sameContent } from '../../../utils/ledger/content';
import type { Draft } from '../../../utils/ledger/drafts';
import type { Invoice, LedgerRecord, Payment } from '../../../utils/ledger/entities';
import { type Link, type Linkable, LinkIndex } from '../../../utils/ledger/link';
import { plainDate } from '../../../utils/ledger/plain-date';
import { recordKey } from '../../../utils/ledger/record-key';
import type { CreateIntent, Intent, IntentAct, UpdateIntent } from '../../../utils/sync/intent';
import { undoneBrake } from '../../../utils/sync/plan/brakes';
import type { Scene } from '../../../utils/sync/scene';
import { planUndo } from '../../../utils/sync/undo/undo';
import type { DoneRow } from '../../../utils/sync/undo/undo-step';
import { phrase } from '../../../utils/wording/phrase';
import { client, invoice, linked as link, payment, scene } from './make';

/** What a run wrote into QuickBooks: `record` came from TPS. */
function row(
  verb: 'create' | 'link' | 'update' | 'void' | 'delete' | IntentAct,
  record: Linkable,
  done: { result?: Linkable | null; target?: Linkable; link?: Link },
  more: Partial<UpdateIntent> = {},
): DoneRow {
  const common = {
    key: `${verb}:${record.kind}:qbo:${record.id}`,
    type: record.kind,
    to: 'qbo' as const,
    record,
    linkId: done.link?.id ?? null,
    number: record.id,
    clientName: 'Client 1',
    date: null,
    amountCents: cents(0),
    effectCents: cents(0),
    why: phrase('why.onlyInTps'),
    needs: [],
  };
  const intent = ofVerb(verb, common, done.target ?? record, more);
  const baseBefore = done.link?.base ?? null;
  return done.result === undefined
    ? { intent, baseBefore }
    : { intent, baseBefore, result: done.result };
}

function ofVerb(
  verb: Parameters<typeof row>[0],
  common: Omit<CreateIntent, 'does' | 'target' | 'draft'>,
  target: Linkable,
  more: Partial<UpdateIntent>,
): Intent {
  const linkId = common.linkId ?? '';
  switch (verb) {
    case 'create':
      return { ...common, does: verb, target: null, draft: putBack(common.record) };
    case 'update':
      return { ...common, does: verb, linkId, target, draft: putBack(common.record), ...more };
    case 'link':
    case 'void':
    case 'delete':
      return { ...common, does: verb, target, draft: null };
    default:
      return { ...common, does: 'act', act: verb, target, draft: null };
  }
}

const putBack = (record: Linkable): Draft => {
  if (record.kind === 'client') return { ...record, kind: 'client' };
  if (record.kind === 'payment') return { ...record, kind: 'payment' };
  return { ...record, kind: 'invoice', onlinePaymentEmail: null };
};

const applied = (id: string, amountCents: number) => [
  { to: 'invoice' as const, id, amountCents: cents(amountCents) },
];

const inQbo = invoice('qbo', '50');
const inTps = invoice('tps', '5');
const both = [client('tps', '1'), client('qbo', '1')];

function books(records: readonly LedgerRecord[], links: readonly Link[], change = {}): Scene {
  return scene([...both, ...records], { links: new LinkIndex(links), ...change });
}

function closed(at: Scene, closedUntil: string): Scene {
  const { qbo } = at.now;
  const until = { ...qbo.books, closedUntil: plainDate(closedUntil) };
  return { ...at, now: { ...at.now, qbo: { ...qbo, books: until } } };
}

const created = row('create', inTps, { result: inQbo });
const whyOf = (rows: readonly DoneRow[], at: Scene) =>
  planUndo(rows, at, putBack).cannot.map(({ why }) => why.id);

describe('what a run created', () => {
  const now = [inTps, inQbo];
  const links = [link(inTps, inQbo)];

  it('is deleted, with its link', () => {
    const { intents, cannot } = planUndo([created], books(now, links), putBack);
    expect(cannot).toEqual([]);
    expect(intents).toMatchObject([
      {
        key: 'undo:create:invoice:qbo:5',
        does: 'delete',
        to: 'qbo',
        target: { id: '50' },
        linkId: 'invoice:5:50',
        effectCents: -10_000,
        amountCents: 10_000,
      },
    ]);
  });

  it('counts as undone once it is gone or voided', () => {
    expect(planUndo([created], books([inTps], links), putBack)).toEqual({
      intents: [],
      cannot: [],
    });
    const voided = { ...inQbo, voided: true };
    const at = books([inTps, voided], links);
    expect(planUndo([created], at, putBack)).toEqual({ intents: [], cannot: [] });
  });

  it('stays when it changed, was excluded, removed from the sync, or its period closed', () => {
    const changed = { ...inQbo, memo: 'by Ann' };
    expect(whyOf([created], books([inTps, changed], links))).toEqual(['undo.changed']);
    const wishes = new Map([['qbo:1', { do: 'exclude' as const, why: 'legal' }]]);
    expect(whyOf([created], books(now, links, { wishes }))).toEqual(['hold.excluded']);
    const ignored = new Map([[recordKey('qbo', 'invoice', '50'), 'by hand']]);
    expect(whyOf([created], books(now, links, { ignored }))).toEqual(['hold.ignored']);
    expect(whyOf([created], closed(books(now, links), '2026-03-01'))).toEqual(['undo.closed']);
    expect(whyOf([created], closed(books(now, links), '2026-02-28'))).toEqual([]);
  });

  it('stays while a payment that stays is applied to it', () => {
    const paid = payment('qbo', '90', { applications: applied('50', 5_000) });
    expect(whyOf([created], books([...now, paid], links))).toEqual(['undo.applied']);
    const voided = { ...paid, voided: true };
    expect(whyOf([created], books([...now, voided], links))).toEqual([]);
  });

  it('goes after the payments of the same run, and only when these went', () => {
    const paidTps = payment('tps', '9', { applications: applied('5', 5_000) });
    const paid = payment('qbo', '90', { applications: applied('50', 5_000) });
    const at = books([...now, paidTps, paid], [...links, link(paidTps, paid)]);
    const rows = [row('create', paidTps, { result: paid }), created];
    const { intents } = planUndo(rows, at, putBack);
    expect(intents.map(({ type, needs }) => [type, needs])).toEqual([
      ['payment', []],
      ['invoice', ['undo:create:payment:qbo:9']],
    ]);
    const deposited = { ...paid, deposited: true };
    const stuck = books([...now, paidTps, deposited], links);
    const rowsStuck = [row('create', paidTps, { result: deposited }), created];
    expect(whyOf(rowsStuck, stuck)).toEqual(['undo.deposited', 'undo.applied']);
  });

  it('was not noted by an older version: it is left alone', () => {
    expect(whyOf([row('create', inTps, {})], books(now, links))).toEqual(['undo.notNoted']);
  });
});

describe('what a run changed', () => {
  const before = { ...inQbo, memo: 'before' };
  const after = { ...inQbo, memo: 'after' };
  const source = { ...inTps, memo: 'after' };
  const oldLink = link({ ...inTps, memo: 'before' }, before);
  const newLink = link(source, after);
  const updated = row('update', source, { result: after, target: before, link: oldLink });

  it('gets back what was there, and both sides agree on what they agreed on before', () => {
    const { intents } = planUndo([updated], books([source, after], [newLink]), putBack);
    expect(intents).toMatchObject([
      { does: 'restore', target: { memo: 'after' }, draft: { memo: 'before' }, back: oldLink.base },
    ]);
  });

  it('is left alone once it is as before, changed again, voided or unlinked', () => {
    expect(planUndo([updated], books([source, before], [newLink]), putBack)).toEqual({
      intents: [],
      cannot: [],
    });
    const again = { ...after, memo: 'by Ann' };
    expect(whyOf([updated], books([source, again], [newLink]))).toEqual(['undo.changed']);
    const voided = { ...after, voided: true };
    expect(whyOf([updated], books([source, voided], [newLink]))).toEqual(['undo.goneSince']);
    expect(whyOf([updated], books([source], [newLink]))).toEqual(['undo.goneSince']);
    expect(whyOf([updated], books([source, after], []))).toEqual(['undo.unlinked']);
  });

  it('keeps the total that payments need', () => {
    const raised = { ...inQbo, totalCents: cents(20_000) };
    const rows = [
      row('update', inTps, { result: raised, target: inQbo, link: link(inTps, inQbo) }),
    ];
    const paid = (amount: number) =>
      payment('qbo', '90', { amountCents: cents(amount), applications: applied('50', amount) });
    const links = [link(inTps, raised)];
    expect(whyOf(rows, books([inTps, raised, paid(20_000)], links))).toEqual(['undo.applied']);
    expect(whyOf(rows, books([inTps, raised, paid(10_000)], links))).toEqual([]);
  });

  it('moves a payment back only where the invoice has room for it', () => {
    const other = invoice('qbo', '51');
    const was = payment('qbo', '90', { applications: applied('50', 5_000) });
    const is = payment('qbo', '90', { applications: applied('51', 5_000) });
    const source9 = payment('tps', '9');
    const rows = [row('update', source9, { result: is, target: was, link: link(source9, was) })];
    const links = [link(source9, is)];
    expect(whyOf(rows, books([inQbo, other, is], links))).toEqual([]);
    const full = payment('qbo', '91', {
      amountCents: cents(10_000),
      applications: applied('50', 10_000),
    });
    expect(whyOf(rows, books([inQbo, other, is, full], links))).toEqual(['undo.invoicePaid']);
    expect(whyOf(rows, books([other, is], links))).toEqual(['undo.invoiceGone']);
  });

  it('of one client field leaves the others as they are agreed', () => {
    const old = client('qbo', '7', { email: 'old@x', phone: '1' });
    const now = { ...old, email: 'new@x' };
    const tpsNow = client('tps', '7', { email: 'new@x', phone: '2' });
    const agreed = link(client('tps', '7', { email: 'old@x', phone: '1' }), old);
    const later = { ...link(tpsNow, now), base: { tps: tpsNow, qbo: { ...now, phone: '2' } } };
    const carried = { fields: ['email' as const], source: tpsNow };
    const rows = [row('update', now, { result: now, target: old, link: agreed }, { carried })];
    const { intents } = planUndo(rows, books([tpsNow, now], [later]), putBack);
    expect(intents).toMatchObject([
      {
        back: {
          tps: { email: 'old@x', phone: '2' },
          qbo: { email: 'old@x', phone: '2' },
        },
      },
    ]);
  });
});

describe('what a run voided or deleted', () => {
  const pair = link(inTps, inQbo);
  const void_ = { ...inQbo, voided: true };
  const rows = [row('void', inTps, { result: void_, target: inQbo, link: pair })];

  it('is entered anew with the tag of its twin, once the void one has given its number up', () => {
    const at = books([{ ...inTps, voided: true }, void_], [pair]);
    const { intents, cannot } = planUndo(rows, at, putBack);
    expect(cannot).toEqual([]);
    expect(intents).toMatchObject([
      { does: 'renumber', target: { id: inQbo.id } },
      {
        does: 'reenter',
        target: null,
        draft: { number: inQbo.number, marker: `[TPS invoice ${inTps.id}]` },
        back: { tps: inTps, qbo: inQbo },
      },
    ]);
    expect(intents[1]?.needs).toEqual([intents[0]?.key]);
  });

  it('comes with the payment that was on it, applied to the new one', () => {
    const paid = payment('qbo', '90', { applications: applied(inQbo.id, 5_000) });
    const paidPair = link(payment('tps', '9'), paid);
    const both = [
      row('delete', paid, { result: null, target: paid, link: paidPair }),
      row('delete', inQbo, { result: null, target: inQbo, link: pair }),
    ];
    const { intents } = planUndo(both, books([], []), putBack);
    expect(intents).toMatchObject([
      { type: 'invoice', does: 'reenter', needs: [] },
      {
        type: 'payment',
        does: 'reenter',
        draft: { applications: [{ id: `again:${inTps.id}`, amountCents: 5_000 }] },
      },
    ]);
    expect(intents[1]?.needs).toEqual([intents[0]?.key]);
  });

  it('is not taken for an invoice of the other system that has the same id', () => {
    const elsewhere = payment('qbo', '90', { applications: applied(inTps.id, 5_000) });
    const other = invoice('qbo', inTps.id);
    const both = [
      row('delete', elsewhere, {
        result: null,
        target: elsewhere,
        link: link(payment('tps', '9'), elsewhere),
      }),
      row('delete', inQbo, { result: null, target: inQbo, link: pair }),
    ];
    const { intents } = planUndo(both, books([other], []), putBack);
    const [again] = intents.filter(({ type }) => type === 'payment');
    expect(again?.draft).toMatchObject({ applications: [{ id: inTps.id }] });
  });

  it('stays gone where it cannot be as it was: its number is used, it had what we do not know', () => {
    const other = invoice('qbo', '51', { number: inQbo.number });
    expect(whyOf(rows, books([void_, other], [pair]))).toEqual(['undo.numberHeld']);
    const odd = { ...inQbo, oddity: 'discountLine' };
    const oddRows = [row('delete', inQbo, { result: null, target: odd, link: link(inTps, odd) })];
    expect(whyOf(oddRows, books([], []))).toEqual(['undo.notOurs']);
  });
});

describe('what cannot be taken back', () => {
  it('is a client that was deleted, a link to pay online and a place of its own', () => {
    const rows = [
      row('delete', client('tps', '3'), { result: null, target: client('tps', '3') }),
      row('paymentLink', inTps, { result: inTps, target: inTps }),
      row('topLevel', client('qbo', '1'), { result: client('qbo', '1') }),
    ];
    const { intents, cannot } = planUndo(rows, books([inTps], []), putBack);
    expect(intents).toEqual([]);
    expect(cannot.map(({ why }) => why.id)).toEqual([
      'undo.deleted',
      'undo.topLevel',
      'undo.paymentLink',
    ]);
  });

  it('is nothing where nothing was written', () => {
    const rows = [
      row('link', inTps, { result: null, target: inQbo }),
      row('paymentLink', inTps, { result: null, target: inTps }),
    ];
    expect(planUndo(rows, books([inTps, inQbo], []), putBack)).toEqual({ intents: [], cannot: [] });
  });
});

describe('a client', () => {
  const tps = client('tps', '7');
  const qbo = client('qbo', '70');
  const made = row('create', tps, { result: qbo });
  const links = [link(tps, qbo)];

  it('that was created becomes inactive in QuickBooks, as if neither side had it', () => {
    const { intents } = planUndo([made], books([tps, qbo], links), putBack);
    expect(intents).toMatchObject([
      {
        does: 'act',
        act: 'deactivate',
        linkId: 'client:7:70',
        back: { tps: { status: 'deleted' }, qbo: { status: 'inactive' } },
      },
    ]);
  });

  it('stays with a balance, a document or a sub-customer', () => {
    const owes = { ...qbo, balanceCents: cents(100) };
    expect(whyOf([made], books([tps, owes], links))).toEqual(['undo.clientOwes']);
    const document = invoice('qbo', '51', { clientId: '70' });
    expect(whyOf([made], books([tps, qbo, document], links))).toEqual(['undo.clientInUse']);
    const child = client('qbo', '71', { parentId: '70' });
    expect(whyOf([made], books([tps, qbo, child], links))).toEqual(['undo.clientInUse']);
  });

  it('goes last, once its documents of the same run went', () => {
    const here = invoice('tps', '5', { clientId: '7' });
    const there = invoice('qbo', '50', { clientId: '70' });
    const owes = { ...qbo, balanceCents: there.totalCents };
    const at = books([tps, owes, here, there], [...links, link(here, there)]);
    const rows = [row('create', here, { result: there }), made];
    const { intents } = planUndo(rows, at, putBack);
    expect(intents.map(({ key, needs }) => [key, needs])).toEqual([
      ['undo:create:invoice:qbo:5', []],
      ['undo:create:client:qbo:7', ['undo:create:invoice:qbo:5']],
    ]);
  });

  it('stays, when a payment keeps its invoice', () => {
    const here = invoice('tps', '5', { clientId: '7' });
    const there = invoice('qbo', '50', { clientId: '70' });
    // Paid by another client: nothing but the invoice itself keeps this one.
    const paid = payment('qbo', '90', { applications: applied('50', 5_000) });
    const owes = { ...qbo, balanceCents: there.totalCents };
    const at = books([tps, owes, here, there, paid], [...links, link(here, there)]);
    const rows = [row('create', here, { result: there }), made];
    expect(whyOf(rows, at)).toEqual(['undo.applied', 'undo.clientInUse']);
  });

  it('that was made inactive becomes active, and the other way round', () => {
    const inactive = client('qbo', '70', { status: 'inactive' });
    const act = (earlier: typeof qbo, result: typeof qbo, what: IntentAct) =>
      row(what, tps, { result, target: earlier, link: link(tps, earlier) });
    const off = planUndo(
      [act(qbo, inactive, 'deactivate')],
      books([tps, inactive], links),
      putBack,
    );
    expect(off.intents).toMatchObject([{ act: 'activate', back: { qbo: { status: 'active' } } }]);
    const on = planUndo([act(inactive, qbo, 'activate')], books([tps, qbo], links), putBack);
    expect(on.intents).toMatchObject([
      { act: 'deactivate', back: { qbo: { status: 'inactive' } } },
    ]);
  });
});

describe('whatever happened since', () => {
  const kinds = ['create', 'update', 'void', 'delete', 'link'] as const;
  const fate = fc.constantFrom('same', 'changed', 'gone', 'voided', 'deposited', 'closed');
  const some = fc.record({ verb: fc.constantFrom(...kinds), fate, pays: fc.option(fc.nat(9)) });

  /** Row `i` is invoice or payment 1000 + i; a payment pays the invoice of another row. */
  function draw(
    cases: readonly { verb: (typeof kinds)[number]; fate: string; pays: number | null }[],
  ) {
    const records: LedgerRecord[] = [];
    const links: Link[] = [];
    const rows = cases.map(({ verb, fate: end, pays }, index): DoneRow => {
      const id = String(1000 + index);
      const date = plainDate(end === 'closed' ? '2026-01-01' : '2026-03-01');
      const applications =
        pays === null || pays >= cases.length ? [] : applied(String(1000 + pays), 10);
      const make = (side: 'tps' | 'qbo', memo: string): Invoice | Payment =>
        pays === null
          ? invoice(side, id, { date, memo })
          : payment(side, id, { date, memo, applications });
      const [source, before, after] = [make('tps', 'new'), make('qbo', 'old'), make('qbo', 'new')];
      const pair = link(make('tps', 'old'), before);
      links.push({ ...pair, base: { tps: source, qbo: after } });
      records.push(source);
      if (end === 'changed') records.push({ ...after, memo: 'by Ann' });
      else if (end === 'voided') records.push({ ...after, voided: true });
      else if (end === 'deposited' && after.kind === 'payment') {
        records.push({ ...after, deposited: true });
      } else if (end !== 'gone') records.push(after);
      const target = verb === 'create' ? {} : { target: before, link: pair };
      return row(verb, source, {
        result: verb === 'delete' || verb === 'link' ? null : after,
        ...target,
      });
    });
    return { rows, at: closed(books(records, links), '2026-01-31') };
  }

  it('accounts for every row, and never touches a record that changed', () => {
    fc.assert(
      fc.property(fc.array(some, { maxLength: 10 }), (cases) => {
        const { rows, at } = draw(cases);
        const { intents, cannot } = planUndo(rows, at, putBack);
        const undone = new Set(intents.map(({ key }) => key));
        const stays = new Set(cannot.map(({ key }) => key));
        for (const { intent, result } of rows) {
          const isUndone = undone.has(`undo:${intent.key}`);
          const { invoices, payments } = at.now.qbo;
          const now = (intent.type === 'invoice' ? invoices : payments).get(intent.record.id);
          const isGone = !now || now.voided;
          const isRemoved = intent.does === 'void' || intent.does === 'delete';
          const nothing =
            intent.does === 'link' ||
            (intent.does === 'create' && isGone) ||
            (isRemoved && !isGone);
          expect([isUndone, stays.has(intent.key), nothing].filter(Boolean)).toHaveLength(1);
          if (!isUndone) continue;
          if (isRemoved) expect(isGone).toBe(true);
          else expect(now && result && sameContent(now, result)).toBe(true);
        }
        const own = intents.filter(({ does }) => does !== 'renumber');
        expect(own.length + cannot.length).toBeLessThanOrEqual(rows.length);
      }),
    );
  });

  it('leaves no payment on an invoice that goes, and needs only what comes before', () => {
    fc.assert(
      fc.property(fc.array(some, { maxLength: 10 }), (cases) => {
        const { rows, at } = draw(cases);
        const { intents } = planUndo(rows, at, putBack);
        const gone = new Set(
          intents.flatMap(({ does, target }) =>
            does === 'delete' && target ? [recordKey('qbo', target.kind, target.id)] : [],
          ),
        );
        for (const paid of at.now.qbo.payments.values()) {
          if (paid.voided || gone.has(recordKey('qbo', 'payment', paid.id))) continue;
          for (const { id } of paid.applications) {
            expect(gone.has(recordKey('qbo', 'invoice', id))).toBe(false);
          }
        }
        const seen = new Set<string>();
        for (const { key, needs } of intents) {
          for (const need of needs) expect(seen.has(need)).toBe(true);
          seen.add(key);
        }
      }),
    );
  });
});

describe('the brake on what was undone', () => {
  const { intents } = planUndo([created], books([inTps, inQbo], [link(inTps, inQbo)]), putBack);

  it('counts what would be written again, and asks for that number', () => {
    const [again] = intents.map((intent) => ({ ...intent, record: inTps }));
    const days = new Map([[recordKey('tps', 'invoice', '5'), plainDate('2026-03-02')]]);
    expect(undoneBrake(again ? [again] : [], days)).toEqual({
      id: 'undone',
      what: { id: 'brake.undone', values: { count: 1, undoneDate: '2026-03-02' } },
      confirm: '1',
    });
    expect(undoneBrake(intents, days)).toBeNull();
    expect(undoneBrake([], days)).toBeNull();
  });
});
