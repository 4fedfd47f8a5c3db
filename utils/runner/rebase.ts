import { CLIENT_FIELDS, clientField } from '../ledger/content';
import type { Link, Linkable } from '../ledger/link';
import { localDay } from '../ledger/plain-date';
import { rowKey } from '../ledger/record-key';
import type { RunRecord } from '../store/rows';
import { loadScene } from '../store/scene';
import { withFields } from '../sync/plan/plan-clients';
import { phrase } from '../wording/phrase';
import type { RunnerDeps } from './deps';
import { pairOf } from './pull-stage';
import { RunStop } from './stop';

/** Both sides made the same change: the base moves on, nothing is written to either system. */
export async function rebase(deps: RunnerDeps, run: RunRecord): Promise<void> {
  const { db } = deps;
  if (run.rebase.length === 0) return;
  const scene = await loadScene(db, await pairOf(deps, run.pairId), localDay(deps.now()));
  if (!scene) throw new RunStop('failed', phrase('run.notRead'));
  await db.transaction('rw', db.links, async () => {
    for (const id of run.rebase) {
      const link = await db.links.get(rowKey(run.pairId, id));
      if (!link) continue;
      const { type, tpsId, qboId } = link;
      const tps = scene.now.tps[LISTS[type]].get(tpsId);
      const qbo = scene.now.qbo[LISTS[type]].get(qboId);
      if (tps && qbo) await db.links.put({ ...link, base: agreedBase(link.base, tps, qbo) });
      else await db.links.delete(link.key);
    }
  });
}

/** Of two clients only what is the same is agreed: another field may still wait for a comparison. */
function agreedBase(base: Link['base'], tps: Linkable, qbo: Linkable): Link['base'] {
  if (tps.kind !== 'client' || qbo.kind !== 'client') return { tps, qbo };
  if (base.tps.kind !== 'client' || base.qbo.kind !== 'client') return { tps, qbo };
  const open = CLIENT_FIELDS.filter((field) => clientField(tps, field) !== clientField(qbo, field));
  return { tps: withFields(tps, base.tps, open), qbo: withFields(qbo, base.qbo, open) };
}

const LISTS = { client: 'clients', invoice: 'invoices', payment: 'payments' } as const;
