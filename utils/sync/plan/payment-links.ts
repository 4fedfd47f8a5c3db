/**
 * An invoice whose template prints a link for paying online gets QBO's link once it exists there
 * (domain.md: the default template "QBO").
 */

import { ZERO } from '../../ledger/cents';
import type { Invoice } from '../../ledger/entities';
import { dayAfter } from '../../ledger/plain-date';
import { intentKey } from '../../ledger/record-key';
import { phrase } from '../../wording/phrase';
import type { Gates } from '../gate';
import type { Intent } from '../intent';
import type { Scene } from '../scene';

/** Nobody pays an invoice online that is older than a year: it is settled otherwise by then. */
const AGE_DAYS_MAX = 365;

/** Does this TPS invoice's template print a link? */
export function printsPaymentLink(scene: Pick<Scene, 'now'>, invoice: Invoice): boolean {
  return (
    invoice.side === 'tps' &&
    invoice.templateId !== '' &&
    scene.now.tps.references.paymentTemplateIds.includes(invoice.templateId)
  );
}

/** Where QBO tells the client about the invoice; null where no link is wanted, or nobody to tell. */
export function onlinePaymentEmail(scene: Pick<Scene, 'now'>, invoice: Invoice): string | null {
  if (!printsPaymentLink(scene, invoice)) return null;
  return scene.now.tps.clients.get(invoice.clientId)?.email || null;
}

/** The links to be fetched; `intents` are the invoices that this plan creates in QBO. */
export function paymentLinkIntents(
  scene: Scene,
  gates: Gates,
  intents: readonly Intent[],
): readonly Intent[] {
  const created = new Map(
    intents
      .filter(({ does, to, type }) => does === 'create' && to === 'qbo' && type === 'invoice')
      .map((intent) => [intent.record.id, intent.key]),
  );
  const oldest = dayAfter(scene.today, -AGE_DAYS_MAX);
  const wanted: Intent[] = [];
  for (const invoice of scene.now.tps.invoices.values()) {
    if (!printsPaymentLink(scene, invoice) || invoice.paymentLink !== null) continue;
    if (invoice.voided || invoice.balanceCents <= 0 || invoice.date < oldest) continue;
    const email = onlinePaymentEmail(scene, invoice);
    const link = scene.links.find('tps', 'invoice', invoice.id);
    const need = created.get(invoice.id);
    const there = link && scene.now.qbo.invoices.get(link.qboId);
    if (email === null || (need === undefined && !there?.payableOnline)) continue;
    // Asked before for the same address: QBO has none.
    if (link?.noPaymentLinkFor === email) continue;
    if (!gates.of('tps', invoice.clientId).open) continue;
    wanted.push({
      key: intentKey('paymentLink', 'invoice', 'tps', invoice.id),
      does: 'act',
      act: 'paymentLink',
      type: 'invoice',
      to: 'tps',
      record: invoice,
      target: invoice,
      linkId: link?.id ?? null,
      draft: null,
      number: invoice.number,
      clientName: scene.now.tps.clients.get(invoice.clientId)?.name ?? invoice.clientId,
      date: invoice.date,
      amountCents: ZERO,
      effectCents: ZERO,
      why: phrase('why.paymentLink'),
      needs: need === undefined ? [] : [need],
    });
  }
  return wanted;
}
