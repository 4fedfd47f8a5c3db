import { cents } from '../ledger/cents';
import type { PlanGroup } from '../messages/views';
import type { JournalRow, RunRecord } from '../store/database';
import { loadScene } from '../store/scene';
import { brakesOf, planEffect } from '../sync/brakes';
import { type Intent, planText } from '../sync/intent';
import { makePlan, type Plan } from '../sync/plan';
import { recordKey } from '../sync/scene';
import { phrase } from '../wording/phrase';
import type { RunnerDeps } from './deps';
import { pairOf } from './pull-stage';
import { RunStop } from './stop';

/** Checks, compares and plans; the plan is journaled before anybody sees it. */
export async function planStage(deps: RunnerDeps, run: RunRecord): Promise<void> {
  const pair = await pairOf(deps, run.pairId);
  const scene = await loadScene(deps.db, pair);
  if (!scene) throw new RunStop('failed', phrase('run.notRead'));
  const plan = onlyChosen(makePlan(scene), run.only);
  const brakes = brakesOf(scene, plan, pair.cutoff === null);
  const effect = planEffect(plan);
  const before = { tpsCents: scene.now.tps.arCents, qboCents: scene.now.qbo.arCents };
  const at = deps.now().toISOString();
  const rows = plan.intents.map(
    (intent, seq): JournalRow => ({
      key: `${run.id}:${intent.key}`,
      runId: run.id,
      pairId: pair.id,
      seq,
      intent,
      state: 'planned',
      generation: 0,
      attempts: 0,
      message: null,
      warning: false,
      technical: null,
      at,
    }),
  );
  const planHash = await deps.sha256(`${pair.id}\n${planText(plan.intents)}`);
  await deps.db.transaction('rw', deps.db.journal, deps.db.runs, async () => {
    const stale = deps.db.journal.where('[runId+seq]').between([run.id, 0], [run.id, Infinity]);
    await stale.delete();
    await deps.db.journal.bulkAdd(rows);
    await deps.db.runs.update(run.id, {
      stage: 'preview',
      planHash,
      planMadeAt: at,
      counts: {
        planned: rows.length,
        done: 0,
        warnings: 0,
        skipped: 0,
        failed: 0,
        notAttempted: rows.length,
      },
      plannedCents: plan.intents.reduce((sum, intent) => sum + Math.abs(intent.amountCents), 0),
      before,
      after: {
        tpsCents: cents(before.tpsCents + effect.tps),
        qboCents: cents(before.qboCents + effect.qbo),
      },
      groups: groupsOf(plan.intents),
      brakes,
      holds: [...plan.holds],
      findings: [...plan.findings],
      rebase: [...plan.rebase],
    });
  });
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
  for (const { to, verb, type, amountCents } of intents) {
    const key = `${to} ${verb} ${type}`;
    const group = groups.get(key) ?? { to, verb, type, count: 0, amountCents: cents(0) };
    group.count += 1;
    group.amountCents = cents(group.amountCents + Math.abs(amountCents));
    groups.set(key, group);
  }
  return [...groups.values()];
}
