/** A small set-up, its file, and what becomes of the file when a person edits it. */

import type { SheetTexts } from '../../../utils/export/mappings-book';
import { readWorkbook } from '../../../utils/export/mappings-read';
import { mappingsWorkbook } from '../../../utils/export/mappings-workbook';
import type { Client, LedgerRecord } from '../../../utils/ledger/entities';
import { type Link, LinkIndex } from '../../../utils/ledger/link';
import type { Mapping } from '../../../utils/ledger/mappings';
import type { Code, References } from '../../../utils/ledger/references';
import { mappingsBookOf } from '../../../utils/mappings-file/book';
import { lookAtFile } from '../../../utils/mappings-file/look';
import { type FileSetUp, fileSetUp } from '../../../utils/mappings-file/set-up';
import type { ClientWish } from '../../../utils/sync/scene';
import type { Locale } from '../../../utils/wording/locale';
import { render } from '../../../utils/wording/render';
import { client, scene } from '../sync/make';

export const OWNER = {
  firm: { id: '77', name: 'Côté & Associés' },
  company: { realm: '9341', name: 'Côté CPA inc.' },
};

export function code(id: string, path: string, change: Partial<Code> = {}): Code {
  const name = path.split(' > ').at(-1) ?? path;
  return { id, name, path, active: true, billable: true, group: 'CHARGEABLE', ...change };
}

/** As the scene has them, but for the lists that a test fills in. */
const NONE: References = {
  ...scene([]).now.tps.references,
  codes: [],
  taxRates: [],
  taxChoices: [],
  banks: [],
  adjustmentAccounts: [],
  methods: [],
};

const TPS: References = {
  ...NONE,
  codes: [code('t1', 'Tax > T1'), code('t2', 'Tax > T2'), code('bk', 'Bookkeeping')],
  taxChoices: [
    { id: '', name: 'No tax', rateIds: [], active: true },
    { id: '1+2', name: 'GST + QST', rateIds: ['1', '2'], active: true },
  ],
  banks: [{ id: 'b1', name: 'Operating', type: '' }],
  methods: [
    { id: 'm1', name: 'Cheque' },
    { id: 'm2', name: 'Visa' },
  ],
};

const QBO: References = {
  ...NONE,
  codes: [
    code('10', 'Services > Tax'),
    code('11', 'Services > Books'),
    code('12', 'Hours'),
    code('13', 'Hours'),
    code('14', 'Old work', { active: false }),
  ],
  taxChoices: [
    { id: '2', name: 'Exempt', rateIds: [], active: true },
    { id: '3', name: 'GST/QST', rateIds: ['5'], active: true },
  ],
  banks: [{ id: '35', name: 'Chequing', type: 'Bank' }],
  adjustmentAccounts: [{ id: '80', name: 'Write-offs', type: 'Expense' }],
  methods: [
    { id: '1', name: 'Cheque' },
    { id: '4', name: 'Visa' },
  ],
};

const MAPPED: readonly Mapping[] = [
  { kind: 'bank', from: 'tps', fromId: 'b1', toId: '35' },
  { kind: 'code', from: 'tps', fromId: 't1', toId: '10' },
  { kind: 'code', from: 'tps', fromId: 't2', toId: '10' },
  { kind: 'method', from: 'qbo', fromId: '4', toId: 'm2' },
  { kind: 'special', from: 'tps', fromId: 'adjustmentDecrease', toId: '80' },
  { kind: 'tax', from: 'tps', fromId: '', toId: '2' },
  { kind: 'tax', from: 'tps', fromId: '1+2', toId: '3' },
];

/** Acme is paired, Baker excluded, Chen undecided; Dubois and Evans are free customers. */
const PEOPLE: readonly Client[] = [
  client('tps', '1', { name: 'Acme Ltd', code: 'A-1' }),
  client('tps', '2', { name: 'Baker', code: 'B-2' }),
  client('tps', '3', { name: 'Chen', code: '0003' }),
  client('qbo', '21', { name: 'Acme Limited' }),
  client('qbo', '22', { name: 'Dubois' }),
  client('qbo', '23', { name: 'Evans' }),
  client('qbo', '24', { name: 'Site B', parentId: '23' }),
];

export interface SceneOptions {
  tps?: Partial<References>;
  qbo?: Partial<References>;
  stored?: readonly Mapping[];
  people?: readonly Client[];
  paired?: readonly (readonly [tpsId: string, qboId: string])[];
  wishes?: ReadonlyMap<string, ClientWish>;
  records?: readonly LedgerRecord[];
  links?: readonly Link[];
  locale?: Locale;
}

export function setUp(options: SceneOptions = {}): FileSetUp {
  const people = options.people ?? PEOPLE;
  const one = (side: 'tps' | 'qbo', id: string) => {
    const found = people.find((person) => person.side === side && person.id === id);
    if (!found) throw new Error(`no ${side} client ${id}`);
    return found;
  };
  const pairs = (options.paired ?? [['1', '21']]).map(
    ([tpsId, qboId]): Link => ({
      id: `client:${tpsId}:${qboId}`,
      type: 'client',
      tpsId,
      qboId,
      base: { tps: one('tps', tpsId), qbo: one('qbo', qboId) },
    }),
  );
  const made = scene([...people, ...(options.records ?? [])], {
    links: new LinkIndex([...pairs, ...(options.links ?? [])]),
    wishes: options.wishes ?? new Map([['tps:2', { do: 'exclude', why: 'Sister company' }]]),
  });
  const now = {
    tps: { ...made.now.tps, references: { ...TPS, ...options.tps } },
    qbo: { ...made.now.qbo, references: { ...QBO, ...options.qbo } },
  };
  const stored = options.stored ?? MAPPED;
  return fileSetUp({ ...made, now }, stored, [], options.locale ?? 'en');
}

/** The file as it would come back untouched. */
export async function sheetsOf(from: FileSetUp): Promise<SheetTexts[]> {
  const file = await mappingsWorkbook(mappingsBookOf(from, OWNER, '2 March 2026'));
  const texts = await readWorkbook(file);
  if (!texts.ok) throw new Error(texts.why);
  return texts.sheets;
}

export interface Edit {
  sheet: string;
  /** Text of a cell of the row, to find it by; a new row is added when there is none. */
  row: string | null;
  set: Readonly<Record<string, string>>;
}

/** Writes texts into cells, found by sheet, row and heading. */
export function edited(sheets: readonly SheetTexts[], edits: readonly Edit[]): SheetTexts[] {
  const all = structuredClone([...sheets]);
  for (const { sheet: name, row, set } of edits) {
    const sheet = all.find((one) => one.name === name);
    const head = sheet?.rows[0];
    if (!sheet || !head) throw new Error(`no sheet ${name}`);
    let found = sheet.rows.find(({ cells }) => row !== null && cells.includes(row));
    if (!found) {
      if (row !== null) throw new Error(`no row ${row} in ${name}`);
      found = { row: (sheet.rows.at(-1)?.row ?? 0) + 1, cells: [] };
      sheet.rows.push(found);
    }
    for (const [heading, text] of Object.entries(set)) {
      const at = head.cells.indexOf(heading);
      if (at < 0) throw new Error(`no column ${heading} in ${name}`);
      while (found.cells.length <= at) found.cells.push('');
      found.cells[at] = text;
    }
  }
  return all;
}

/** What a look says about edited sheets: sentences in English, and what would be stored. */
export function look(sheets: readonly SheetTexts[], by: FileSetUp) {
  const looked = lookAtFile({ ok: true, sheets: [...sheets] }, by, OWNER);
  return { ...looked, sentences: looked.problems.map((problem) => render(problem, by.locale)) };
}
