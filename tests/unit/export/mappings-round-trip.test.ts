import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readWorkbook } from '../../../utils/export/mappings-read';
import { mappingsWorkbook } from '../../../utils/export/mappings-workbook';
import type { Mapping } from '../../../utils/ledger/mappings';
import { mappingsBookOf } from '../../../utils/mappings-file/book';
import { lookAtFile } from '../../../utils/mappings-file/look';
import type { ClientWish } from '../../../utils/sync/scene';
import { client } from '../sync/make';
import { code, OWNER, setUp } from './mappings-scene';

/** Names that spreadsheets and comparisons stumble over, and any other text. */
const name = fc.oneof(
  fc.constantFrom(
    '=1+1',
    '+1',
    '-Visa',
    '@sum',
    ' GST ',
    'gst',
    'GST',
    '_x0041_',
    'a\u0000b',
    '#3',
    '',
    '0012',
    '1/2',
    'É',
    'E\u0301',
    'O\'Neil & "Sons" <Ltd>',
    'two\nlines',
  ),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.string({ unit: 'binary-ascii', maxLength: 8 }),
);

const LIST_MAX = 6;
const list = fc.array(fc.record({ name, active: fc.boolean() }), { maxLength: LIST_MAX });
/** Which entry is mapped to which; an index beyond the list is something that is gone. */
const pairs = fc.array(fc.tuple(fc.nat(LIST_MAX), fc.nat(LIST_MAX), fc.boolean()), {
  maxLength: LIST_MAX,
});

const world = fc.record({
  locale: fc.constantFrom('en' as const, 'fr' as const),
  lists: fc.record({ tps: list, qbo: list, taxes: list, accounts: list }),
  code: pairs,
  tax: pairs,
  method: pairs,
  special: fc.array(
    fc.tuple(
      fc.constantFrom(
        'financeCharge',
        'openingBalance',
        'adjustmentIncrease',
        'adjustmentDecrease',
      ),
      fc.nat(LIST_MAX),
    ),
    { maxLength: 4 },
  ),
  clients: fc.array(fc.record({ name, code: name }), { maxLength: LIST_MAX }),
  customers: fc.array(name, { maxLength: LIST_MAX }),
  paired: fc.nat(LIST_MAX),
  wishes: fc.array(
    fc.tuple(
      fc.constantFrom('tps', 'qbo'),
      fc.nat(LIST_MAX),
      fc.constantFrom<ClientWish['do']>('create', 'leave', 'later', 'exclude', 'rollUp'),
      name,
    ),
    { maxLength: LIST_MAX },
  ),
});

type World = typeof world extends fc.Arbitrary<infer T> ? T : never;

function mappingsOf(made: World): Mapping[] {
  const both = (kind: 'code' | 'tax' | 'method', all: World['code']) =>
    all.map(([a, b, there]): Mapping => {
      const [tps, qbo] = [`t${a}`, `q${b}`];
      return there
        ? { kind, from: 'tps', fromId: tps, toId: qbo }
        : { kind, from: 'qbo', fromId: qbo, toId: tps };
    });
  const special = made.special.map(
    ([fromId, to]): Mapping => ({ kind: 'special', from: 'tps', fromId, toId: `q${to}` }),
  );
  const all = [
    ...both('code', made.code),
    ...both('tax', made.tax),
    ...both('method', made.method),
    ...special,
  ];
  // One choice per entry, in the order of the keys, as the database has it.
  const byKey = new Map(all.map((one) => [`${one.kind}:${one.from}:${one.fromId}`, one]));
  return [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
}

function setUpOf(made: World) {
  const listed = (side: 't' | 'q', of: World['lists']['tps']) =>
    of.map((entry, at) => ({ ...entry, id: `${side}${at}` }));
  const codes = (side: 't' | 'q', of: World['lists']['tps']) =>
    listed(side, of).map((one) => code(one.id, one.name, { name: one.name, active: one.active }));
  const taxes = (side: 't' | 'q') =>
    listed(side, made.lists.taxes).map((one) => ({ ...one, rateIds: [] }));
  const people = [
    ...made.clients.map((one, at) => client('tps', `${at}`, one)),
    ...made.customers.map((customer, at) => client('qbo', `${at}`, { name: customer })),
  ];
  const pairCount = Math.min(made.paired, made.clients.length, made.customers.length);
  const paired = Array.from({ length: pairCount }, (_, at) => [`${at}`, `${at}`] as const);
  const wishes = new Map(
    made.wishes.map(([side, at, wish, why]): [string, ClientWish] => [
      `${side}:${at}`,
      wish === 'exclude' ? { do: wish, why } : { do: wish },
    ]),
  );
  return setUp({
    locale: made.locale,
    tps: {
      codes: codes('t', made.lists.tps),
      taxChoices: taxes('t'),
      banks: [],
      methods: listed('t', made.lists.tps),
    },
    qbo: {
      codes: codes('q', made.lists.qbo),
      taxChoices: taxes('q'),
      banks: [],
      methods: listed('q', made.lists.qbo),
      adjustmentAccounts: listed('q', made.lists.accounts).map((one) => ({ ...one, type: 'Bank' })),
    },
    stored: mappingsOf(made),
    people,
    paired,
    wishes,
  });
}

test('a file that nobody edited changes nothing, whatever the names', async () => {
  await fc.assert(
    fc.asyncProperty(world, async (made) => {
      const before = setUpOf(made);
      const file = await mappingsWorkbook(mappingsBookOf(before, OWNER, 'today'));
      const looked = lookAtFile(await readWorkbook(file), before, OWNER);
      expect(looked).toEqual({ problems: [], choices: [], decisions: [], changes: [] });
    }),
    { numRuns: 40 },
  );
}, 120_000);
