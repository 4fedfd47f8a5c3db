/** Documents dated after today, in systems that count them and in systems that do not. */
import { describe, expect, it } from 'vitest';
import { cents } from '../../../utils/ledger/cents';
import { plainDate } from '../../../utils/ledger/plain-date';
import type { Side } from '../../../utils/ledger/side';
import { areExplained } from '../../../utils/tieout/are-explained';
import { tieOut } from '../../../utils/tieout/tie-out';
import { client, invoice, scene } from '../sync/make';

const TODAY = plainDate('2026-03-02');
const TWINS = [
  ['1', '2', '5', '6'],
  ['3', '4', '7', '8'],
] as const;

/** Two clients, each with one invoice of 100.00 that is dated in April, in both books. */
function twoClients() {
  const future = {
    ...{ date: plainDate('2026-04-15'), totalCents: cents(10_000), balanceCents: cents(10_000) },
  };
  const docs = TWINS.flatMap(([tpsId, qboId, tpsInvoice, qboInvoice]) => [
    client('tps', tpsId),
    client('qbo', qboId),
    invoice('tps', tpsInvoice, { clientId: tpsId, ...future }),
    invoice('qbo', qboInvoice, { clientId: qboId, ...future }),
  ]);
  const { now, links } = scene(docs);
  for (const [tpsId, qboId, tpsInvoice, qboInvoice] of TWINS) {
    links.add({
      ...{ id: `client:${tpsId}:${qboId}`, type: 'client', tpsId, qboId },
      base: { tps: client('tps', tpsId), qbo: client('qbo', qboId) },
    });
    links.add({
      ...{ id: `invoice:${tpsInvoice}:${qboInvoice}`, type: 'invoice' },
      ...{ tpsId: tpsInvoice, qboId: qboInvoice },
      base: { tps: invoice('tps', tpsInvoice), qbo: invoice('qbo', qboInvoice) },
    });
  }
  return { docs, now, links };
}

/** What a system says of its two clients. */
function says(side: Side, first: number, second: number, totalCents = first + second) {
  const ids = side === 'tps' ? ['1', '3'] : ['2', '4'];
  const byClient = new Map(
    [first, second].map((owed, at) => [ids[at] ?? '', cents(owed)] as const),
  );
  return { totalCents: cents(totalCents), byClient };
}

function result(tps: ReturnType<typeof says>, qbo: ReturnType<typeof says>) {
  const { now, links } = twoClients();
  const tied = tieOut({
    ...{ now, links, today: TODAY, reported: { tps, qbo } },
    causeOfDocument: () => null,
    causeOfClient: () => null,
    causeOfRest: () => null,
    ownerOf: (_, id) => id,
  });
  const named = tied.named.map(({ cause, differenceCents }) => [cause.id, differenceCents]);
  return { named, unexplainedCents: tied.unexplainedCents };
}

describe('what is dated after today', () => {
  it('is named where one of the systems leaves it out, for all clients', () => {
    expect(result(says('tps', 10_000, 10_000), says('qbo', 0, 0))).toEqual({
      named: [['cause.futureDated', 20_000]],
      unexplainedCents: 0,
    });
    expect(result(says('tps', 0, 0), says('qbo', 10_000, 10_000))).toEqual({
      named: [['cause.futureDated', -20_000]],
      unexplainedCents: 0,
    });
  });

  it('is named where a total alone leaves it out', () => {
    expect(result(says('tps', 10_000, 10_000), says('qbo', 10_000, 10_000, 0))).toEqual({
      named: [['cause.futureDated', 20_000]],
      unexplainedCents: 0,
    });
  });

  it('is no excuse where the system counts it for somebody', () => {
    const wrong = result(says('tps', 10_000, 10_000), says('qbo', 20_000, 10_000));
    expect(wrong).toEqual({ named: [], unexplainedCents: -10_000 });
    const missing = result(says('tps', 10_000, 10_000), says('qbo', 0, 10_000));
    expect(missing).toEqual({ named: [], unexplainedCents: 10_000 });
  });

  it('leaves what is beyond it unexplained', () => {
    expect(result(says('tps', 10_000, 10_000), says('qbo', 0, 5))).toEqual({
      named: [['cause.futureDated', 20_000]],
      unexplainedCents: -5,
    });
  });

  it('is known by the same measure while the books are read', () => {
    const docs = twoClients().docs.filter(({ side }) => side === 'qbo');
    const areRead = (first: number, second: number) =>
      areExplained(docs, says('qbo', first, second).byClient, TODAY);
    expect(areRead(10_000, 10_000)).toBe(true);
    expect(areRead(0, 0)).toBe(true);
    expect(areRead(0, 10_000)).toBe(false);
    expect(areRead(0, 5)).toBe(false);
  });
});
