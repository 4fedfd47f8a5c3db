import type { RequestOf } from '../../utils/messages/requests';
import type { MappingKind, MappingRow, SetupStep } from '../../utils/messages/views';

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

export function mappingState(row: MappingRow): MappingState {
  if (row.chosenId !== null) return 'saved';
  if (row.suggestedId !== null) return 'suggested';
  return row.required ? 'missing' : 'optional';
}

/** Suggestions that nobody has saved, as choices. */
export function suggestedMappings(rows: readonly MappingRow[]): SavedMapping[] {
  return rows
    .filter((row) => mappingState(row) === 'suggested')
    .map((row) => ({ kind: row.kind, from: row.from, fromId: row.fromId, toId: row.suggestedId }));
}

/** Needed choices that have neither a saved nor a suggested target, and the money behind them. */
export function missingMappings(rows: readonly MappingRow[]): {
  count: number;
  waitingCents: number;
} {
  const missing = rows.filter((row) => mappingState(row) === 'missing');
  return {
    count: missing.length,
    waitingCents: missing.reduce((sum, row) => sum + row.used.amountCents, 0),
  };
}
