import type { JsonObject } from '../../sandbox/qbo';
import { textAt } from '../../sandbox/qbo/json';
import type { Mishap } from '../faults/mishap';
import { approveShown, driveThrough, started } from '../trace/moves';
import type { World } from '../world/world';

/** The books are in step: whatever comes next is the story. */
export async function synced(world: World, mishaps: readonly Mishap[] = []): Promise<void> {
  const browser = await world.browser(0);
  world.storm(browser, mishaps);
  world.reads(browser);
  world.sites.clock.advance(60_000);
  await started(browser, 'run.sync');
  await driveThrough(browser);
  await approveShown(world, browser);
}

/** Invoices that stand on both sides and are wholly open, oldest first. */
export function openTwins(world: World): { readonly tpsId: number; readonly qboId: string }[] {
  const { books, company } = world.sites;
  const open = new Set(
    company
      .ledger()
      .documents.filter((doc) => doc.entity === 'Invoice' && doc.balanceCents === doc.totalCents)
      .flatMap((doc) => (doc.deleted || doc.voided ? [] : [doc.id])),
  );
  return world.pairs.all
    .filter(({ kind, tpsId, qboId }) => kind === 'invoice' && /^\d/.test(tpsId) && open.has(qboId))
    .map(({ tpsId, qboId }) => ({ tpsId: Number(tpsId), qboId }))
    .filter(({ tpsId }) => {
      const invoice = books.invoices.get(tpsId);
      return invoice.status === 'outstanding' && invoice.balance === invoice.total;
    })
    .sort((a, b) => a.tpsId - b.tpsId);
}

export function twinAt(world: World, index: number): { tpsId: number; qboId: string } {
  const twin = openTwins(world)[index];
  if (!twin) throw new Error(`the firm has no open twin ${index}`);
  return twin;
}

/** Somebody changes a record in QuickBooks. */
export function inQbo(
  { sites: { company } }: World,
  entity: Parameters<typeof company.read>[0],
  id: string,
  change: JsonObject,
): void {
  const SyncToken = textAt(company.read(entity, id), 'SyncToken') ?? '0';
  company.update(entity, { Id: id, SyncToken, sparse: true, ...change });
}

/** A payment in TPS of an invoice, whole or in part. */
export function paidInTps(world: World, invoiceId: number, amount: string, applied = true) {
  const { books } = world.sites;
  const { clientId } = books.invoices.get(invoiceId);
  return books.payments.create({
    clientId,
    date: '2026-03-02',
    bankAccountId: books.reference.bankAccounts[0]?.id,
    paymentMethodId: books.reference.paymentMethods[0]?.id,
    amount,
    applications: applied ? [{ documentType: 'invoice', documentId: invoiceId, amount }] : [],
  });
}
