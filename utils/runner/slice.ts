/** A slice of the plan: steps that are done side by side, each as safe as it is by itself. */
import type { Link, LinkIndex } from '../ledger/link';
import { sideKey } from '../ledger/record-key';
import { type Both, SIDES, type Side } from '../ledger/side';
import { meet, type Seat } from '../platform/meeting';
import type { BooksPort } from '../port/books-port';
import type { JournalRow } from '../store/rows';
import { type Intent, otherOwner } from '../sync/intent';
import type { Scheduled } from '../sync/schedule';
import type { ApplyContext } from './apply-intent';
import type { RunnerDeps } from './deps';
import { journalOfSlice } from './journal';

/** What may still be on its way when its answer is lost, and a batch, whose steps take their time. */
const WAIT_MS = 1_500;
const WAIT_OF_SLICE_MS = 5_000;

export type Act = (
  deps: RunnerDeps,
  row: JournalRow,
  context: ApplyContext,
) => Promise<Link | null>;

/** What is the same for every slice of the plan. */
export type SliceContext = Omit<ApplyContext, 'journal' | 'waitMs'>;

/** Does the steps of a slice; throws when all have ended, what kept one of them from ending. */
export async function sideBySide(
  deps: RunnerDeps,
  slice: readonly JournalRow[],
  context: SliceContext,
  act: Act,
): Promise<void> {
  const journalAt = journalOfSlice(deps);
  const waitMs = slice.length > 1 ? WAIT_OF_SLICE_MS : WAIT_MS;
  const ended = await meet(
    slice.map((row) => (seat: Seat) => {
      const ports = { tps: deps.ports.tps.at(seat), qbo: deps.ports.qbo.at(seat) };
      return act({ ...deps, ports }, row, { ...context, journal: journalAt(seat), waitMs });
    }),
  );
  for (const one of ended)
    if (one.status === 'fulfilled' && one.value) context.links.add(one.value);
  for (const one of ended) if (one.status === 'rejected') throw one.reason;
}

/** In the order of the rows, each to one system alone. */
export function slices(rows: readonly JournalRow[], ports: Both<BooksPort>): JournalRow[][] {
  return SIDES.flatMap((side) => {
    const there = rows.filter(({ intent }) => intent.to === side);
    const size = Math.max(...ports[side].lanes.map(({ atMost }) => atMost));
    const count = Math.ceil(there.length / size);
    return Array.from({ length: count }, (_, at) => there.slice(at * size, (at + 1) * size));
  });
}

/** A step of the schedule that is a row of the journal. */
interface Step extends Scheduled {
  readonly row: JournalRow;
}

export function stepOf(row: JournalRow, links: LinkIndex): Step {
  return { row, intent: row.intent, clients: clientsOf(row.intent, links) };
}

export function rowsOf(steps: readonly Step[]): JournalRow[] {
  return steps.map(({ row }) => row);
}

/** The clients that it touches, each by its id in TPS where it has one there. */
function clientsOf(intent: Intent, links: LinkIndex): string[] {
  const named = (side: Side, id: string): string => {
    const inTps = side === 'tps' ? id : links.twin(side, 'client', id);
    return inTps === null ? sideKey(side, id) : sideKey('tps', inTps);
  };
  const { record, target, draft, to } = intent;
  const ofEnds = [record, target].flatMap((end) =>
    end ? [named(end.side, end.kind === 'client' ? end.id : end.clientId)] : [],
  );
  const owner = otherOwner(intent);
  return [
    ...new Set([
      ...ofEnds,
      ...(owner === undefined ? [] : [named(record.side, owner)]),
      ...(draft && draft.kind !== 'client' ? [named(to, draft.clientId)] : []),
    ]),
  ];
}
