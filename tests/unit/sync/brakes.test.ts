import { describe, expect, it } from 'vitest';
import { LinkIndex, linkId } from '../../../utils/ledger/link';
import { brakesOf } from '../../../utils/sync/plan/brakes';
import { makePlan } from '../../../utils/sync/plan/plan';
import { ownDraft } from '../../../utils/sync/translate/own-draft';
import { planUndo } from '../../../utils/sync/undo/undo';
import { client, invoice, scene } from '../sync/make';

const NUMBERS = Array.from({ length: 30 }, (_, at) => String(at + 1));

/** Thirty twins, of which TPS has another memo than both agreed on. */
function edited() {
  const [tps, qbo] = [client('tps', '1'), client('qbo', '1')];
  const ends = { type: 'client', tpsId: '1', qboId: '1', base: { tps, qbo } } as const;
  const twins = NUMBERS.map((id) => {
    const base = { tps: invoice('tps', id), qbo: invoice('qbo', id) };
    const common = { type: 'invoice', tpsId: id, qboId: id, base } as const;
    return { ...common, id: linkId('invoice', id, id) };
  });
  const links = new LinkIndex([{ ...ends, id: linkId('client', '1', '1') }, ...twins]);
  const cutoff = { tps: {}, qbo: {} };
  const now = twins.map(({ base }) => ({ ...base.tps, memo: 'new' }));
  return scene([tps, qbo, ...now, ...twins.map(({ base }) => base.qbo)], { links, cutoff });
}

const idsOf = (...of: Parameters<typeof brakesOf>) => brakesOf(...of).map(({ id }) => id);

describe('the brake of many edits', () => {
  it('is on where a sync rewrites most of what is linked', () => {
    const before = edited();
    const plan = makePlan(before);
    expect(plan.intents).toHaveLength(NUMBERS.length);
    expect(idsOf(before, plan, false)).toContain('edits');
  });

  it('is on where an undo writes most of it back', () => {
    const before = edited();
    const { intents } = makePlan(before);
    const rows = intents.map((intent) => {
      const link = before.links.get(intent.linkId ?? '');
      const twin = before.now.qbo.invoices.get(intent.target?.id ?? '');
      if (!link || !twin) throw new Error('no twin');
      return { intent, baseBefore: link.base, result: { ...twin, memo: 'new' } };
    });
    const after = scene(
      [
        ...before.now.tps.clients.values(),
        ...before.now.qbo.clients.values(),
        ...before.now.tps.invoices.values(),
        ...rows.map(({ result }) => result),
      ],
      { links: before.links, cutoff: before.cutoff },
    );
    const undo = planUndo(rows, after, ownDraft);
    expect(undo.intents).toHaveLength(NUMBERS.length);
    const plan = { intents: undo.intents, holds: [], findings: [], rebase: [] };
    expect(idsOf(after, plan, false)).toContain('edits');
  });
});
