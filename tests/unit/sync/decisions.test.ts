/** What people decide: policies, rulings, branches, status, and what follows from it. */

import { describe, expect, it } from 'vitest';
import { cents, ZERO } from '../../../utils/ledger/cents';
import type { Client, Invoice, LedgerRecord, Payment } from '../../../utils/ledger/entities';
import { type Link, LinkIndex } from '../../../utils/ledger/link';
import { MappingTable } from '../../../utils/ledger/mappings';
import { plainDate } from '../../../utils/ledger/plain-date';
import { makePlan } from '../../../utils/sync/plan/plan';
import { type ClientWish, type Ruling, type Scene, seenText } from '../../../utils/sync/scene';
import { shownVerbOf } from '../../../utils/sync/shown-type';
import { winnerOf } from '../../../utils/sync/winner';
import { client, invoice, linked, payment, scene } from './make';

const pair = () => linked(client('tps', '1'), client('qbo', '1'));

/** A scene with client 1 paired, and what else is said to be linked. */
function sceneOf(records: LedgerRecord[], links: Link[], change: Partial<Scene> = {}): Scene {
  const clients = [client('tps', '1'), client('qbo', '1')].filter(
    (own) =>
      !records.some(
        ({ kind, side, id }) => kind === 'client' && side === own.side && id === own.id,
      ),
  );
  return scene([...clients, ...records], { links: new LinkIndex([pair(), ...links]), ...change });
}

const wished = (id: string, wish: ClientWish) => new Map([[`qbo:${id}`, wish]]);
const plan = (given: Scene) => makePlan(given);
const verbs = (given: Scene) =>
  plan(given).intents.map((one) => `${shownVerbOf(one)} ${one.type} ${one.to}`);

describe('who is right, where both sides changed the same', () => {
  const base = [
    invoice('tps', '5', { number: '5' }),
    invoice('qbo', '7', { number: '5' }),
  ] as const;
  const tps = { ...base[0], memo: 'here' };
  const qbo = { ...base[1], memo: 'there' };
  const links = [linked(...base)];
  const said = (ruling: Partial<Ruling>) =>
    new Map([['tps:invoice:5', { do: 'tpsWins' as const, seen: seenText(tps, qbo), ...ruling }]]);

  it('is asked when nothing is said', () => {
    const { intents, holds } = plan(sceneOf([tps, qbo], links));
    expect(intents).toEqual([]);
    expect(holds.map(({ what }) => what.id)).toEqual(['conflict.bothChanged']);
  });

  it('is what the policy says, and a ruling goes before it', () => {
    expect(
      winnerOf({ policies: { invoice: 'qbo' }, rulings: new Map() }, 'invoice', tps, qbo),
    ).toBe('qbo');
    expect(winnerOf({ policies: { invoice: 'qbo' }, rulings: said({}) }, 'invoice', tps, qbo)).toBe(
      'tps',
    );
    expect(
      winnerOf({ policies: { payment: 'qbo' }, rulings: new Map() }, 'invoice', tps, qbo),
    ).toBeNull();
  });

  it('is forgotten once one of them says something else', () => {
    const later = { ...tps, memo: 'later' };
    expect(winnerOf({ policies: {}, rulings: said({}) }, 'invoice', later, qbo)).toBeNull();
  });

  it('writes the one over the other, and nothing else', () => {
    const { intents, holds } = plan(sceneOf([tps, qbo], links, { rulings: said({}) }));
    expect(holds).toEqual([]);
    expect(intents).toMatchObject([
      { does: 'update', to: 'qbo', target: { id: '7' }, draft: { memo: 'here' } },
    ]);
  });

  it('may be the side that removed it: the other one goes', () => {
    const rulings = new Map([
      ['qbo:invoice:7', { do: 'tpsWins' as const, seen: seenText(null, qbo) }],
    ]);
    expect(verbs(sceneOf([qbo], links, { rulings }))).toEqual([
      'freeNumber invoice qbo',
      'void invoice qbo',
    ]);
  });

  it('may be the side that kept it: it is written to the other once more', () => {
    const rulings = new Map([
      ['qbo:invoice:7', { do: 'qboWins' as const, seen: seenText(null, qbo) }],
    ]);
    const { intents } = plan(sceneOf([qbo], links, { rulings }));
    expect(intents).toMatchObject([{ does: 'create', to: 'tps', linkId: links[0]?.id }]);
  });
});

describe('a document of a period that is closed in QuickBooks', () => {
  const old = invoice('tps', '5', { date: plainDate('2026-01-15') });
  const closed = (given: Scene): Scene => ({
    ...given,
    now: {
      ...given.now,
      qbo: { ...given.now.qbo, books: { ...given.now.qbo.books, closedUntil: '2026-01-31' } },
    },
  });

  it('waits in the tray', () => {
    const { intents, holds } = plan(closed(sceneOf([old], [])));
    expect(intents).toEqual([]);
    expect(holds).toMatchObject([{ kind: 'tray', what: { id: 'tray.closed' } }]);
  });

  it('is written with the day of today when a person says so', () => {
    const rulings = new Map([
      ['tps:invoice:5', { do: 'dateToday' as const, seen: seenText(old, null) }],
    ]);
    const { intents } = plan(closed(sceneOf([old], [], { rulings })));
    expect(intents).toMatchObject([
      {
        does: 'create',
        dated: '2026-03-02',
        draft: { date: '2026-03-02' },
        record: { date: '2026-01-15' },
      },
    ]);
  });

  it('stays in the tray while today is closed as well', () => {
    const rulings = new Map([
      ['tps:invoice:5', { do: 'dateToday' as const, seen: seenText(old, null) }],
    ]);
    const given = closed(sceneOf([old], [], { rulings, today: plainDate('2026-01-20') }));
    expect(plan(given).holds).toMatchObject([{ kind: 'tray' }]);
  });
});

describe('a sub-customer', () => {
  const sub = client('qbo', '2', { name: 'Cottage', parentId: '1', balanceCents: cents(5000) });
  const bill = invoice('qbo', '9', { clientId: '2', number: '9' });

  it('blocks itself and its parent until a person says where it belongs', () => {
    const { intents, findings } = plan(sceneOf([sub, bill], []));
    expect(intents).toEqual([]);
    expect(findings.map(({ rule, client: who }) => [rule, who?.qboId])).toEqual([
      ['subCustomer', '2'],
      ['subCustomer', '1'],
    ]);
  });

  it('rolled up, its documents go to the parent’s client', () => {
    const { intents } = plan(sceneOf([sub, bill], [], { wishes: wished('2', { do: 'rollUp' }) }));
    expect(intents).toMatchObject([
      { does: 'create', to: 'tps', owner: '1', draft: { clientId: '1' } },
    ]);
  });

  it('on its own, it gets a client first', () => {
    const given = sceneOf([sub, bill], [], { wishes: wished('2', { do: 'own' }) });
    expect(verbs(given)).toEqual(['create client tps', 'create invoice tps']);
  });

  it('is taken out from under its parent when that is wished', () => {
    const given = sceneOf([sub], [], { wishes: wished('2', { do: 'topLevel' }) });
    expect(verbs(given)).toEqual(['topLevel client qbo']);
  });
});

describe('the status of a pair', () => {
  const tps = (change: Partial<Client> = {}) => client('tps', '1', change);
  const qbo = (change: Partial<Client> = {}) => client('qbo', '1', change);
  const owed = { balanceCents: cents(100) };
  it.each<[string, Client, Client, Link['base'], string[]]>([
    [
      'deleted in TPS',
      tps({ status: 'deleted' }),
      qbo(),
      { tps: tps(), qbo: qbo() },
      ['deactivate client qbo'],
    ],
    [
      'deleted in TPS, money there',
      tps({ status: 'deleted' }),
      qbo(owed),
      { tps: tps(), qbo: qbo(owed) },
      [],
    ],
    [
      'restored in TPS',
      tps(),
      qbo({ status: 'inactive' }),
      { tps: tps({ status: 'deleted' }), qbo: qbo({ status: 'inactive' }) },
      ['activate client qbo'],
    ],
    [
      'inactive in QBO',
      tps(),
      qbo({ status: 'inactive' }),
      { tps: tps(), qbo: qbo() },
      ['deactivate client tps'],
    ],
    [
      'inactive in QBO, money here',
      tps(owed),
      qbo({ status: 'inactive' }),
      { tps: tps(owed), qbo: qbo() },
      [],
    ],
    ['only flagged in TPS', tps({ status: 'inactive' }), qbo(), { tps: tps(), qbo: qbo() }, []],
  ])('%s', (_, now, there, base, expected) => {
    const link = { ...pair(), base };
    expect(verbs(scene([now, there], { links: new LinkIndex([link]) }))).toEqual(expected);
  });
});

describe('a client that was deleted in TPS and edited in QuickBooks', () => {
  it('is left to a person', () => {
    const base = { tps: client('tps', '1'), qbo: client('qbo', '1') };
    const gone = { ...base.tps, status: 'deleted' as const };
    const edited = { ...base.qbo, email: 'new@client.example' };
    const links = new LinkIndex([{ ...pair(), base }]);
    const { intents, holds } = plan(scene([gone, edited], { links }));
    expect(intents).toEqual([]);
    expect(holds).toMatchObject([{ kind: 'conflict', what: { id: 'conflict.deletedAndEdited' } }]);
  });
});

describe('an invoice that moves to another client with its payment', () => {
  it('goes between taking the payment off and putting it on again', () => {
    const bill = { clientId: '1', number: '5', totalCents: cents(900), balanceCents: ZERO };
    const paid = (id: string): Partial<Payment> => ({
      amountCents: cents(900),
      unappliedCents: ZERO,
      applications: [{ to: 'invoice', id, amountCents: cents(900) }],
    });
    const before = {
      bill: [invoice('tps', '5', bill), invoice('qbo', '7', bill)] as const,
      paid: [payment('tps', '6', paid('5')), payment('qbo', '8', paid('7'))] as const,
    };
    const moved = <D extends Invoice | Payment>(doc: D): D => ({ ...doc, clientId: '2' });
    const second = linked(client('tps', '2', { name: 'Two' }), client('qbo', '2', { name: 'Two' }));
    const given = sceneOf(
      [
        client('tps', '2', { name: 'Two' }),
        client('qbo', '2', { name: 'Two' }),
        moved(before.bill[1]),
        moved(before.paid[1]),
        before.bill[0],
        before.paid[0],
      ],
      [second, linked(...before.bill), linked(...before.paid)],
    );
    const { intents } = plan(given);
    expect(intents.map(({ key }) => key.split(':').slice(0, 2).join(' '))).toEqual([
      'detach payment',
      'update invoice',
      'update payment',
    ]);
    expect(intents[0]).toMatchObject({ draft: { clientId: '1', applications: [] } });
    expect(intents[1]?.needs).toEqual([intents[0]?.key]);
    expect(intents[2]).toMatchObject({ target: { applications: [] }, draft: { clientId: '2' } });
  });
});

describe('an adjustment decrease', () => {
  const mappings = (account: string | null) =>
    new MappingTable([
      { kind: 'code', from: 'tps', fromId: 'a', toId: 'a' },
      { kind: 'tax', from: 'tps', fromId: '', toId: '' },
      { kind: 'bank', from: 'tps', fromId: 'b', toId: 'b' },
      { kind: 'method', from: 'tps', fromId: 'm', toId: 'm' },
      ...(account === null
        ? []
        : [
            {
              kind: 'special' as const,
              from: 'tps' as const,
              fromId: 'adjustmentDecrease',
              toId: account,
            },
          ]),
    ]);
  const lowered = payment('tps', 'A3', { booking: 'adjustment', bankId: '', methodId: '' });

  it.each([
    ['w', 'journalEntry'],
    ['c', 'receipt'],
  ])('against account %s is a %s', (account, booking) => {
    const { intents } = plan(sceneOf([lowered], [], { mappings: mappings(account) }));
    expect(intents).toMatchObject([
      {
        does: 'create',
        to: 'qbo',
        draft: { booking, bankId: account, marker: '[TPS adjustment 3]' },
      },
    ]);
  });

  it('waits while no account is chosen', () => {
    const { intents, holds } = plan(sceneOf([lowered], [], { mappings: mappings(null) }));
    expect(intents).toEqual([]);
    expect(holds).toMatchObject([{ kind: 'unmapped', what: { id: 'translate.specialUnmapped' } }]);
  });

  it('that became a payment on the other side is not written over', () => {
    const twin = payment('qbo', '8', { bankId: 'c', methodId: '' });
    const links = [linked(lowered, twin)];
    const now = { ...twin, bankId: 'b' };
    const { intents, holds } = plan(sceneOf([lowered, now], links, { mappings: mappings('c') }));
    expect(intents).toEqual([]);
    expect(holds).toMatchObject([{ what: { id: 'translate.bookingChanged' } }]);
  });
});

describe('twins that are found again by a marker', () => {
  const bill = invoice('tps', '5', { number: '5' });
  const twin = (change: Partial<Invoice> = {}) =>
    invoice('qbo', '7', { number: '5', marker: '[TPS invoice 5]', ...change });

  it('are linked, and a difference between them is left to a person', () => {
    expect(plan(sceneOf([bill, twin()], [])).intents).toMatchObject([{ does: 'link' }]);
    expect(plan(sceneOf([bill, twin()], [])).intents[0]).not.toHaveProperty('unagreed');
    expect(plan(sceneOf([bill, twin({ memo: 'edited' })], [])).intents).toMatchObject([
      { does: 'link', unagreed: true },
    ]);
  });

  it('of clients stop a second copy from being made', () => {
    const wishes = new Map<string, ClientWish>([['qbo:3', { do: 'create' }]]);
    const here = client('tps', '2', { name: 'Anna' });
    const made = client('qbo', '3', { name: 'Anna', marker: '[TPS client 2]' });
    const { intents } = plan(sceneOf([here, made], [], { wishes }));
    expect(intents).toEqual([]);
  });
});
