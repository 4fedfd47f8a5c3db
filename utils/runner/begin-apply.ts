import type { RunRecord } from '../store/database';
import { recordKey } from '../sync/scene';
import type { RunnerDeps } from './deps';

/**
 * From plan to writing. The first time it also draws the line between what was settled before us
 * and what is ours to carry (`cutoff`, `owed`).
 */
export async function beginApply(deps: RunnerDeps, run: RunRecord): Promise<void> {
  const { db } = deps;
  await db.transaction('rw', db.runs, db.pairs, db.mirror, db.journal, async () => {
    const pair = await db.pairs.get(run.pairId);
    if (pair && !pair.cutoff) {
      const highest = async (side: 'tps' | 'qbo', kind: 'invoice' | 'payment') => {
        let top = '0';
        await db.mirror
          .where('[pairId+side+kind]')
          .equals([run.pairId, side, kind])
          .each(({ id }) => {
            if (id.length > top.length || (id.length === top.length && id > top)) top = id;
          });
        return top;
      };
      const cutoff = {
        tps: {
          invoice: await highest('tps', 'invoice'),
          payment: await highest('tps', 'payment'),
        },
        qbo: {
          invoice: await highest('qbo', 'invoice'),
          payment: await highest('qbo', 'payment'),
        },
      };
      // What is held, and what is planned and may yet fail: ours to carry, even if paid by then.
      const held = run.holds.map((hold) => recordKey(hold.side, hold.type, hold.id));
      const planned = await db.journal
        .where('[runId+seq]')
        .between([run.id, 0], [run.id, Number.POSITIVE_INFINITY])
        .toArray();
      const creates = planned.flatMap(({ intent: { verb, record } }) =>
        verb === 'create' ? [recordKey(record.side, record.kind, record.id)] : [],
      );
      const owed = [...held, ...creates];
      await db.pairs.update(pair.id, { cutoff, owed });
    }
    await db.runs.update(run.id, {
      status: 'applying',
      stage: 'apply',
      applyStartedAt: deps.now().toISOString(),
    });
  });
  deps.onChange();
}
