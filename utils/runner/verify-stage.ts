/**
 * Reads both books again after the writes and explains what still differs, to the cent. If the
 * documents do not explain it, everything is read afresh once before anybody is alarmed.
 */

import type { Finding } from '../checks/finding';
import { splitId } from '../ledger/document-id';
import type { Link, Linkable } from '../ledger/link';
import { parseMarker } from '../ledger/marker';
import { localDay } from '../ledger/plain-date';
import { recordKey } from '../ledger/record-key';
import { otherSide, SIDES } from '../ledger/side';
import { openEntries } from '../store/entries';
import { keepHeld } from '../store/held';
import type { EntryRecord, RunRecord } from '../store/rows';
import { loadScene } from '../store/scene';
import { exclusionOf } from '../sync/gate';
import type { Hold, Intent } from '../sync/intent';
import { ownerOf } from '../sync/owner';
import type { Plan } from '../sync/plan/plan';
import type { TieOutView } from '../sync/run-terms';
import { clientKey, type Scene } from '../sync/scene';
import { type TieOut, tieOut } from '../tieout/tie-out';
import { type Phrase, phrase } from '../wording/phrase';
import type { RunnerDeps } from './deps';
import { forgetAgreed, refreshBases } from './others';
import { planInTurns } from './plan-in-turns';
import { pairOf, pullStage, type Reported, readReceivable } from './pull-stage';
import { RunStop } from './stop';
import { tieOutView } from './tie-out-view';
import { undoneRecords } from './undo-run';

/**
 * Compares both books, and keeps what came of it with the run.
 *
 * @param known what both systems reported when this run has read them, a moment ago
 * @returns what a plan of the books as they are now would do
 */
export async function verifyStage(
  deps: RunnerDeps,
  run: RunRecord,
  known?: Reported,
): Promise<readonly Intent[]> {
  const reported = run.counts.planned > 0 ? await pullStage(deps, run) : known;
  let result = await explain(deps, run, 'cause.changedSince', reported);
  if (isUnexplained(result.tieOut)) {
    const afresh = await pullStage(deps, run, 'everything');
    result = await explain(deps, run, 'cause.changedSince', afresh);
  }
  await refreshBases(deps.db, run.pairId, result.scene);
  await forgetAgreed(deps.db, run.pairId);
  await deps.db.transaction('rw', deps.db.runs, deps.db.held, deps.db.pairs, async () => {
    await deps.db.runs.update(run.id, {
      tieOut: result.view,
      // They were read for that: what is left to do is as old as this.
      ...(run.counts.planned > 0 ? { booksReadAt: deps.now().toISOString() } : {}),
    });
    await keepHeld(deps.db, run, result);
    const readAt = run.readAt ? { readAt: run.readAt } : {};
    await deps.db.pairs.update(run.pairId, { lastTieOut: result.view, ...readAt });
  });
  return result.intents;
}

function isUnexplained(result: TieOut): boolean {
  return (
    result.unexplainedCents !== 0 || result.clients.some((client) => client.unexplainedCents !== 0)
  );
}

/**
 * The tie-out of a plan that is only shown: what the plan would carry is a named difference, so that
 * a preview alone says whether the two books agree and why not.
 */
export async function tieOutOfPreview(
  deps: RunnerDeps,
  run: RunRecord,
  known?: Reported,
): Promise<void> {
  const { view } = await explain(deps, run, 'cause.planned', known);
  await deps.db.transaction('rw', deps.db.runs, deps.db.pairs, async () => {
    await deps.db.runs.update(run.id, { tieOut: view });
    await deps.db.pairs.update(run.pairId, { lastTieOut: view });
  });
}

/** Compares the books as last read with what both systems report now. */
export async function explain(
  deps: RunnerDeps,
  run: Pick<RunRecord, 'pairId'>,
  /** What to say of a document that the plan as it is now would carry. */
  toCarry: 'cause.changedSince' | 'cause.planned' = 'cause.changedSince',
  /** What both systems report, where it was read this moment. */
  known?: Reported,
): Promise<{
  tieOut: TieOut;
  view: TieOutView;
  scene: Scene;
  holds: readonly Hold[];
  findings: readonly Finding[];
  intents: readonly Intent[];
}> {
  const pair = await pairOf(deps, run.pairId);
  const scene = await loadScene(deps.db, pair, localDay(deps.now()));
  if (!scene) throw new RunStop('failed', phrase('run.notRead'));
  const reported = known ?? (await readReceivable(deps, run.pairId));
  const plan = await planInTurns(deps, scene);
  const failures = await openEntries(deps.db, run.pairId);
  const undone = await undoneRecords(deps.db, run.pairId, deps.now().toISOString());
  const causes = causesOfDocuments({ scene, plan, failures, undone, toCarry });
  const blocked = causesOfClients(plan.findings);
  const result = tieOut({
    now: scene.now,
    links: scene.links,
    today: scene.today,
    reported,
    ownerOf: (side, id) => ownerOf(scene, side, id),
    causeOfDocument: (side, kind, id) => causes.get(recordKey(side, kind, id)) ?? null,
    causeOfRest: (side, id) => blocked.unread.get(clientKey(side, id)) ?? null,
    causeOfClient: (side, id) => {
      const why = exclusionOf(scene, side, id);
      if (why !== null) return phrase('cause.excluded', { why });
      return blocked.byClient.get(clientKey(side, id)) ?? blocked.company;
    },
  });
  return {
    tieOut: result,
    view: tieOutView(result, deps.now()),
    scene,
    holds: plan.holds,
    findings: plan.findings,
    intents: plan.intents,
  };
}

/** Why a document differs: what the plan would do, what failed, what is held, how it is rounded. */
function causesOfDocuments(from: {
  readonly scene: Scene;
  readonly plan: Plan;
  readonly failures: readonly EntryRecord[];
  readonly undone: ReadonlyMap<string, unknown>;
  readonly toCarry: 'cause.changedSince' | 'cause.planned';
}): Map<string, Phrase> {
  const { scene, plan, failures, undone, toCarry } = from;
  const causes = new Map<string, Phrase>();
  for (const { record, target } of plan.intents) {
    const isUndone = undone.has(recordKey(record.side, record.kind, record.id));
    const cause = phrase(
      isUndone ? 'cause.undone' : isConverted(record) ? 'cause.converted' : toCarry,
    );
    for (const end of [record, target]) {
      if (end) causes.set(recordKey(end.side, end.kind, end.id), cause);
    }
  }
  causesOfRounding(scene, causes);
  for (const { recordKey: key, message } of failures) causes.set(key, message);
  for (const { side, type, id, kind, what } of plan.holds) {
    const key = recordKey(side, type, id);
    // What a person said of it, or what stands in its way now, before what once went wrong.
    if (kind === 'ignored' || kind === 'tray' || !causes.has(key)) causes.set(key, what);
    const twin = scene.links.twin(side, type, id);
    if (twin === null) continue;
    const there = recordKey(otherSide(side), type, twin);
    if (!causes.has(there)) causes.set(there, what);
  }
  causesOfApplications(scene, causes);
  return causes;
}

/** Why a client's documents are not synced: by client, of the whole company, and what is unread. */
function causesOfClients(findings: readonly Finding[]) {
  const byClient = new Map<string, Phrase>();
  const unread = new Map<string, Phrase>();
  const company = findings.find((f) => f.severity === 'block' && !f.client)?.cause ?? null;
  for (const { severity, client, cause, rule } of findings) {
    if (severity !== 'block' || !client) continue;
    const { tpsId, qboId } = client;
    const keys = [tpsId && clientKey('tps', tpsId), qboId && clientKey('qbo', qboId)];
    for (const key of keys) {
      if (!key) continue;
      byClient.set(key, cause);
      if (rule === 'unread') unread.set(key, cause);
    }
  }
  return { byClient, unread, company };
}

/** Made by a conversion, and not carried to QBO yet. */
function isConverted({ kind, marker }: Linkable): boolean {
  const named = kind === 'client' ? null : parseMarker(marker, kind);
  return named !== null && splitId(named.id).list === 'credit';
}

/**
 * Invoices whose tax the two systems round differently, and what therefore stays unapplied of a
 * payment: only what is no more than that.
 */
function causesOfRounding({ now, links, taxToleranceCents }: Scene, causes: Map<string, Phrase>) {
  const isRounded = (one: number, other: number) =>
    one !== other && Math.abs(one - other) <= taxToleranceCents;
  const name = ({ type, tpsId, qboId }: Link) => {
    causes.set(recordKey('tps', type, tpsId), phrase('cause.residue'));
    causes.set(recordKey('qbo', type, qboId), phrase('cause.residue'));
  };
  const rounded = new Set<string>();
  for (const link of links.all) {
    const tps = now.tps.invoices.get(link.tpsId);
    const qbo = now.qbo.invoices.get(link.qboId);
    if (link.type !== 'invoice' || !tps || !qbo) continue;
    if (!isRounded(tps.totalCents, qbo.totalCents)) continue;
    rounded.add(tps.id);
    if (isRounded(tps.balanceCents, qbo.balanceCents)) name(link);
  }
  for (const link of links.all) {
    const tps = now.tps.payments.get(link.tpsId);
    const qbo = now.qbo.payments.get(link.qboId);
    if (link.type !== 'payment' || !tps || !qbo || tps.amountCents !== qbo.amountCents) continue;
    const settles = tps.applications.some(({ to, id }) => to === 'invoice' && rounded.has(id));
    if (settles && isRounded(tps.unappliedCents, qbo.unappliedCents)) name(link);
  }
}

/** A payment that is not carried over is why the invoices that it settles differ, too. */
function causesOfApplications(scene: Scene, causes: Map<string, Phrase>): void {
  for (const side of SIDES) {
    for (const { id, applications } of scene.now[side].payments.values()) {
      const cause = causes.get(recordKey(side, 'payment', id));
      if (!cause) continue;
      for (const { to, id: invoiceId } of applications) {
        const key = recordKey(side, 'invoice', invoiceId);
        if (to === 'invoice' && !causes.has(key)) causes.set(key, cause);
      }
    }
  }
}
