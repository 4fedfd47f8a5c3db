/**
 * The colour of a run that has ended. Green: it left nothing open that somebody must see to. Amber:
 * it met something new. Grey: only what had been waiting before still waits. Red: it failed.
 */

import { recordKey } from '../ledger/record-key';
import type { HeldRow } from '../store/rows';
import type { Hold } from '../sync/intent';

/** Held documents that a person should know of. */
const TOLD: readonly string[] = [
  'conflict',
  'tray',
  'unmapped',
  'undecided',
] satisfies Hold['kind'][];

export function isTold({ kind }: Pick<Hold, 'kind'>): boolean {
  return TOLD.includes(kind);
}

/** What a run leaves open, each with its cause: the same thing has the same key in the next run. */
export function leftOpen({ holds, findings }: Pick<HeldRow, 'holds' | 'findings'>): string[] {
  return [
    ...holds
      .filter(isTold)
      .map(({ side, type, id, what }) => `${recordKey(side, type, id)} ${JSON.stringify(what)}`),
    ...findings
      .filter(({ severity, client }) => severity === 'block' && client !== null)
      .map(
        ({ rule, client, subject }) =>
          `${rule} ${client?.tpsId}/${client?.qboId} ${subject ? `${subject.kind} ${subject.id}` : ''}`,
      ),
  ];
}

/** @param known what the last whole run left open */
export function waitColor(
  open: readonly string[],
  known: ReadonlySet<string>,
): 'success' | 'waiting' | 'warning' {
  if (open.length === 0) return 'success';
  return open.every((key) => known.has(key)) ? 'waiting' : 'warning';
}
