import type { LedgerDatabase } from '../store/database';
import { currentPair } from '../store/pair';
import type { PairRow, RunRecord } from '../store/rows';
import { pairView } from '../views/pair';
import { runView } from '../views/run-view';
import type { AppView } from '../views/views';
import type { Desk } from './desk';
import { needsOf } from './needs';
import { settingsOf } from './settings';
import { sharedSetupNeeds } from './shared-setup-need';

/** Everything that panel and popup show, in one answer. */
export async function appView(desk: Desk): Promise<AppView> {
  const { db } = desk;
  const pair = await currentPair(db);
  const [settings, systems, run] = await Promise.all([
    settingsOf(db),
    desk.systems(pair),
    latestRun(db, pair),
  ]);
  return {
    settings,
    systems,
    pair: pair && pairView(pair),
    tieOut: pair?.lastTieOut ?? null,
    unguarded: pair?.unguarded ?? false,
    run: run && runView(run, desk.now()),
    needs: [
      ...(await sharedSetupNeeds(db, pair)),
      ...(await needsOf(db, pair, systems, await lastPlanned(db, pair), desk.now().toISOString())),
    ],
    exporting: desk.exporting(),
  };
}

/** The run at work, in preview or paused; else the one that ended last. */
async function latestRun(db: LedgerDatabase, pair: PairRow | null): Promise<RunRecord | null> {
  if (!pair) return null;
  const active = await db.runs
    .where('status')
    .anyOf('working', 'applying', 'preview', 'paused')
    .first();
  if (active) return active;
  return (
    (await db.runs
      .orderBy('startedAt')
      .reverse()
      .filter((r) => r.status !== 'cancelled')
      .first()) ?? null
  );
}

/** The newest run that got as far as a plan: its findings are the present ones. */
export async function lastPlanned(
  db: LedgerDatabase,
  pair: PairRow | null,
): Promise<RunRecord | null> {
  if (!pair) return null;
  return (
    (await db.runs
      .orderBy('startedAt')
      .reverse()
      .filter((r) => r.planHash !== null)
      .first()) ?? null
  );
}
