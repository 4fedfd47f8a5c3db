/** The mapping sheets of a file that came back: choices to store, or what is wrong and where. */

import type { SheetTexts } from '../export/mappings-book';
import { type Mapping, type MappingKind, MappingTable, mappingKey } from '../ledger/mappings';
import { sideKey } from '../ledger/record-key';
import { otherSide, type Side } from '../ledger/side';
import type { MappingsFileChange } from '../views/views';
import type { Phrase } from '../wording/phrase';
import type { Item, Items } from './items';
import { type Entry, type FileSetUp, KINDS } from './set-up';
import { type FileRow, openSheet } from './sheet';
import {
  columnTitle,
  DIRECTION,
  directionOf,
  MAPPING_COLUMNS,
  type MappingColumn,
  sheetTitle,
} from './words';

/** As `setup.saveMappings` takes it. */
export interface FileChoice extends Entry {
  readonly toId: string | null;
}

export interface LookedMappings {
  readonly problems: readonly Phrase[];
  readonly choices: readonly FileChoice[];
  readonly changes: readonly MappingsFileChange[];
}

type Row = FileRow<MappingColumn>;

interface Read extends Entry {
  readonly own: Item;
  readonly target: Item | null;
  readonly row: Row;
}

export function lookAtMappings(sheets: readonly SheetTexts[], setUp: FileSetUp): LookedMappings {
  const problems: Phrase[] = [];
  const reads: Read[] = [];
  for (const kind of KINDS) {
    const opened = openSheet(
      sheets,
      (locale) => sheetTitle(kind, locale),
      MAPPING_COLUMNS,
      (column, locale) => columnTitle(kind, column, locale),
      setUp.locale,
    );
    if (!opened.ok) {
      problems.push(...opened.problems);
      continue;
    }
    const seen = new Map<string, number>();
    for (const row of opened.rows) {
      const read = readRow(setUp, kind, row);
      if (!read.ok) {
        problems.push(read.problem);
        continue;
      }
      const { from, fromId, own } = read.read;
      const key = sideKey(from, fromId);
      const other = seen.get(key);
      if (other !== undefined) {
        problems.push(row.about(from, 'file.duplicate', { name: own.label, other }));
        continue;
      }
      seen.set(key, row.row);
      reads.push(read.read);
    }
  }
  if (problems.length > 0) return { problems, choices: [], changes: [] };
  return { ...choicesOf(setUp, reads) };
}

type ReadRow = { ok: true; read: Read } | { ok: false; problem: Phrase };

function readRow(setUp: FileSetUp, kind: MappingKind, row: Row): ReadRow {
  const { cells } = row;
  const from = directionOf(cells.direction);
  if (from === null) {
    const values = { name: cells.direction, there: DIRECTION.tps, back: DIRECTION.qbo };
    return { ok: false, problem: row.about('direction', 'file.direction', values) };
  }
  if (kind === 'special' && from === 'qbo') {
    const problem = row.about('direction', 'file.noWayBack', { there: DIRECTION.tps });
    return { ok: false, problem };
  }
  if (cells[from] === '') return { ok: false, problem: row.about(from, 'file.noName') };
  const own = named(setUp.items(kind, from), row, from, kind);
  if (!own.ok) return own;
  const entry: Entry = { kind, from, fromId: own.item.id };
  const to = otherSide(from);
  if (cells[to] === '') return { ok: true, read: { ...entry, own: own.item, target: null, row } };
  const target = named(setUp.targets(entry), row, to, kind);
  if (!target.ok) return target;
  const { item } = target;
  const stays = setUp.table.get(kind, from, entry.fromId) === item.id;
  if (!item.active && !stays) {
    const values = { name: item.label, side: to };
    return { ok: false, problem: row.about(to, 'file.inactive', values) };
  }
  return { ok: true, read: { ...entry, own: own.item, target: item, row } };
}

type Named = { ok: true; item: Item } | { ok: false; problem: Phrase };

/** What the cell of that side names. */
function named(items: Items, row: Row, side: Side, kind: MappingKind): Named {
  const name = row.cells[side];
  const idColumn = side === 'tps' ? 'tpsId' : 'qboId';
  const found = items.find(name, row.cells[idColumn]);
  if (found.ok) return found;
  if (found.why === 'unknown') {
    const list = `${kind}${side === 'tps' ? 'Tps' : 'Qbo'}`;
    return { ok: false, problem: row.about(side, 'file.unknown', { name, list, side }) };
  }
  const values = {
    name,
    side,
    count: found.ids.length,
    ids: found.ids.join(', '),
    idColumn: row.headings[idColumn],
  };
  return { ok: false, problem: row.about(side, 'file.ambiguous', values) };
}

/**
 * What has to be stored so that each row of the file is true. A way back that follows from the way
 * there is not stored on its own, unless a change would make it follow to somewhere else.
 */
function choicesOf(setUp: FileSetUp, reads: readonly Read[]): LookedMappings {
  const before = setUp.table;
  const wanted = (read: Read) => read.target?.id ?? null;
  const changed = reads.filter(
    (read) => before.get(read.kind, read.from, read.fromId) !== wanted(read),
  );
  const after = tableWith(setUp.stored, changed);
  const moved = reads.filter((read) => {
    const is = after.get(read.kind, read.from, read.fromId);
    return wanted(read) !== null && is !== wanted(read);
  });
  const problems = changed
    .filter(
      (read) => wanted(read) === null && after.get(read.kind, read.from, read.fromId) !== null,
    )
    .map(({ row, from, own }) => row.about(otherSide(from), 'file.follows', { name: own.label }));
  if (problems.length > 0) return { problems, choices: [], changes: [] };
  return {
    problems,
    choices: [...changed, ...moved].map((read) => ({
      kind: read.kind,
      from: read.from,
      fromId: read.fromId,
      toId: wanted(read),
    })),
    changes: changed.map((read) => {
      const beforeId = before.get(read.kind, read.from, read.fromId);
      const was = beforeId === null ? null : setUp.targets(read).get(beforeId);
      return {
        sheet: sheetTitle(read.kind, setUp.locale),
        name: read.own.label,
        before: was?.label ?? '',
        after: read.target?.label ?? '',
      };
    }),
  };
}

/** In the order in which the store gives mappings (by key), for of several ways back the first wins. */
function tableWith(stored: readonly Mapping[], changed: readonly Read[]): MappingTable {
  const keyOf = ({ kind, from, fromId }: Entry) => mappingKey(kind, from, fromId);
  const all = new Map(stored.map((mapping) => [keyOf(mapping), mapping]));
  for (const { kind, from, fromId, target } of changed) {
    const key = keyOf({ kind, from, fromId });
    if (target === null) all.delete(key);
    else all.set(key, { kind, from, fromId, toId: target.id });
  }
  const byKey = [...all].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return new MappingTable(byKey.map(([, mapping]) => mapping));
}
