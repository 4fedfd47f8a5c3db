/**
 * Invariant 2, document by document: two invoices that differ and cancel each other out do not make
 * a tie-out. Whatever is open differently in the two ledgers is named, with its client or by itself.
 */

import type { Browser } from '../world/browser';
import type { Ran } from '../world/drive';
import type { World } from '../world/world';

export async function everyDocumentIsNamed(
  world: World,
  browser: Browser,
  run: Ran,
): Promise<void> {
  const { tieOut } = run;
  if (!tieOut) return;
  // What stops the whole company is told instead, as it is of a single client.
  if (run.findings.some(({ client, severity }) => severity === 'block' && !client)) return;
  const hidden = (tieOut.offsets ?? []).reduce((sum, one) => sum + one.differenceCents, 0);
  if (hidden !== 0) {
    world.report({
      invariant: 2,
      kind: 'what cancels out does not',
      text: `run ${run.id}: the offsets come to ${hidden}`,
    });
  }
  const { pairs, sites } = world;
  const tps = sites.books.ledger();
  const qbo = new Map(sites.company.ledger().documents.map((doc) => [doc.id, doc]));
  const clients = new Map(tps.clients.map((client) => [String(client.id), client]));
  const leftAlone = await clientsLeftAlone(browser, run);
  const named = new Set(tieOut.named.flatMap((one) => one.clients.map(({ name }) => name)));
  const offsets = new Set(tieOut.offsets?.map(({ number }) => number));
  for (const here of tps.documents) {
    if (here.type !== 'invoice') continue;
    const there = qbo.get(pairs.twin('tps', 'invoice', String(here.id)) ?? '');
    if (!there || there.balanceCents === here.balanceCents) continue;
    const client = clients.get(String(here.clientId));
    const alone = leftAlone.tps.has(String(here.clientId)) || leftAlone.qbo.has(there.customerId);
    if (!client || client.excluded || alone) continue;
    // It is called as the book calls it in which it is open.
    const isTold = [here.number, there.docNumber ?? ''].some((number) => offsets.has(number));
    // One that went to another client in QuickBooks differs there.
    const payer = pairs.twin('qbo', 'client', there.customerId ?? '');
    const elsewhere = clients.get(payer ?? '')?.name ?? '';
    if (named.has(client.name) || named.has(elsewhere) || isTold) continue;
    world.report({
      invariant: 2,
      kind: 'an invoice differs and no word says so',
      text: `run ${run.id}: ${here.number} of ${client.name}: ${here.balanceCents} open in TPS, ${there.balanceCents} in QuickBooks`,
    });
  }
}

/** Excluded by a person, or blocked by a finding: named as a whole. */
async function clientsLeftAlone({ db }: Browser, run: Ran) {
  const alone = { tps: new Set<string>(), qbo: new Set<string | null>() };
  for (const { side, clientId, wish } of await db.wishes.toArray()) {
    if (wish.do !== 'create') alone[side].add(clientId);
  }
  for (const { client, severity } of run.findings) {
    if (severity !== 'block' || !client) continue;
    if (client.tpsId !== null) alone.tps.add(client.tpsId);
    if (client.qboId !== null) alone.qbo.add(client.qboId);
  }
  return alone;
}
