import { describe, expect, it } from 'vitest';
import type { HealthGroupId } from '../../../utils/checks/rules';
import { HEALTH_GROUPS } from '../../../utils/checks/rules';
import { healthReport } from '../../../utils/health/health-report';
import { cents } from '../../../utils/ledger/cents';
import type { Foreign, LedgerRecord } from '../../../utils/ledger/entities';
import { LinkIndex } from '../../../utils/ledger/link';
import { plainDate } from '../../../utils/ledger/plain-date';
import { findingsOf } from '../../../utils/sync/plan/plan';
import type { ClientWish, Scene } from '../../../utils/sync/scene';
import { client, invoice, payment, scene } from '../sync/make';

function report(records: readonly LedgerRecord[], change: Partial<Scene> = {}) {
  return reportOf(scene(records, change));
}

function reportOf(books: Scene) {
  const groups = healthReport(books, findingsOf(books));
  return (id: HealthGroupId) => {
    const group = groups.find((one) => one.id === id);
    if (!group) throw new Error(`no group ${id}`);
    return group;
  };
}

function wishes(...rows: [string, ClientWish][]): Pick<Scene, 'wishes'> {
  return { wishes: new Map(rows) };
}

function foreign(change: Partial<Foreign> = {}): Foreign {
  return {
    kind: 'foreign',
    side: 'qbo',
    id: '71',
    version: '0',
    modifiedAt: '2026-03-02T15:00:00Z',
    marker: null,
    foreignType: 'creditMemo',
    number: '1045',
    date: plainDate('2026-02-20'),
    clientId: '9',
    openCents: cents(-4_000),
    totalCents: cents(6_000),
    memo: '',
    taxCents: cents(0),
    ...change,
  };
}

/** The same client on both sides, by its name. */
function pair(change: { tps?: object; qbo?: object } = {}): LedgerRecord[] {
  const name = 'Boulangerie Roy inc.';
  const email = 'a@roy.example';
  return [
    client('tps', '1', { name, email, ...change.tps }),
    client('qbo', '9', { name, email, ...change.qbo }),
  ];
}

describe('an orderly firm', () => {
  it('is fine in every group', () => {
    const books = scene(pair());
    const groups = healthReport(books, findingsOf(books));
    expect(groups.filter(({ severity }) => severity !== 'fine')).toEqual([]);
    expect(groups).toHaveLength(HEALTH_GROUPS.length);
    expect(groups.every(({ count, amountCents }) => count === 0 && amountCents === 0)).toBe(true);
  });
});

describe('documents without an image in TPS', () => {
  it.each([
    ['creditMemos', 'creditMemo'],
    ['journalEntries', 'journalEntry'],
    ['depositsAndCheques', 'deposit'],
    ['depositsAndCheques', 'cheque'],
    ['depositsAndCheques', 'expense'],
  ] as const)('stand in %s (%s)', (group, foreignType) => {
    const found = report([...pair(), foreign({ foreignType })])(group);
    expect(found).toMatchObject({ severity: 'blocks', count: 1, amountCents: 4_000 });
    expect(found.items[0]).toMatchObject({
      clientName: 'Boulangerie Roy inc.',
      amountCents: -4_000,
      date: '2026-02-20',
      subject: { side: 'qbo', kind: foreignType, id: '71' },
      what: { values: { type: foreignType, number: '1045' } },
    });
  });

  it('can be left out by excluding the client on both sides', () => {
    const records = [...pair(), foreign()];
    expect(report(records)('creditMemos').items[0]?.actions).toEqual([
      { do: 'convert', foreignType: 'creditMemo', id: '71' },
      {
        do: 'exclude',
        clientName: 'Boulangerie Roy inc.',
        clients: [
          { side: 'tps', clientId: '1' },
          { side: 'qbo', clientId: '9' },
        ],
      },
    ]);
    const excluded = wishes(['tps:1', { do: 'exclude', why: 'Old' }]);
    expect(report(records, excluded)('creditMemos').severity).toBe('fine');
  });

  it('of two kinds with the same id are told apart', () => {
    const entry = foreign({ foreignType: 'journalEntry', openCents: cents(700) });
    const at = report([...pair(), entry, foreign()]);
    expect(at('creditMemos').amountCents).toBe(4_000);
    expect(at('journalEntries').amountCents).toBe(700);
  });

  it('are added up without signs, the largest first', () => {
    const found = report([
      ...pair(),
      foreign({ foreignType: 'journalEntry', openCents: cents(-1_000) }),
      foreign({ foreignType: 'journalEntry', id: '72', openCents: cents(2_500) }),
    ])('journalEntries');
    expect(found.amountCents).toBe(3_500);
    expect(found.items.map(({ amountCents }) => amountCents)).toEqual([2_500, -1_000]);
  });
});

describe('sub-customers and projects', () => {
  const child = (change: object = {}) =>
    client('qbo', '10', { name: 'Annex', parentId: '9', balanceCents: cents(500), ...change });

  it('block while money stands on them, and warn while none does', () => {
    expect(report([...pair(), child()])('subCustomers')).toMatchObject({
      severity: 'blocks',
      count: 1,
      amountCents: 500,
    });
    const empty = child({ balanceCents: cents(0) });
    expect(report([...pair(), empty])('subCustomers').severity).toBe('warns');
    expect(report([...pair(), child()])('projects').severity).toBe('fine');
    const project = child({ isProject: true });
    expect(report([...pair(), project])('subCustomers').severity).toBe('fine');
  });

  it('offer every way for a sub-customer, and no top level for a project', () => {
    const ways = (records: LedgerRecord[], group: HealthGroupId) =>
      report(records)(group).items[0]?.actions.map((a) => (a.do === 'wish' ? a.wish : a.do));
    expect(ways([...pair(), child()], 'subCustomers')).toEqual([
      'rollUp',
      'own',
      'topLevel',
      'exclude',
    ]);
    expect(ways([...pair(), child({ isProject: true })], 'projects')).toEqual([
      'rollUp',
      'own',
      'exclude',
    ]);
  });

  it.each(['rollUp', 'own', 'topLevel'] as const)('wait for nobody once %s is chosen', (wish) => {
    const found = report([...pair(), child()], wishes(['qbo:10', { do: wish }]))('subCustomers');
    expect(found).toMatchObject({ severity: 'fine', count: 0, amountCents: 0 });
    expect(found.items[0]?.decided).toEqual({ id: `health.decided.${wish}` });
  });

  it('are not told when inactive and empty', () => {
    const gone = child({ balanceCents: cents(0), status: 'inactive' });
    expect(report([...pair(), gone])('subCustomers').items).toEqual([]);
  });
});

describe('inactive customers', () => {
  const records = pair({ tps: { balanceCents: cents(8_000) }, qbo: { status: 'inactive' } });

  it('with a TPS balance are found before anybody has paired them', () => {
    const found = report(records)('inactiveCustomers');
    expect(found).toMatchObject({ severity: 'blocks', count: 1, amountCents: 8_000 });
    expect(found.items[0]?.actions[0]).toEqual({ do: 'wish', qboId: '9', wish: 'activate' });
  });

  it('are fine without a balance, and active ones with one', () => {
    expect(report(pair({ qbo: { status: 'inactive' } }))('inactiveCustomers').items).toEqual([]);
    const active = pair({ tps: { balanceCents: cents(8_000) } });
    expect(report(active)('inactiveCustomers').items).toEqual([]);
  });

  it('stand in one group alone', () => {
    expect(report(records)('deletedClients').items).toEqual([]);
  });

  it('count no more once they are to be made active', () => {
    const found = report(records, wishes(['qbo:9', { do: 'activate' }]))('inactiveCustomers');
    expect(found).toMatchObject({ severity: 'fine', count: 0 });
    expect(found.items[0]?.decided).toEqual({ id: 'health.decided.activate' });
  });

  it('of a link are found by it, whatever their names', () => {
    const [tps, qbo] = [
      client('tps', '1', { name: 'A', balanceCents: cents(100) }),
      client('qbo', '9', { name: 'Z', status: 'inactive' }),
    ];
    const link = { id: 'l', type: 'client', tpsId: '1', qboId: '9', base: { tps, qbo } } as const;
    const found = report([tps, qbo], { links: new LinkIndex([link]) });
    expect(found('inactiveCustomers').count).toBe(1);
  });
});

describe('clients deleted in TPS', () => {
  it('are told while QuickBooks shows a balance', () => {
    const records = pair({ tps: { status: 'deleted' }, qbo: { balanceCents: cents(300) } });
    expect(report(records)('deletedClients')).toMatchObject({
      severity: 'warns',
      amountCents: 300,
    });
    expect(report(pair({ tps: { status: 'deleted' } }))('deletedClients').severity).toBe('fine');
  });

  it('give way to an active one of the same name', () => {
    const name = 'Boulangerie Roy inc.';
    const again = client('tps', '2', { name, email: 'a@roy.example' });
    const records = pair({ tps: { status: 'deleted' }, qbo: { balanceCents: cents(300) } });
    expect(report([...records, again])('deletedClients').items).toEqual([]);
  });

  it('and restored can be made active again in QuickBooks', () => {
    const found = report(pair({ qbo: { status: 'inactive' } }))('deletedClients');
    expect(found).toMatchObject({ severity: 'warns', count: 1 });
    expect(found.items[0]?.actions[0]).toMatchObject({ wish: 'activate', qboId: '9' });
  });
});

describe('duplicate names', () => {
  it('on one side are told, one line each', () => {
    const two = [client('tps', '3', { name: 'J. Côté' }), client('tps', '4', { name: 'J Cote' })];
    const found = report([...pair(), ...two])('duplicateNames');
    expect(found).toMatchObject({ severity: 'warns', count: 2 });
    expect(found.items.map(({ subject }) => subject?.id)).toEqual(['3', '4']);
  });

  it('with a vendor or an employee are told for a client without a customer', () => {
    const books = scene([...pair(), client('tps', '5', { name: 'Papeterie Nord' })]);
    const takenNames = ['papeterie nord', 'Boulangerie Roy inc.'];
    const references = { ...books.now.qbo.references, takenNames };
    const qbo = { ...books.now.qbo, references };
    const found = reportOf({ ...books, now: { ...books.now, qbo } })('duplicateNames');
    expect(found.items.map(({ what }) => what.id)).toEqual(['health.item.takenName']);
    expect(found.items[0]?.clientName).toBe('Papeterie Nord');
  });
});

describe('settings of the company', () => {
  const withBooks = (change: object) => {
    const books = scene([
      ...pair(),
      invoice('tps', '5', { date: plainDate('2025-12-30'), number: '5' }),
      invoice('tps', '6', { date: plainDate('2025-12-31'), number: '6' }),
      invoice('tps', '7', { date: plainDate('2026-01-01'), number: '7' }),
      payment('tps', '8', { date: plainDate('2025-12-31') }),
      invoice('qbo', '60', { date: plainDate('2025-12-31'), number: '6', clientId: '9' }),
    ]);
    const qbo = { ...books.now.qbo, books: { ...books.now.qbo.books, ...change } };
    return reportOf({ ...books, now: { ...books.now, qbo } });
  };

  it('numbering by QuickBooks itself stops everything', () => {
    expect(withBooks({ customNumbers: false })('numbering').severity).toBe('blocks');
    expect(withBooks({})('numbering').severity).toBe('fine');
  });

  it('books in another currency stop everything', () => {
    expect(withBooks({ currency: 'USD' })('currency').items.map(({ key }) => key)).toEqual([
      'books',
    ]);
  });

  it('a customer billed in another currency stops that client', () => {
    const qbo = { currency: 'USD', balanceCents: cents(100) };
    expect(report(pair({ qbo }))('currency')).toMatchObject({ severity: 'blocks', count: 1 });
  });

  it('a closed period holds what TPS alone has, up to that very day', () => {
    const found = withBooks({ closedUntil: '2025-12-31' })('closedPeriod');
    expect(found).toMatchObject({ severity: 'warns', count: 2, amountCents: 15_000 });
    expect(found.items.map(({ key }) => key)).toEqual(['invoice:5', 'payment:8']);
    expect(withBooks({ closedUntil: null })('closedPeriod').severity).toBe('fine');
  });
});

describe('tax codes', () => {
  const line = { codeId: 'a', description: '', quantity: '1', amountCents: cents(10_000) };

  it('missing on a Canadian line are told', () => {
    const bare = invoice('qbo', '3', { clientId: '9', lines: [{ ...line, taxKey: '' }] });
    const coded = invoice('qbo', '4', { clientId: '9', lines: [{ ...line, taxKey: '3' }] });
    const found = report([...pair(), bare, coded])('taxCodes');
    expect(found.items.map(({ key }) => key)).toEqual(['invoice:3']);
  });

  it('are not asked of a company in the United States', () => {
    const bare = invoice('qbo', '3', { clientId: '9', lines: [{ ...line, taxKey: '' }] });
    const books = scene([...pair(), bare]);
    const qbo = { ...books.now.qbo, books: { ...books.now.qbo.books, country: 'US' } };
    expect(reportOf({ ...books, now: { ...books.now, qbo } })('taxCodes').severity).toBe('fine');
  });

  it('of a combination that is neither mapped nor known by its rates are told by work code', () => {
    const taxed = [{ ...line, taxKey: '1+2' }];
    const records = [
      ...pair(),
      invoice('tps', '3', { lines: taxed }),
      invoice('tps', '4', { lines: taxed }),
    ];
    const found = report(records)('taxCodes');
    expect(found).toMatchObject({ severity: 'blocks', count: 1, amountCents: 20_000 });
    expect(found.items[0]?.what.values).toMatchObject({ code: 'Work', tax: '1+2', lines: 2 });
  });
});
