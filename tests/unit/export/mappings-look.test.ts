import { describe, expect, test } from 'vitest';
import type { Link } from '../../../utils/ledger/link';
import { lookAtFile } from '../../../utils/mappings-file/look';
import { render } from '../../../utils/wording/render';
import { client, invoice } from '../sync/make';
import { type Edit, edited, look, OWNER, setUp, sheetsOf } from './mappings-scene';

const TO_QBO = 'QuickBooks product or service';

async function after(edits: readonly Edit[], by = setUp()) {
  return look(edited(await sheetsOf(by), edits), by);
}

describe('a file that is right', () => {
  test('changes nothing when nobody edited it', async () => {
    for (const locale of ['en', 'fr'] as const) {
      const { sentences, choices, decisions, changes } = await after([], setUp({ locale }));
      expect({ sentences, choices, decisions, changes }).toEqual({
        sentences: [],
        choices: [],
        decisions: [],
        changes: [],
      });
    }
  });

  test('maps, maps elsewhere and takes back, with before and after', async () => {
    const { sentences, choices, changes } = await after([
      { sheet: 'Work codes', row: 'Tax > T1', set: { [TO_QBO]: 'services > BOOKS' } },
      { sheet: 'Work codes', row: 'Tax > T2', set: { [TO_QBO]: '' } },
      { sheet: 'Work codes', row: 'Bookkeeping', set: { [TO_QBO]: 'Books' } },
    ]);
    expect(sentences).toEqual([]);
    expect(choices).toEqual([
      { kind: 'code', from: 'tps', fromId: 't1', toId: '11' },
      { kind: 'code', from: 'tps', fromId: 't2', toId: null },
      { kind: 'code', from: 'tps', fromId: 'bk', toId: '11' },
    ]);
    expect(changes).toEqual([
      {
        sheet: 'Work codes',
        name: 'Tax > T1',
        before: 'Services > Tax',
        after: 'Services > Books',
      },
      { sheet: 'Work codes', name: 'Tax > T2', before: 'Services > Tax', after: '' },
      { sheet: 'Work codes', name: 'Bookkeeping', before: '', after: 'Services > Books' },
    ]);
  });

  test('a row that is taken out stays as it is', async () => {
    const sheets = await sheetsOf(setUp());
    const shorter = sheets.map((sheet) => ({
      ...sheet,
      rows: sheet.rows.filter(
        ({ cells }) => !cells.includes('Tax > T1') && !cells.includes('Acme Ltd'),
      ),
    }));
    expect(look(shorter, setUp())).toMatchObject({ sentences: [], choices: [], decisions: [] });
  });

  test('a name that two items have is told apart by the id', async () => {
    const edit = { [TO_QBO]: 'Hours', 'QuickBooks id': '13' };
    const { choices } = await after([{ sheet: 'Work codes', row: 'Bookkeeping', set: edit }]);
    expect(choices).toEqual([{ kind: 'code', from: 'tps', fromId: 'bk', toId: '13' }]);
  });

  test('a French file is read where the screens speak English, and columns may be moved', async () => {
    const french = await sheetsOf(setUp({ locale: 'fr' }));
    const sheets = edited(french, [
      {
        sheet: 'Codes de travail',
        row: 'Tax > T1',
        set: { 'Produit ou service QuickBooks': 'Services > Books' },
      },
    ]).map((sheet) => ({
      ...sheet,
      rows: sheet.rows.map(({ row, cells }) => ({
        row,
        cells: Array.from({ length: 7 }, (_, at) => cells[6 - at] ?? ''),
      })),
    }));
    const about = french[0];
    const { sentences, choices } = look([...(about ? [about] : []), ...sheets.slice(1)], setUp());
    expect(sentences).toEqual([]);
    expect(choices).toEqual([{ kind: 'code', from: 'tps', fromId: 't1', toId: '11' }]);
  });

  test('a mapping that the change would move is stored on its own', async () => {
    // TPS method m1 has no row of its own: it follows from the way back of QuickBooks method 1.
    const stored = [{ kind: 'method', from: 'qbo', fromId: '1', toId: 'm1' }] as const;
    const { sentences, choices } = await after(
      [
        {
          sheet: 'Payment methods',
          row: 'QuickBooks → TPS',
          set: { 'TPS payment method': 'Visa' },
        },
      ],
      setUp({ stored }),
    );
    expect(sentences).toEqual([]);
    expect(choices).toEqual([
      { kind: 'method', from: 'qbo', fromId: '1', toId: 'm2' },
      { kind: 'method', from: 'tps', fromId: 'm1', toId: '1' },
    ]);
  });

  test('clients are paired, excluded, created and left, pairs last', async () => {
    const { sentences, decisions, changes } = await after([
      {
        sheet: 'Clients',
        row: 'Chen',
        set: { 'QuickBooks customer': 'Dubois', Decision: 'pair' },
      },
      { sheet: 'Clients', row: 'Baker', set: { Decision: 'Créer', Reason: '' } },
      { sheet: 'Clients', row: 'Evans', set: { Decision: 'Exclude', Reason: 'Closed' } },
    ]);
    expect(sentences).toEqual([]);
    expect(decisions).toEqual([
      { tpsId: '2', qboId: null, decision: 'create' },
      { tpsId: null, qboId: '23', decision: 'exclude', why: 'Closed' },
      { tpsId: '3', qboId: '22', decision: 'pair' },
    ]);
    expect(changes.map(({ name, before, after: then }) => [name, before, then])).toEqual([
      ['Baker', 'Exclude: Sister company', 'Create'],
      ['Chen', '', 'Pair: Dubois'],
      ['Evans', '', 'Exclude: Closed'],
    ]);
  });

  test('a decision that is cleared becomes Leave', async () => {
    const set = { 'QuickBooks customer': '', Decision: '' };
    const { decisions } = await after([{ sheet: 'Clients', row: 'Acme Ltd', set }]);
    expect(decisions).toEqual([{ tpsId: '1', qboId: '21', decision: 'leave' }]);
  });
});

describe('a file that is wrong says where, and stores nothing', () => {
  const cases: [string, Edit[], string][] = [
    [
      'unknown name',
      [{ sheet: 'Taxes', row: 'GST + QST', set: { 'QuickBooks tax code': 'GST/QST 2' } }],
      'Taxes, row 3, column QuickBooks tax code: there is no tax code “GST/QST 2” in QuickBooks.',
    ],
    [
      'unknown name of ours',
      [{ sheet: 'Work codes', row: 'Tax > T1', set: { 'TPS work code': 'Tax > T9' } }],
      'Work codes, row 2, column TPS work code: there is no work code “Tax > T9” in TPS.',
    ],
    [
      'ambiguous name',
      [{ sheet: 'Work codes', row: 'Tax > T1', set: { [TO_QBO]: 'Hours' } }],
      `Work codes, row 2, column ${TO_QBO}: 2 entries of QuickBooks are called “Hours”. Write the id of the one you mean into column QuickBooks id: 12, 13.`,
    ],
    [
      'inactive item',
      [{ sheet: 'Work codes', row: 'Tax > T1', set: { [TO_QBO]: 'Old work' } }],
      `Work codes, row 2, column ${TO_QBO}: “Old work” is inactive or cannot be billed in QuickBooks. Choose an active one.`,
    ],
    [
      'an account where an item is needed',
      [
        {
          sheet: 'Charges and adjustments',
          row: 'Finance charge',
          set: { 'QuickBooks product, service or account': 'Write-offs' },
        },
      ],
      'Charges and adjustments, row 2, column QuickBooks product, service or account: there is no product, service or account “Write-offs” in QuickBooks.',
    ],
    [
      'duplicate row',
      [
        {
          sheet: 'Bank accounts',
          row: null,
          set: { 'TPS bank account': 'operating', 'QuickBooks account': 'Chequing' },
        },
      ],
      'Bank accounts, row 3, column TPS bank account: “Operating” stands in row 2, too. Keep one of the two rows.',
    ],
    [
      'choice without name',
      [{ sheet: 'Bank accounts', row: null, set: { 'QuickBooks account': 'Chequing' } }],
      'Bank accounts, row 3, column TPS bank account: the name is missing.',
    ],
    [
      'direction',
      [{ sheet: 'Bank accounts', row: 'Operating', set: { Direction: 'both' } }],
      'Bank accounts, row 2, column Direction: “both” is not a direction. Write “TPS → QuickBooks” or “QuickBooks → TPS”.',
    ],
    [
      'a way back where there is none',
      [
        {
          sheet: 'Charges and adjustments',
          row: 'Finance charge',
          set: { Direction: 'quickbooks > tps' },
        },
      ],
      'Charges and adjustments, row 2, column Direction: these are mapped from TPS only. Write “TPS → QuickBooks”.',
    ],
    [
      'blank where the other direction decides',
      [
        { sheet: 'Payment methods', row: 'TPS → QuickBooks', set: {} },
        { sheet: 'Payment methods', row: 'm2', set: { 'QuickBooks payment method': '' } },
      ],
      'Payment methods, row 3, column QuickBooks payment method: “Visa” is mapped by its row in the other direction, so it cannot be blank here. Clear that row, too.',
    ],
    [
      'unknown client',
      [{ sheet: 'Clients', row: 'Chen', set: { 'Client ID': '3' } }],
      'Clients, row 4, column Client ID: there is no client “3” in TPS.',
    ],
    [
      'rows that were mixed up',
      [{ sheet: 'Clients', row: 'Chen', set: { 'TPS client': 'Baker' } }],
      'Clients, row 4, column TPS client: Client ID 0003 is Chen in TPS, not “Baker”.',
    ],
    [
      'unknown customer',
      [{ sheet: 'Clients', row: 'Chen', set: { 'QuickBooks customer': 'Chan' } }],
      'Clients, row 4, column QuickBooks customer: there is no customer “Chan” in QuickBooks.',
    ],
    [
      'same customer for two clients',
      [{ sheet: 'Clients', row: 'Chen', set: { 'QuickBooks customer': 'Acme Limited' } }],
      'Clients, row 4, column QuickBooks customer: “Acme Limited” stands in row 2, too. A customer belongs to one client.',
    ],
    [
      'same client twice',
      [{ sheet: 'Clients', row: null, set: { 'TPS client': 'Chen' } }],
      'Clients, row 8, column TPS client: “Chen” stands in row 4, too. Keep one of the two rows.',
    ],
    [
      'decision',
      [{ sheet: 'Clients', row: 'Chen', set: { Decision: 'Yes' } }],
      'Clients, row 4, column Decision: “Yes” is not a decision. Write Pair, Create, Exclude or Leave.',
    ],
    [
      'pair without customer',
      [{ sheet: 'Clients', row: 'Chen', set: { Decision: 'Pair' } }],
      'Clients, row 4, column QuickBooks customer: to pair a client, name the TPS client and its QuickBooks customer in the same row.',
    ],
    [
      'customer without pair',
      [
        {
          sheet: 'Clients',
          row: 'Chen',
          set: { Decision: 'Create', 'QuickBooks customer': 'Dubois' },
        },
      ],
      'Clients, row 4, column QuickBooks customer: “Dubois” stands there, but the decision is not to pair them. Clear the name or change the decision.',
    ],
    [
      'exclusion without reason',
      [{ sheet: 'Clients', row: 'Chen', set: { Decision: 'Exclude' } }],
      'Clients, row 4, column Reason: write why this client is excluded. The reason is kept.',
    ],
    [
      'reason that is too long',
      [{ sheet: 'Clients', row: 'Chen', set: { Decision: 'Exclude', Reason: 'x'.repeat(501) } }],
      'Clients, row 4, column Reason: the reason has more than 500 characters.',
    ],
    [
      'sub-customer',
      [{ sheet: 'Clients', row: 'Chen', set: { 'QuickBooks customer': 'Site B' } }],
      'Clients, row 4, column QuickBooks customer: “Site B” is a sub-customer or project in QuickBooks. TPS clients are flat: pair its parent instead.',
    ],
  ];

  test.each(cases)('%s', async (_, edits, sentence) => {
    const right: Edit = { sheet: 'Work codes', row: 'Tax > T2', set: { [TO_QBO]: '' } };
    const { sentences, choices, decisions, changes } = await after([right, ...edits]);
    expect(sentences).toEqual([sentence]);
    expect([choices, decisions, changes]).toEqual([[], [], []]);
  });

  test('every problem of the file is told at once', async () => {
    const { sentences } = await after([
      { sheet: 'Taxes', row: 'No tax', set: { 'QuickBooks tax code': 'Nil' } },
      { sheet: 'Clients', row: 'Chen', set: { Decision: 'Maybe' } },
    ]);
    expect(sentences.map((sentence) => sentence.split(',')[0])).toEqual(['Taxes', 'Clients']);
  });

  test('in French, with French quotes', async () => {
    const by = setUp({ locale: 'fr' });
    const edit = {
      sheet: 'Taxes',
      row: 'GST + QST',
      set: { 'Code de taxe QuickBooks': 'TPS/TVQ 2' },
    };
    const { sentences } = await after([edit], by);
    expect(sentences).toEqual([
      'Taxes, ligne 3, colonne Code de taxe QuickBooks : aucun code de taxe ne s’appelle « TPS/TVQ 2 » dans QuickBooks.',
    ]);
  });

  test('a customer whose client has no row in the file', async () => {
    const sheets = await sheetsOf(setUp());
    const without = sheets.map((sheet) => ({
      ...sheet,
      rows: sheet.rows.filter(({ cells }) => !cells.includes('Acme Ltd')),
    }));
    const edit = { sheet: 'Clients', row: 'Chen', set: { 'QuickBooks customer': 'Acme Limited' } };
    expect(look(edited(without, [edit]), setUp()).sentences).toEqual([
      'Clients, row 4, column QuickBooks customer: “Acme Limited” is paired with Acme Ltd, who has no row in this file.',
    ]);
  });

  test('a pair that documents hang on', async () => {
    const documents: Link = {
      id: 'invoice:9:90',
      type: 'invoice',
      tpsId: '9',
      qboId: '90',
      base: { tps: invoice('tps', '9', { clientId: '1' }), qbo: invoice('qbo', '90') },
    };
    const by = setUp({ links: [documents] });
    const set = { 'QuickBooks customer': 'Dubois' };
    const { sentences } = await after([{ sheet: 'Clients', row: 'Acme Ltd', set }], by);
    expect(sentences).toEqual([
      'Clients, row 2, column QuickBooks customer: Acme Ltd has 1 linked document, so it cannot be taken apart. Exclude it instead.',
    ]);
  });

  test('a missing sheet, and a missing column', async () => {
    const sheets = await sheetsOf(setUp());
    const without = sheets.filter(({ name }) => name !== 'Taxes');
    expect(look(without, setUp()).sentences).toEqual(['The sheet “Taxes” is missing.']);
    const renamed = edited(sheets, [
      { sheet: 'Clients', row: 'Decision', set: { Decision: 'What to do', Reason: '' } },
    ]);
    expect(look(renamed, setUp()).sentences).toEqual([
      'Clients: the column “Decision” is missing.',
      'Clients: the column “Reason” is missing.',
    ]);
  });
});

describe('another file', () => {
  test('of another firm or company is named with both', async () => {
    const sheets = await sheetsOf(setUp());
    for (const owner of [
      { ...OWNER, firm: { id: '78', name: 'Roy CPA' } },
      { ...OWNER, company: { realm: '1', name: 'Roy inc.' } },
    ]) {
      const { problems } = lookAtFile({ ok: true, sheets }, setUp(), owner);
      expect(problems.map((problem) => render(problem, 'en'))).toEqual([
        `This file belongs to “Côté & Associés” with “Côté CPA inc.”. This browser syncs “${owner.firm.name}” with “${owner.company.name}”. Nothing was changed.`,
      ]);
    }
  });

  test('that is no mappings file, or a newer one', async () => {
    const sheets = await sheetsOf(setUp());
    expect(look(sheets.slice(1), setUp()).sentences[0]).toContain('is not a mappings file');
    const newer = structuredClone(sheets);
    for (const { cells } of newer[0]?.rows ?? []) {
      const at = cells.indexOf('ledger-bridge-mappings=1');
      if (at >= 0) cells[at] = 'ledger-bridge-mappings=2';
    }
    expect(look(newer, setUp()).sentences[0]).toContain('newer version');
  });

  test('that is no workbook at all', () => {
    const saying = (texts: Parameters<typeof lookAtFile>[0]) =>
      lookAtFile(texts, setUp(), OWNER).problems.map((problem) => render(problem, 'en'));
    expect(saying({ ok: false, why: 'notExcel' })[0]).toContain('not an Excel workbook');
    expect(saying({ ok: false, why: 'tooBig' })[0]).toContain('larger than 8 MB');
    expect(saying({ ok: false, why: 'damaged', technical: 'x' })[0]).toContain('damaged');
    expect(saying({ ok: false, why: 'tooManyRows', sheet: 'Clients' })[0]).toBe(
      'Clients: there are more than 25,000 rows. Remove the rows that you do not need.',
    );
  });
});

test('what is mapped but gone is shown by its id, and stays', async () => {
  const stored = [
    { kind: 'code', from: 'tps', fromId: 't1', toId: '99' },
    { kind: 'code', from: 'tps', fromId: 'gone', toId: '14' },
  ] as const;
  const by = setUp({ stored });
  const sheets = await sheetsOf(by);
  const cells = sheets
    .find(({ name }) => name === 'Work codes')
    ?.rows.map((row) => row.cells.slice(0, 2));
  expect(cells).toContainEqual(['Tax > T1', '#99']);
  expect(cells).toContainEqual(['#gone', 'Old work']);
  expect(look(sheets, by)).toMatchObject({ sentences: [], choices: [] });
  const elsewhere = { sheet: 'Work codes', row: 'Bookkeeping', set: { [TO_QBO]: '#99' } };
  expect(look(edited(sheets, [elsewhere]), by).sentences[0]).toContain('“#99” is inactive');
});

test('a sub-customer that is a client of its own can be paired', async () => {
  const by = setUp({ wishes: new Map([['qbo:24', { do: 'own' }]]) });
  const set = { 'QuickBooks customer': 'Site B' };
  const { sentences, decisions } = await after([{ sheet: 'Clients', row: 'Chen', set }], by);
  expect(sentences).toEqual([]);
  expect(decisions).toEqual([{ tpsId: '3', qboId: '24', decision: 'pair' }]);
});

test('two clients of one name are told apart by Client ID', async () => {
  const people = [
    client('tps', '1', { name: 'Roy', code: 'R1' }),
    client('tps', '2', { name: 'Roy', code: 'R2' }),
    client('qbo', '21', { name: 'Roy' }),
  ];
  const by = setUp({ people, paired: [], wishes: new Map() });
  const set = { 'QuickBooks customer': 'Roy' };
  const { decisions } = await after([{ sheet: 'Clients', row: 'R2', set }], by);
  expect(decisions).toEqual([{ tpsId: '2', qboId: '21', decision: 'pair' }]);
});
