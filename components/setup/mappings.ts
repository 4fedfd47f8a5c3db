import type { RequestOf } from '../../utils/messages/requests';
import type {
  MappingKind,
  MappingOption,
  MappingRow,
  SetupStep,
  SetupView,
} from '../../utils/views/views';

/** One choice as it is saved. */
export type SavedMapping = RequestOf<'setup.saveMappings'>['choices'][number];

/** The steps that are mapping tables, and what each maps. */
export const MAPPING_STEPS: Partial<Record<SetupStep, readonly MappingKind[]>> = {
  codes: ['code', 'special'],
  taxes: ['tax'],
  banks: ['bank', 'method'],
};

/** Where a mapping stands. */
export type MappingState = 'saved' | 'suggested' | 'missing' | 'optional';

/** Identity of a row: the same code can stand in both directions. */
export function mappingKey(row: MappingRow): string {
  return `${row.kind} ${row.from} ${row.fromId}`;
}

/** What is shown as chosen: the saved choice, else what we suggest. */
export function shownChoice(row: MappingRow): string | null {
  return row.chosenId ?? row.suggestedId;
}

/** What a row can be booked to; an adjustment decrease goes to an account. */
export function optionsFor(row: MappingRow, targets: SetupView['targets']): MappingOption[] {
  const list = row.fromId === 'adjustmentDecrease' ? 'account' : row.kind;
  return targets[list][row.from === 'tps' ? 'qbo' : 'tps'];
}

export function mappingState(row: MappingRow): MappingState {
  if (row.chosenId !== null) return 'saved';
  if (row.suggestedId !== null) return 'suggested';
  return row.required ? 'missing' : 'optional';
}

/** A list entry with its place: the path alone where the name is its last part. */
export function placeOf({ name, path }: { name: string; path: string }): string {
  if (path === '' || path === name) return name;
  return path.endsWith(name) ? path : `${name} · ${path}`;
}

/** What stands above an entry in its tree; empty at the top. */
export function branchOf({ name, path }: { name: string; path: string }): string {
  return path.endsWith(` > ${name}`) ? path.slice(0, -` > ${name}`.length) : '';
}

/** A choice as it is saved. */
export function choiceOf({ kind, from, fromId }: MappingRow, toId: string | null): SavedMapping {
  return { kind, from, fromId, toId };
}

/** Suggestions that nobody has saved, as choices. */
export function suggestedMappings(rows: readonly MappingRow[]): SavedMapping[] {
  return rows
    .filter((row) => mappingState(row) === 'suggested')
    .map((row) => choiceOf(row, row.suggestedId));
}

/** What open documents need and nobody has saved: how many, how much waits, and what lacks even a suggestion. */
export function unmapped(rows: readonly MappingRow[]): {
  count: number;
  waitingCents: number;
  missing: number;
} {
  const open = rows.filter((row) => row.required && row.chosenId === null);
  return {
    count: open.length,
    waitingCents: open.reduce((sum, row) => sum + row.used.amountCents, 0),
    missing: open.filter((row) => mappingState(row) === 'missing').length,
  };
}

/** Work codes of a class that a default fills: not saved, and like nothing by name. */
export function fillable(rows: readonly MappingRow[], group: string): MappingRow[] {
  return rows.filter(
    (row) =>
      row.group === group &&
      row.chosenId === null &&
      (row.suggestedId === null || row.why?.id === 'suggest.general'),
  );
}

/** Do two rates in per cent say the same? Null where one is not known. */
export function sameRate(a: string | null, b: string | null): boolean | null {
  if (a === null || b === null) return null;
  const thousandths = (rate: string) => Math.round(Number(rate) * 1000);
  return thousandths(a) === thousandths(b);
}
