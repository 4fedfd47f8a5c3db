/** What speaks for a pair besides its name, each alone beside a name that does not settle it. */
import { describe, expect, it } from 'vitest';
import { cents } from '../../../utils/ledger/cents';
import type { Client, Invoice } from '../../../utils/ledger/entities';
import { candidatePairs, matchClients } from '../../../utils/matching/match-clients';
import { client, invoice } from '../sync/make';

type Change = Partial<Omit<Client, 'side' | 'id'>>;
type Bill = readonly [number: string, dollars: number, openDollars?: number];

const place = (line1: string, postalCode: string) => ({
  ...client('tps', '1').address,
  line1,
  postalCode,
});

const billsOf = (side: 'tps' | 'qbo', list: readonly Bill[]): Invoice[] =>
  list.map(([number, dollars, open = dollars], i) =>
    invoice(side, String(i + 1), {
      number,
      totalCents: cents(dollars * 100),
      balanceCents: cents(open * 100),
    }),
  );

function pairOf(tps: Change, qbo: Change, tpsBills: readonly Bill[] = [], qboBills = tpsBills) {
  const input = {
    tps: [client('tps', '1', { name: 'Gestion Roy', code: '', ...tps })],
    qbo: [client('qbo', '1', { name: 'Gestion Roy inc.', code: '', ...qbo })],
    tpsInvoices: billsOf('tps', tpsBills),
    qboInvoices: billsOf('qbo', qboBills),
  };
  const [pair] = matchClients(input);
  const [scored] = candidatePairs(input);
  return {
    reasons: (pair?.reasons ?? []).map(({ id }) => id),
    points: scored?.points ?? 0,
    strength: pair?.strength ?? 'none',
  };
}

const byName = pairOf({}, {});

it('a name but for its legal form is a proposal by itself', () => {
  expect(byName).toMatchObject({ reasons: ['match.legalForm'], strength: 'weak' });
});

describe('for it', () => {
  it.each<[string, Change, Change]>([
    ['match.email', { email: 'Info@roy.example ' }, { email: 'info@ROY.example' }],
    ['match.phone', { phone: '(514) 555-0100' }, { phone: '+1 514.555.0100 ext. 3' }],
    ['match.clientId', { code: 'ROY001' }, { code: 'roy001' }],
    ['match.marker', {}, { marker: '[TPS client 1]' }],
    ['match.marker', { marker: '[QBO client 1]' }, {}],
    [
      'match.address',
      { address: place('12, rue des Pins', 'H2X 1Y4') },
      { address: place('12 rue des pins', 'h2x1y4') },
    ],
    [
      'match.postalCode',
      { address: place('12, rue des Pins', 'H2X 1Y4') },
      { address: place('14, rue des Pins', 'H2X 1Y4') },
    ],
  ])('%s', (reason, tps, qbo) => {
    const pair = pairOf(tps, qbo);
    expect(pair.reasons).toEqual(expect.arrayContaining([reason]));
    expect(pair.reasons).toHaveLength(2);
    expect(pair.points).toBeGreaterThan(byName.points);
    expect(pair.strength).toBe('strong');
  });
});

describe('against it', () => {
  it.each<[string, Change, Change]>([
    ['match.otherEmail', { email: 'a@roy.example' }, { email: 'b@roy.example' }],
    ['match.otherPhone', { phone: '514 555-0100' }, { phone: '514 555-0199' }],
    ['match.otherPostalCode', { address: place('1', 'H2X1Y4') }, { address: place('1', 'J1H1A1') }],
    ['match.subCustomer', {}, { parentId: '9' }],
  ])('%s', (reason, tps, qbo) => {
    const pair = pairOf(tps, qbo);
    expect(pair.reasons).toEqual(['match.legalForm', reason]);
    expect(pair.points).toBeLessThan(byName.points);
    expect(pair.strength).toBe('weak');
  });

  it('another Client ID settles it, unless our own marker says otherwise', () => {
    const same = { name: 'Roy inc.', email: 'info@roy.example', phone: '514 555-0100' };
    const other = pairOf({ ...same, code: 'ROY001' }, { ...same, code: 'ROY002' });
    expect(other).toMatchObject({ strength: 'weak' });
    expect(other.reasons).toContain('match.otherClientId');
    const marked = { ...same, code: 'ROY002', marker: '[TPS client 1]' };
    expect(pairOf({ ...same, code: 'ROY001' }, marked).strength).toBe('strong');
  });

  it('a sub-customer is never accepted unseen, whatever else is the same', () => {
    const same = { name: 'Roy inc.', email: 'info@roy.example', phone: '514 555-0100' };
    expect(pairOf(same, same).strength).toBe('strong');
    expect(pairOf(same, { ...same, parentId: '9' }).strength).toBe('weak');
  });
});

describe('invoices', () => {
  const stranger = { name: 'Solstice inc.' };

  it('count by number and total together', () => {
    const pair = pairOf({}, {}, [['1042', 250, 0]], [['1042', 250, 100]]);
    expect(pair.reasons).toEqual(['match.legalForm', 'match.invoices']);
    expect(pairOf({}, {}, [['1042', 250, 0]], [['1042', 300, 0]]).reasons).toHaveLength(1);
    expect(pairOf({}, {}, [['1042', 250, 0]], [['1043', 250, 0]]).reasons).toHaveLength(1);
  });

  it('of void documents count for nothing', () => {
    const voided = billsOf('tps', [['1042', 250, 0]]).map((one) => ({ ...one, voided: true }));
    const [pair] = candidatePairs({
      tps: [client('tps', '1', { name: 'Roy inc.' })],
      qbo: [client('qbo', '1', { name: 'Roy inc.' })],
      tpsInvoices: voided,
      qboInvoices: billsOf('qbo', [['1042', 250, 0]]),
    });
    expect(pair?.reasons).toEqual([{ id: 'match.sameName' }]);
  });

  it('in common are told with their number; one alone proposes nobody, as it may be chance', () => {
    expect(pairOf({}, stranger, [['1042', 250, 0]]).strength).toBe('none');
    const two = pairOf({}, stranger, [
      ['1042', 250, 0],
      ['1050', 80, 0],
    ]);
    expect(two).toMatchObject({ reasons: ['match.invoices'], strength: 'weak' });
  });

  it('in common make a renamed client sure together with the e-mail', () => {
    const email = { email: 'info@roy.example' };
    const list: Bill[] = [
      ['1042', 250, 0],
      ['1050', 80, 0],
    ];
    expect(pairOf(email, { ...stranger, ...email }).strength).toBe('weak');
    expect(pairOf(email, { ...stranger, ...email }, list).strength).toBe('strong');
  });

  it('have a fingerprint in what is open, whatever their numbers', () => {
    const pair = pairOf(
      {},
      {},
      [
        ['1', 250],
        ['2', 81, 40],
      ],
      [
        ['x', 40],
        ['y', 250],
      ],
    );
    expect(pair).toMatchObject({
      reasons: ['match.legalForm', 'match.openAmounts'],
      strength: 'strong',
    });
  });
});

describe('what is open in common', () => {
  const owed: Bill[] = [
    ['1', 250],
    ['2', 81],
  ];
  const renumbered: Bill[] = [
    ['x', 250],
    ['y', 81],
  ];
  const paid = (bills: readonly Bill[]): Bill[] =>
    bills.map(([number, dollars]) => [number, dollars, 0]);

  it('adds less to invoices that are in common anyway', () => {
    const alone = pairOf({}, {}, owed, renumbered).points - byName.points;
    const besides =
      pairOf({}, {}, owed, owed).points - pairOf({}, {}, paid(owed), paid(owed)).points;
    expect(besides).toBeGreaterThan(0);
    expect(besides).toBeLessThan(alone);
  });

  it('counts less where others owe the same, and more in several amounts', () => {
    const pointsWith = (other: readonly Invoice[], bills: readonly Bill[] = owed) =>
      candidatePairs({
        tps: [client('tps', '1', { name: 'Roy inc.' })],
        qbo: [client('qbo', '1', { name: 'Roy inc.' }), client('qbo', '2')],
        tpsInvoices: billsOf('tps', bills),
        qboInvoices: [
          ...billsOf(
            'qbo',
            bills.map(([n, d]) => [`x${n}`, d]),
          ),
          ...other,
        ],
      }).find(({ qboId }) => qboId === '1')?.points ?? 0;
    const twice = billsOf('qbo', renumbered).map((one) => ({ ...one, clientId: '2' }));
    expect(pointsWith(twice)).toBeLessThan(pointsWith([]));
    expect(pointsWith([], [['1', 250]])).toBeLessThan(pointsWith([]));
  });
});

describe('what others have too', () => {
  it('counts less than what is one client’s alone', () => {
    const books = (others: number) =>
      candidatePairs({
        tps: [client('tps', '1', { name: 'Roy inc.', email: 'a@x.example', phone: '5145550100' })],
        qbo: [
          client('qbo', '1', { name: 'Roy inc.', email: 'a@x.example', phone: '5145550100' }),
          ...Array.from({ length: others }, (_, i) =>
            client('qbo', String(i + 2), { email: 'a@x.example', phone: '5145550100' }),
          ),
        ],
        tpsInvoices: [],
        qboInvoices: [],
      }).find(({ qboId }) => qboId === '1');
    expect(books(0)?.reasons.map(({ id }) => id)).toEqual([
      'match.sameName',
      'match.email',
      'match.phone',
    ]);
    expect(books(1)?.reasons.map(({ id }) => id)).toEqual([
      'match.sameName',
      'match.sharedEmail',
      'match.sharedPhone',
    ]);
    expect(books(1)?.points).toBeLessThan(books(0)?.points ?? 0);
  });
});

describe('what is not sure enough', () => {
  const slip = [{ name: 'Marc Tremblay' }, { name: 'Marc Trembley' }] as const;
  const phone = { phone: '514 555-0100' };
  const address = { address: place('12, rue des Pins', 'H2X 1Y4') };

  it('a whole company name when all else that is known is another', () => {
    const roy = { name: 'Gestion Roy inc.' };
    expect(pairOf(roy, roy).strength).toBe('strong');
    expect(pairOf({ ...roy, ...phone }, { ...roy, phone: '514 555-0199' }).strength).toBe('weak');
  });

  it('a slip with the same phone, unless the address is the same too', () => {
    const [a, b] = slip;
    expect(pairOf({ ...a, ...phone }, { ...b, ...phone })).toMatchObject({
      points: 60,
      strength: 'weak',
    });
    const home = { ...phone, ...address };
    expect(pairOf({ ...a, ...home }, { ...b, ...home }).strength).toBe('strong');
  });
});

describe('a house', () => {
  const home = {
    phone: '514 555-0100',
    email: 'maison@x.example',
    address: place('12, rue des Pins', 'H2X 1Y4'),
  };

  it.each([
    ['a person and the own company', 'Marc Tremblay', 'Marc Tremblay inc.'],
    ['father and son', 'Marc Tremblay', 'Marc Tremblay fils'],
    ['a couple', 'Michel Tremblay', 'Michèle Tremblay'],
    ['a company and its sister', '9123-4567 Québec inc.', '9123-4568 Québec inc.'],
    ['a company and its holding', 'Toitures Roy inc.', 'Gestion Toitures Roy inc.'],
  ])('%s are proposed at most, whatever they share', (_, tps, qbo) => {
    expect(pairOf({ ...home, name: tps }, { ...home, name: qbo }).strength).toBe('weak');
  });

  it('gives a company to its own name before the owner who shares more contacts', () => {
    const [pair] = matchClients({
      tps: [client('tps', '1', { ...home, name: 'Emily Thompson Holdings Ltd.' })],
      qbo: [
        client('qbo', '1', { ...home, name: 'Emily Thompson' }),
        client('qbo', '2', { name: 'Emily Thompson Hldgs Ltd.', email: home.email }),
      ],
      tpsInvoices: [],
      qboInvoices: [],
    });
    expect(pair?.qboId).toBe('2');
  });

  it('a new last name is accepted with an e-mail of her own, and not with a name alone', () => {
    const [gagne, roy] = [{ name: 'Julie Gagné' }, { name: 'Julie Gagné-Roy' }];
    expect(pairOf({ ...home, ...gagne }, { ...home, ...roy }).strength).toBe('strong');
    expect(pairOf(gagne, roy)).toMatchObject({ strength: 'weak', reasons: ['match.married'] });
    expect(pairOf(gagne, { name: 'Julie Roy' }).strength).toBe('none');
  });
});
