import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cents, ZERO } from '../../../utils/ledger/cents';
import type { LedgerRecord } from '../../../utils/ledger/entities';
import { LinkIndex } from '../../../utils/ledger/link';
import { makePlan } from '../../../utils/sync/plan/plan';
import { planText } from '../../../utils/sync/plan-text';
import { client, invoice, linked, payment, scene } from './make';

/** Books with some clients, invoices and payments that apply to them, on both sides. */
const books = fc
  .record({
    clients: fc.integer({ min: 1, max: 4 }),
    invoices: fc.array(
      fc.record({
        side: fc.constantFrom('tps' as const, 'qbo' as const),
        client: fc.integer({ min: 1, max: 4 }),
        number: fc.integer({ min: 1, max: 8 }),
        total: fc.integer({ min: 1, max: 5 }),
        paid: fc.boolean(),
        voided: fc.boolean(),
      }),
      { maxLength: 12 },
    ),
  })
  .map(({ clients, invoices }) => {
    const records: LedgerRecord[] = [];
    for (let id = 1; id <= clients; id++) {
      records.push(
        client('tps', String(id)),
        client('qbo', String(id), { name: `Customer ${id}` }),
      );
    }
    invoices.forEach((made, index) => {
      const id = String(100 + index);
      const clientId = String(Math.min(made.client, clients));
      const totalCents = cents(made.total * 1000);
      records.push(
        invoice(made.side, id, {
          clientId,
          number: String(made.number),
          totalCents,
          balanceCents: made.paid || made.voided ? ZERO : totalCents,
          voided: made.voided,
        }),
      );
      if (made.paid && !made.voided) {
        records.push(
          payment(made.side, id, {
            clientId,
            amountCents: totalCents,
            unappliedCents: ZERO,
            applications: [{ to: 'invoice', id, amountCents: totalCents }],
          }),
        );
      }
    });
    return records;
  });

describe('a plan', () => {
  it('is the same for the same books', () => {
    fc.assert(
      fc.property(books, (records) => {
        const one = makePlan(scene(records));
        const two = makePlan(scene([...records].reverse().reverse()));
        expect(planText(two.intents)).toBe(planText(one.intents));
      }),
    );
  });

  it('forgets no open document: each is planned, linked by the plan, or held with a reason', () => {
    fc.assert(
      fc.property(books, (records) => {
        const plan = makePlan(scene(records));
        const told = new Set([
          ...plan.intents.flatMap(({ record, target }) =>
            [record, target].flatMap((r) => (r ? [`${r.side}:${r.kind}:${r.id}`] : [])),
          ),
          ...plan.holds.map((hold) => `${hold.side}:${hold.type}:${hold.id}`),
        ]);
        const open = records.filter((r) => r.kind === 'invoice' && r.balanceCents !== 0);
        for (const { side, id } of open) expect(told).toContain(`${side}:invoice:${id}`);
      }),
    );
  });

  it('touches each document once, and does first what others need', () => {
    fc.assert(
      fc.property(books, (records) => {
        const { intents } = makePlan(scene(records));
        const keys = intents.map((intent) => intent.key);
        expect(new Set(keys).size).toBe(keys.length);
        intents.forEach((intent, at) => {
          for (const need of intent.needs) {
            expect(keys.slice(0, at), `${intent.key} needs ${need}`).toContain(need);
          }
        });
        const targets = intents.flatMap((i) =>
          i.target ? [`${i.to}:${i.type}:${i.target.id}`] : [],
        );
        expect(new Set(targets).size).toBe(targets.length);
      }),
    );
  });

  it('leaves out what is settled to the last document at the first run', () => {
    const settled = [
      invoice('tps', '1', { balanceCents: ZERO }),
      payment('tps', '1', {
        amountCents: cents(10_000),
        unappliedCents: ZERO,
        applications: [{ to: 'invoice', id: '1', amountCents: cents(10_000) }],
      }),
    ];
    const plan = makePlan(scene([client('tps', '1'), ...settled]));
    expect(plan.intents).toEqual([]);
    expect(plan.holds).toEqual([]);
  });

  it('takes a settled payment along when it also paid something that is still open', () => {
    const records = [
      client('tps', '1'),
      invoice('tps', '1', { balanceCents: ZERO }),
      invoice('tps', '2', { balanceCents: cents(4_000) }),
      payment('tps', '9', {
        amountCents: cents(16_000),
        unappliedCents: ZERO,
        applications: [
          { to: 'invoice', id: '1', amountCents: cents(10_000) },
          { to: 'invoice', id: '2', amountCents: cents(6_000) },
        ],
      }),
    ];
    const { intents } = makePlan(scene(records));
    expect(intents.map(({ does, type, record }) => `${does} ${type} ${record.id}`)).toEqual([
      'create client 1',
      'create invoice 1',
      'create invoice 2',
      'create payment 9',
    ]);
    expect(intents[3]?.needs).toEqual(
      expect.arrayContaining([
        'create:client:qbo:1',
        'create:invoice:qbo:1',
        'create:invoice:qbo:2',
      ]),
    );
  });

  it('after the first run carries a document that was paid before anybody looked', () => {
    const records = [
      client('tps', '1'),
      invoice('tps', '11', { balanceCents: ZERO }),
      payment('tps', '12', {
        amountCents: cents(10_000),
        unappliedCents: ZERO,
        applications: [{ to: 'invoice', id: '11', amountCents: cents(10_000) }],
      }),
    ];
    const cutoff = {
      tps: { invoice: '10', payment: '10' },
      qbo: { invoice: '10', payment: '10' },
    };
    const { intents } = makePlan(scene(records, { cutoff }));
    expect(intents.map(({ type }) => type)).toEqual(['client', 'invoice', 'payment']);
  });

  describe('of a linked invoice', () => {
    const tpsClient = client('tps', '1');
    const qboClient = client('qbo', '1');
    const tps = invoice('tps', '5', { number: '5', memo: 'as agreed' });
    const qbo = invoice('qbo', '7', { number: '5', memo: 'as agreed' });
    const links = () => new LinkIndex([linked(tpsClient, qboClient), linked(tps, qbo)]);
    const planOf = (...now: LedgerRecord[]) =>
      makePlan(scene([tpsClient, qboClient, ...now], { links: links() }));

    it('has nothing to do while both are as they were', () => {
      expect(planOf(tps, qbo)).toMatchObject({ intents: [], holds: [], rebase: [] });
    });

    it('carries an edit from either side to the other', () => {
      expect(planOf({ ...tps, memo: 'new' }, qbo).intents).toMatchObject([
        { does: 'update', to: 'qbo' },
      ]);
      expect(planOf(tps, { ...qbo, memo: 'new' }).intents).toMatchObject([
        { does: 'update', to: 'tps' },
      ]);
    });

    it('adopts the same edit on both sides without writing', () => {
      const plan = planOf({ ...tps, memo: 'new' }, { ...qbo, memo: 'new' });
      expect(plan).toMatchObject({ intents: [], holds: [], rebase: ['invoice:5:7'] });
    });

    it('holds different edits on both sides', () => {
      const plan = planOf({ ...tps, memo: 'one' }, { ...qbo, memo: 'two' });
      expect(plan.intents).toEqual([]);
      expect(plan.holds).toMatchObject([
        { kind: 'conflict', what: { id: 'conflict.bothChanged' } },
      ]);
    });

    it('voids the twin of a voided and of a removed one, whose number is free then', () => {
      expect(planOf({ ...tps, voided: true }, qbo).intents).toMatchObject([
        { does: 'void', to: 'qbo', record: { side: 'tps' } },
      ]);
      expect(planOf(tps).intents).toMatchObject([{ does: 'void', to: 'tps', target: { id: '5' } }]);
      const [free, last, ...more] = planOf(qbo).intents;
      const freed = `${qbo.number}-void`;
      expect(free).toMatchObject({ does: 'renumber', to: 'qbo', draft: { number: freed } });
      expect(last).toMatchObject({ does: 'void', to: 'qbo', target: { number: freed } });
      expect(last?.needs).toEqual([free?.key]);
      expect(more).toEqual([]);
    });

    it('gives two removed ones two numbers, however much alike they begin', () => {
      const twins = ['1', '2'].map((end) => {
        const number = `ABCDEFGHIJKLMNOPQR${end}`;
        return { ...qbo, id: `6${end}`, number };
      });
      const bases = twins.map((one) => linked({ ...tps, id: `7${one.id}` }, one));
      const index = new LinkIndex([linked(tpsClient, qboClient), ...bases]);
      const { intents } = makePlan(scene([tpsClient, qboClient, ...twins], { links: index }));
      const freed = intents.flatMap(({ does, draft }) =>
        does === 'renumber' ? [draft.number] : [],
      );
      expect(freed).toHaveLength(2);
      expect(new Set(freed).size).toBe(2);
      for (const number of freed) expect(number.length).toBeLessThanOrEqual(21);
    });

    it('deletes the twin of a removed one where the firm wants that, or its number stays', () => {
      const only = [tpsClient, qboClient, qbo];
      const wanted = makePlan(scene(only, { links: links(), removals: 'delete' }));
      expect(wanted.intents).toMatchObject([{ does: 'delete', to: 'qbo' }]);
      const kept = new LinkIndex([...links().all].map((one) => ({ ...one, numberStays: true })));
      expect(makePlan(scene(only, { links: kept })).intents).toMatchObject([
        { does: 'delete', to: 'qbo', why: { id: 'why.numberStays' } },
      ]);
    });

    it('holds a removal against an edit', () => {
      expect(planOf({ ...tps, memo: 'new' }).holds).toMatchObject([{ kind: 'conflict' }]);
    });

    it('never changes a closed period', () => {
      const closed = scene([tpsClient, qboClient, { ...tps, memo: 'new' }, qbo], {
        links: links(),
      });
      const plan = makePlan({
        ...closed,
        now: {
          ...closed.now,
          qbo: { ...closed.now.qbo, books: { ...closed.now.qbo.books, closedUntil: '2026-03-31' } },
        },
      });
      expect(plan.intents).toEqual([]);
      expect(plan.holds).toMatchObject([{ what: { id: 'conflict.closed' } }]);
    });

    it('never changes a payment that is in a bank deposit', () => {
      const paid = payment('tps', '20');
      const banked = payment('qbo', '21', { deposited: true });
      const link = {
        id: 'payment:20:21',
        type: 'payment' as const,
        tpsId: '20',
        qboId: '21',
        base: { tps: paid, qbo: banked },
      };
      const plan = makePlan(
        scene([tpsClient, qboClient, { ...paid, memo: 'new' }, banked], {
          links: new LinkIndex([linked(tpsClient, qboClient), link]),
        }),
      );
      expect(plan.intents).toEqual([]);
      expect(plan.holds).toMatchObject([{ what: { id: 'conflict.deposited' } }]);
    });
  });

  it('links an invoice that stands on both sides, and refuses a number that another one has', () => {
    const both = [client('tps', '1'), client('qbo', '1')];
    const links = new LinkIndex(both[0] && both[1] ? [linked(both[0], both[1])] : []);
    const twin = makePlan(
      scene(
        [...both, invoice('tps', '5', { number: '42' }), invoice('qbo', '9', { number: '42' })],
        { links },
      ),
    );
    expect(twin.intents).toMatchObject([{ does: 'link', target: { id: '9' } }]);
    const clash = makePlan(
      scene(
        [
          ...both,
          invoice('tps', '5', { number: '42' }),
          invoice('qbo', '9', { number: '42', totalCents: cents(999), balanceCents: cents(999) }),
        ],
        { links },
      ),
    );
    expect(clash.intents).toEqual([]);
    expect(clash.holds.map((hold) => hold.what.id)).toContain('conflict.numberOtherAmount');
  });

  it('finds the twin by its marker after a run that was cut off in another browser', () => {
    const both = [client('tps', '1'), client('qbo', '1')];
    const links = new LinkIndex(both[0] && both[1] ? [linked(both[0], both[1])] : []);
    const records = [
      ...both,
      payment('tps', '5'),
      payment('qbo', '9', { marker: '[TPS payment 5]', memo: 'else' }),
    ];
    expect(makePlan(scene(records, { links })).intents).toMatchObject([
      { does: 'link', target: { id: '9' }, why: { id: 'why.marker' } },
    ]);
  });

  it('asks before it creates a client that looks like an existing one', () => {
    const records = [
      client('tps', '1', { name: 'Boulangerie L’Étoile inc.' }),
      client('qbo', '8', { name: 'BOULANGERIE LETOILE' }),
      invoice('tps', '5'),
    ];
    const plan = makePlan(scene(records));
    expect(plan.intents).toEqual([]);
    expect(plan.holds).toMatchObject([{ kind: 'undecided' }]);
  });
});

it('asks about a client that is only somewhat like another one, too', () => {
  const records = [
    client('tps', '1', { name: 'Boulangerie Tremblay' }),
    client('qbo', '8', { name: 'Boulangerie Tremblay Fils' }),
    invoice('tps', '5'),
  ];
  expect(makePlan(scene(records)).holds).toMatchObject([{ kind: 'undecided' }]);
});

describe('a document that a person has taken out on one side', () => {
  const [here, there] = [client('tps', '1'), client('qbo', '1')];
  const links = () => new LinkIndex([linked(here, there)]);

  it('is not created anew where its payment was voided', () => {
    const records = [here, there, payment('tps', '5', { voided: true }), payment('qbo', '9')];
    const plan = makePlan(scene(records, { links: links() }));
    expect(plan.intents).toEqual([]);
    expect(plan.holds).toMatchObject([{ kind: 'conflict', what: { id: 'conflict.voidedTwin' } }]);
  });

  it('is not linked from the other side when it was removed from the sync', () => {
    const records = [
      here,
      there,
      invoice('tps', '5', { number: '42' }),
      invoice('qbo', '9', { number: '42' }),
    ];
    const ignored = new Map([['tps:invoice:5', 'billed elsewhere']]);
    const plan = makePlan(scene(records, { links: links(), ignored }));
    expect(plan.intents).toEqual([]);
    expect(plan.holds.map(({ kind }) => kind)).toEqual(['ignored', 'ignored']);
  });
});

describe('what is not carried', () => {
  const anna = client('tps', '1');
  it('nothing of a customer of another currency, though it owes nothing', () => {
    const there = client('qbo', '7', { currency: 'USD' });
    const books = scene([anna, there, invoice('tps', '100', { clientId: '1', number: '1' })], {
      links: new LinkIndex([linked(anna, there)]),
    });
    const { intents, holds } = makePlan(books);
    expect(intents).toEqual([]);
    expect(holds).toMatchObject([{ kind: 'blocked', what: { id: 'check.foreignCurrency' } }]);
  });

  it('a bill of nothing, which in QuickBooks could not be told from a void one', () => {
    const there = client('qbo', '7');
    const lines = [
      { codeId: 'a', description: 'Free', quantity: '1', amountCents: ZERO, taxKey: '' },
    ];
    const nothing = { clientId: '1', number: '1', totalCents: ZERO, balanceCents: ZERO, lines };
    const books = scene([anna, there, invoice('tps', '100', nothing)], {
      links: new LinkIndex([linked(anna, there)]),
    });
    expect(makePlan(books).intents).toEqual([]);
  });
});

it('half a character at the end of a number stops nothing', () => {
  const cut = invoice('qbo', '7', { number: 'Rush \ud83d' });
  expect(() => makePlan(scene([client('qbo', '1'), cut]))).not.toThrow();
});
