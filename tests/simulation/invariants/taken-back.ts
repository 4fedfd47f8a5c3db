/**
 * What a system did not make as it was meant is taken back: nothing half-written stays there
 * (domain: a residue beyond the tolerance is "a failure that leaves nothing half-written").
 */
import { isNew } from '../../../utils/sync/intent';
import type { Browser } from '../world/browser';
import { lastRun } from '../world/drive';
import type { World } from '../world/world';

/** Looks at the run that has ended last, once: later runs may write it for good. */
export async function nothingHalfWritten(world: World, browser: Browser): Promise<void> {
  const run = await lastRun(browser);
  if (!run?.endedAt || world.runsLookedAt.has(run.id)) return;
  world.runsLookedAt.add(run.id);
  const rows = await browser.db.journal
    .where('[runId+seq]')
    .between([run.id, 0], [run.id, Number.POSITIVE_INFINITY])
    .toArray();
  for (const { intent, message } of rows) {
    if (!isNew(intent) || message?.id !== 'result.takenBack') continue;
    const { record, to } = intent;
    const named = ` ${record.id.replace(/^\D/, '')}]`;
    for (const card of world.cards[to].values()) {
      if (card.voided || card.kind !== record.kind || !card.marker.endsWith(named)) continue;
      world.report({
        invariant: 5,
        kind: 'a failed document was left there',
        text: `run ${run.id}: ${intent.key} failed, but ${to} ${card.kind} ${card.id} has ${card.marker}`,
      });
    }
  }
}
