/**
 * The lists that mappings choose from: read when a plan hangs on them, and once a day. A payment hangs
 * on none: where its bank account is gone it is refused, while an invoice with a tax rate of yesterday
 * would be entered with another total.
 */
import type { References } from '../ledger/references';
import { SIDES } from '../ledger/side';
import { meetAll } from '../platform/meeting';
import type { PairRow, RunRecord } from '../store/rows';
import type { Hold, HoldKind } from '../sync/intent';
import type { Plan } from '../sync/plan/plan';
import type { RunnerDeps } from './deps';

/** What a run has read so recently is not read by it once more. */
const RUN_MS_MAX = 2 * 60_000;
/** Screens show these lists, too. */
const AGE_MS_MAX = 24 * 3_600_000;

/** What holds these back stands in no such list. */
const OF_DOCUMENTS: ReadonlySet<HoldKind> = new Set([
  'conflict',
  'blocked',
  'excluded',
  'ignored',
  'left',
  'tray',
]);

/** Must they be read before this plan is shown? */
export function areListsOld(run: RunRecord, { listsAt }: PairRow, plan: Plan, now: Date): boolean {
  const ageMs = now.getTime() - Date.parse(listsAt ?? '');
  if (!(ageMs >= 0 && ageMs < AGE_MS_MAX)) return true;
  if (ageMs < RUN_MS_MAX && Date.parse(listsAt ?? '') >= Date.parse(run.startedAt)) return false;
  const hangsOnThem = ({ kind }: Hold) => !OF_DOCUMENTS.has(kind);
  return (
    run.undoOf !== undefined ||
    run.convert !== undefined ||
    plan.intents.some(({ type }) => type !== 'payment') ||
    plan.holds.some(hangsOnThem)
  );
}

/** Both systems at once; of two failures the first side's is thrown. */
export async function readLists(deps: RunnerDeps, { id, books }: PairRow): Promise<void> {
  const at = deps.now().toISOString();
  const [tps, qbo] = await Promise.allSettled(
    SIDES.map((side) =>
      meetAll<readonly [References]>([
        (seat) => deps.ports[side].at(seat).references(books[side]?.country),
      ]),
    ),
  );
  if (tps?.status === 'rejected') throw tps.reason;
  if (qbo?.status === 'rejected') throw qbo.reason;
  if (!tps || !qbo) throw new Error('a side was left out');
  const references = { tps: tps.value[0], qbo: qbo.value[0] };
  await deps.db.pairs.update(id, { references, listsAt: at });
}
