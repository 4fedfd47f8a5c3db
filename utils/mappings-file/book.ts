/** The set-up as the workbook to download. */
import type { BookColumn, MappingsBook } from '../export/mappings-book';
import type { MappingKind } from '../ledger/mappings';
import { otherSide, type Side } from '../ledger/side';
import type { Locale } from '../wording/locale';
import { type ClientRow, clientRows } from './client-rows';
import { itemOf } from './items';
import { clientsOf, type Entry, type FileSetUp, KINDS } from './set-up';
import {
  CLIENT_COLUMNS,
  type ClientColumn,
  columnTitle,
  DECISIONS,
  DIRECTION,
  decisionWord,
  MAPPING_COLUMNS,
  type MappingColumn,
  type SheetKind,
  sheetTitle,
  word,
} from './words';

/** The format that we write, and the newest that we read. */
export const FORMAT = 1;

export interface Owner {
  readonly firm: { readonly id: string; readonly name: string };
  readonly company: { readonly realm: string; readonly name: string };
}

const WIDTH: Record<MappingColumn | ClientColumn, number> = {
  tps: 44,
  qbo: 44,
  direction: 20,
  clientId: 14,
  decision: 14,
  reason: 40,
  tpsId: 14,
  qboId: 14,
};
const HELP = ['1', '2', '3', '4', '5', '6'] as const;

/** `madeOn` is the day as people of that language write it. */
export function mappingsBookOf(setUp: FileSetUp, owner: Owner, madeOn: string): MappingsBook {
  const { locale } = setUp;
  const lists = listsOf(setUp);
  const listAt = (name: string): number | null => {
    const at = lists.findIndex((list) => list.name === name);
    return at < 0 ? null : at;
  };
  return {
    about: aboutOf(owner, madeOn, locale),
    sheets: [
      ...KINDS.map((kind) => ({
        title: sheetTitle(kind, locale),
        columns: MAPPING_COLUMNS.map((column) =>
          columnOf(kind, column, locale, listAt(listNameOf(kind, column))),
        ),
        rows: entriesOf(setUp, kind).map((entry) => cellsOf(setUp, entry)),
      })),
      {
        title: sheetTitle('client', locale),
        columns: CLIENT_COLUMNS.map((column) =>
          columnOf('client', column, locale, listAt(column === 'qbo' ? 'customers' : column)),
        ),
        rows: clientRows(setUp).map((row) => clientCells(row, locale)),
      },
    ],
    lists: {
      title: word('excel.mapLists', locale),
      columns: lists.map(({ heading, values }) => ({ heading, values })),
    },
  };
}

/** Charges go to products and services; Excel takes another name, too, so an account can be typed. */
function listNameOf(kind: MappingKind, column: MappingColumn): string {
  if (column === 'direction') return column;
  return kind === 'special' && column === 'qbo' ? 'code qbo' : `${kind} ${column}`;
}

function aboutOf({ firm, company }: Owner, madeOn: string, locale: Locale): MappingsBook['about'] {
  return {
    title: word('excel.mapAbout', locale),
    facts: [
      { label: word('excel.mapFirm', locale), says: firm.name, tag: `firm=${firm.id}` },
      {
        label: word('excel.mapCompany', locale),
        says: company.name,
        tag: `company=${company.realm}`,
      },
      {
        label: word('excel.mapMade', locale),
        says: madeOn,
        tag: `ledger-bridge-mappings=${FORMAT}`,
      },
      { label: word('excel.mapHow', locale), says: '', tag: '' },
    ],
    help: HELP.map((line) => word(`excel.mapHow.${line}`, locale)),
  };
}

function columnOf(
  kind: SheetKind,
  column: MappingColumn | ClientColumn,
  locale: Locale,
  list: number | null,
): BookColumn {
  const quiet = column === 'tpsId' || column === 'qboId';
  return { heading: columnTitle(kind, column, locale), width: WIDTH[column], quiet, list };
}

/** Rows of a sheet: all of TPS that can be billed or is mapped, and the ways back that are asked. */
export function entriesOf({ items, stored, asked }: FileSetUp, kind: MappingKind): Entry[] {
  const mapped = (from: Side) =>
    stored.filter((mapping) => mapping.kind === kind && mapping.from === from);
  const there = new Set(mapped('tps').map(({ fromId }) => fromId));
  const back = new Set([
    ...mapped('qbo').map(({ fromId }) => fromId),
    ...asked.filter((entry) => entry.kind === kind && entry.from === 'qbo').map((e) => e.fromId),
  ]);
  const shown = (from: Side, wanted: (id: string, active: boolean) => boolean) =>
    items(kind, from)
      .all.filter(({ id, active }) => wanted(id, active))
      .map(({ id }) => ({ kind, from, fromId: id }));
  return [
    ...shown('tps', (id, active) => active || there.has(id)),
    ...shown('qbo', (id) => back.has(id)),
  ];
}

function cellsOf(setUp: FileSetUp, entry: Entry): string[] {
  const { kind, from, fromId } = entry;
  const own = setUp.items(kind, from).get(fromId) ?? itemOf(fromId, '', '');
  const toId = setUp.table.get(kind, from, fromId);
  const other = toId === null ? null : (setUp.targets(entry).get(toId) ?? itemOf(toId, '', ''));
  const bySide: Record<Side, { label: string; id: string }> = {
    tps: { label: '', id: '' },
    qbo: { label: '', id: '' },
  };
  bySide[from] = own;
  if (other) bySide[otherSide(from)] = other;
  const cells: Record<MappingColumn, string> = {
    tps: bySide.tps.label,
    qbo: bySide.qbo.label,
    direction: DIRECTION[from],
    tpsId: bySide.tps.id,
    qboId: bySide.qbo.id,
  };
  return MAPPING_COLUMNS.map((column) => cells[column]);
}

function clientCells({ tps, qbo, decision, why }: ClientRow, locale: Locale): string[] {
  const cells: Record<ClientColumn, string> = {
    clientId: tps?.code ?? '',
    tps: tps ? itemOf(tps.id, tps.name, '').label : '',
    qbo: qbo ? itemOf(qbo.id, qbo.name, '').label : '',
    decision: decision === null ? '' : decisionWord(decision, locale),
    reason: why,
    tpsId: tps?.id ?? '',
    qboId: qbo?.id ?? '',
  };
  return CLIENT_COLUMNS.map((column) => cells[column]);
}

interface List {
  readonly name: string;
  readonly heading: string;
  readonly values: string[];
}

/** What Excel offers to choose from, with the ids beside the names. */
function listsOf(setUp: FileSetUp): List[] {
  const { locale } = setUp;
  const active = (name: string, heading: string, items: ReturnType<FileSetUp['items']>) => [
    { name, heading, values: items.all.filter((item) => item.active).map(({ label }) => label) },
    {
      name: `${name} id`,
      heading: word(name.endsWith('tps') ? 'excel.mapTpsId' : 'excel.mapQboId', locale),
      values: items.all.filter((item) => item.active).map(({ id }) => id),
    },
  ];
  const kinds: readonly MappingKind[] = ['code', 'tax', 'bank', 'method'];
  return [
    ...kinds.flatMap((kind) =>
      (['qbo', 'tps'] as const).flatMap((side) =>
        active(`${kind} ${side}`, columnTitle(kind, side, locale), setUp.items(kind, side)),
      ),
    ),
    ...active(
      'accounts qbo',
      word('excel.mapAccounts', locale),
      setUp.targets({ kind: 'special', from: 'tps', fromId: 'adjustmentDecrease' }),
    ),
    {
      name: 'customers',
      heading: columnTitle('client', 'qbo', locale),
      values: clientsOf(setUp, 'qbo')
        .filter(({ parentId }) => parentId === null)
        .map(({ id, name }) => itemOf(id, name, '').label),
    },
    {
      name: 'decision',
      heading: word('excel.mapDecision', locale),
      values: DECISIONS.map((decision) => decisionWord(decision, locale)),
    },
    {
      name: 'direction',
      heading: word('excel.mapDirection', locale),
      values: Object.values(DIRECTION),
    },
  ];
}
