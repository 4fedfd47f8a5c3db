import { cents } from '../ledger/cents';
import { localDay } from '../ledger/plain-date';
import { recordKey, rowKey } from '../ledger/record-key';
import { countsOf } from '../shared-setup/news';
import { inWords } from '../shared-setup/row-words';
import { keepHeld } from '../store/held';
import { missingDecisions } from '../store/quarantine';
import type { JournalRow, PairRow, RunRecord, SetupNews } from '../store/rows';
import { loadScene } from '../store/scene';
import { planConversion } from '../sync/convert/convert';
import type { Intent } from '../sync/intent';
import {
  type Brake,
  type BrakeChange,
  brakesOf,
  missingBrake,
  planEffect,
  undoneBrake,
} from '../sync/plan/brakes';
import type { Plan } from '../sync/plan/plan';
import { planText } from '../sync/plan-text';
import type { PlanGroup } from '../sync/run-terms';
import type { Scene } from '../sync/scene';
import { shownTypeOf, shownVerbOf } from '../sync/shown-type';
import { phrase } from '../wording/phrase';
import { backupBrake } from './backup-brake';
import { claimedBrake } from './claimed';
import type { RunnerDeps } from './deps';
import { type EarlierPlan, earlierPlan, replacePlan } from './earlier-plan';
import { leaseNotes, unguardedBrake } from './keeps-notes';
import { areListsOld, readLists } from './lists';
import { withStale } from './others';
import { planInTurns } from './plan-in-turns';
import { pairOf } from './pull-stage';
import { RunStop } from './stop';
import { undoneRecords, undoOf } from './undo-run';

/** More is a list that nobody reads before a sync; the set-up has them all. */
const CHANGES_LISTED_MAX = 50;

/** Checks, compares and plans; the plan is journaled before anybody sees it. */
export async function planStage(deps: RunnerDeps, run: RunRecord): Promise<void> {
  const { pair, scene, whole } = await planned(deps, run);
  const undo =
    run.undoOf === undefined
      ? null
      : await undoOf(deps.db, run.undoOf, scene, deps.now().toISOString());
  const own = undo?.intents ?? conversionOf(run, scene, whole);
  const chosen = own ? { ...whole, intents: own, rebase: [] } : onlyChosen(whole, run.only);
  const at = deps.now().toISOString();
  const earlier = await earlierPlan(deps.db, run.id, at);
  const plan = { ...chosen, intents: chosen.intents.filter(earlier.isLeft) };
  const firstRun = pair.cutoff === null;
  const brakes = await allBrakes(deps, pair, scene, plan, firstRun);
  const again = undo ? null : undoneBrake(plan.intents, await undoneRecords(deps.db, pair.id, at));
  if (again) brakes.push(again);
  const effect = planEffect(plan);
  const before = { tpsCents: scene.now.tps.arCents, qboCents: scene.now.qbo.arCents };
  const rows = journalRows(run, plan, earlier, at);
  const planHash = await deps.sha256(`${pair.id}\n${planText(plan.intents)}`);
  await deps.db.transaction('rw', deps.db.journal, deps.db.runs, deps.db.held, async () => {
    await replacePlan(deps.db, earlier, rows);
    await keepHeld(deps.db, run, plan);
    await deps.db.runs.update(run.id, {
      stage: 'preview',
      planHash,
      planMadeAt: at,
      counts: {
        ...earlier.counts,
        planned: earlier.ended.length + rows.length,
        notAttempted: rows.length,
      },
      plannedCents: [...earlier.ended, ...rows].reduce(
        (sum, { intent }) => sum + Math.abs(intent.amountCents),
        0,
      ),
      goesOn: rows.every(earlier.holds),
      before,
      after: {
        tpsCents: cents(before.tpsCents + effect.tps),
        qboCents: cents(before.qboCents + effect.qbo),
      },
      groups: groupsOf(plan.intents),
      rebuilt: rebuiltBy(run, plan.intents),
      brakes,
      rebase: [...plan.rebase],
      ...(undo ? { cannot: [...undo.cannot] } : {}),
    });
  });
}

/** Everything that both books call for, with lists that are as fresh as the plan needs them. */
async function planned(deps: RunnerDeps, run: RunRecord) {
  const made = await planNow(deps, run);
  if (!areListsOld(run, made.pair, made.whole, deps.now())) return made;
  await readLists(deps, made.pair);
  return planNow(deps, run);
}

async function planNow(deps: RunnerDeps, run: RunRecord) {
  const pair = await pairOf(deps, run.pairId);
  const read = await loadScene(deps.db, pair, localDay(deps.now()));
  if (!read) throw new RunStop('failed', phrase('run.notRead'));
  const scene = await withStale(deps, pair.id, read);
  return { pair, scene, whole: await planInTurns(deps, scene) };
}

/** What a person has to type before this plan may be applied. */
async function allBrakes(
  deps: RunnerDeps,
  pair: PairRow,
  scene: Scene,
  plan: Plan,
  firstRun: boolean,
): Promise<Brake[]> {
  const brakes = [...brakesOf(scene, plan, firstRun)];
  if (plan.intents.every(({ does }) => does === 'link')) return brakes;
  brakes.push(...backupBrake(pair, firstRun));
  if (pair.setupNews?.changes) brakes.push(await newsBrake(deps, pair, pair.setupNews));
  brakes.push(...missingBrake(await missingDecisions(deps.db, pair.id)));
  if (pair.unguardedSince === undefined || pair.tookOver === undefined) {
    const found = await leaseNotes(deps);
    brakes.push(...unguardedBrake(pair, found), ...claimedBrake(pair, scene.now.qbo, found));
  }
  return brakes;
}

/** The plan as it is journaled, behind what an earlier plan of this run has ended. */
function journalRows(run: RunRecord, plan: Plan, earlier: EarlierPlan, at: string): JournalRow[] {
  return plan.intents.map((intent, index) => ({
    key: rowKey(run.id, intent.key),
    runId: run.id,
    pairId: run.pairId,
    seq: earlier.nextSeq + index,
    intent,
    state: 'planned',
    generation: earlier.generation,
    attempts: 0,
    message: null,
    warning: false,
    technical: null,
    at,
  }));
}

/** Of a run that converts a document: what is to be done; ends the run where that cannot be. */
function conversionOf(run: RunRecord, scene: Scene, whole: Plan): readonly Intent[] | null {
  if (!run.convert) return null;
  const conversion = planConversion(scene, run.convert, whole.findings);
  if ('refused' in conversion) throw new RunStop('failed', conversion.refused);
  return conversion.intents;
}

/** Others of the firm have answered otherwise: this plan follows them, and is looked at first. */
async function newsBrake({ db }: RunnerDeps, pair: PairRow, news: SetupNews): Promise<Brake> {
  const { changes, by } = news;
  const listed: BrakeChange[] = [];
  for (const change of changes.slice(0, CHANGES_LISTED_MAX)) {
    const { what, one, other } = await inWords(db, pair, change);
    listed.push({ what, before: one, after: other });
  }
  return {
    id: 'setupNews',
    what: phrase('brake.setupNews', { ...countsOf(news), by }),
    confirm: String(changes.length),
    changes: { listed, more: changes.length - listed.length },
  };
}

/** The report of what the two systems' markers alone gave back, to a new browser or a lost database. */
function rebuiltBy(
  run: RunRecord,
  intents: readonly Intent[],
): NonNullable<RunRecord['rebuilt']> | null {
  const marked = intents.flatMap((intent) =>
    intent.does === 'link' && intent.why.id === 'why.marker' ? [intent] : [],
  );
  const clients = run.rejoined ?? 0;
  if (marked.length === 0 && clients === 0) return null;
  const differing = marked.filter(({ unagreed }) => unagreed).length;
  return { clients, documents: marked.length, differing };
}

/** For a retry of chosen documents: these, and whatever they need first. */
function onlyChosen(plan: Plan, only: readonly string[] | null): Plan {
  if (only === null) return plan;
  const chosen = new Set(only);
  const byKey = new Map(plan.intents.map((intent) => [intent.key, intent]));
  const kept = new Set<Intent>();
  const keep = (intent: Intent | undefined) => {
    if (!intent || kept.has(intent)) return;
    kept.add(intent);
    for (const need of intent.needs) keep(byKey.get(need));
    // What was taken off first is put on again in the same run.
    if (intent.does !== 'detach') return;
    for (const other of plan.intents) {
      if (other.linkId === intent.linkId && other.needs.includes(intent.key)) keep(other);
    }
  };
  for (const intent of plan.intents) {
    const { record, target } = intent;
    const keys = [record, target].map((r) => r && recordKey(r.side, r.kind, r.id));
    if (keys.some((key) => key && chosen.has(key))) keep(intent);
  }
  return { ...plan, intents: plan.intents.filter((intent) => kept.has(intent)), rebase: [] };
}

/** The plan in numbers: what goes where, how many, how much. */
function groupsOf(intents: readonly Intent[]): PlanGroup[] {
  const groups = new Map<string, PlanGroup>();
  for (const intent of intents) {
    const { to, amountCents } = intent;
    const verb = shownVerbOf(intent);
    const type = shownTypeOf(intent);
    const key = `${to} ${verb} ${type}`;
    const group = groups.get(key) ?? { to, verb, type, count: 0, amountCents: cents(0) };
    group.count += 1;
    group.amountCents = cents(group.amountCents + Math.abs(amountCents));
    groups.set(key, group);
  }
  return [...groups.values()];
}
