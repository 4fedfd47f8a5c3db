import { type Namer, plainLetters } from './clients';
import type {
  AdjustmentPlan,
  ClientPlan,
  CustomerPlan,
  InvoicePlan,
  ReceiptPlan,
} from './description';
import type { Random } from './random';

/** The customer that somebody made in QBO for this client, by hand, some years ago. */
export function customerOf(random: Random, namer: Namer, client: ClientPlan): CustomerPlan {
  const { key, email, phone, place, name } = client;
  const spelling = respelled(random, client);
  // Two clients may differ in the legal form alone; the shorter name then belongs to neither.
  const isSame = plainLetters(spelling).toLowerCase() === plainLetters(name).toLowerCase();
  const displayName = isSame || namer.take(spelling) ? spelling : name;
  return { key, clientKey: key, displayName, email, phone, place };
}

function respelled(random: Random, client: ClientPlan): string {
  const roll = random.next();
  if (roll < 0.65) return client.name;
  const shorter = client.name.replace(/,? (inc|ltée|ltd|corp|llc|co)\.?$/i, '');
  if (roll < 0.85) return shorter;
  // Only the e-mail still says who it is for certain, so one is needed for another spelling.
  if (client.email === '') return client.name;
  return plainLetters(shorter).replaceAll(' & ', ' and ');
}

interface Overlap {
  readonly invoiceKeys: string[];
  readonly receiptKeys: string[];
}

interface Held {
  readonly invoices: readonly InvoicePlan[];
  readonly receipts: readonly ReceiptPlan[];
  readonly adjustments: readonly AdjustmentPlan[];
}

const MIRRORED_SHARE = 0.4;

/**
 * Which documents of a client QBO holds too. Invoices that one payment pays go together, so that
 * both sides show the same open amounts for what they share.
 */
export function overlapOf(random: Random, { invoices, receipts, adjustments }: Held): Overlap {
  const adjusted = new Set(adjustments.flatMap((one) => one.applications.map((a) => a.invoiceKey)));
  const overlap: Overlap = { invoiceKeys: [], receiptKeys: [] };
  const done = new Set<string>();
  for (const invoice of invoices) {
    if (done.has(invoice.key)) continue;
    const paying = receipts.filter((one) =>
      one.applications.some((a) => a.invoiceKey === invoice.key),
    );
    const keys = new Set([
      invoice.key,
      ...paying.flatMap((one) => one.applications.map((a) => a.invoiceKey)),
    ]);
    for (const key of keys) done.add(key);
    const group = invoices.filter((one) => keys.has(one.key));
    const plain = group.every(
      (one) => (one.kind === 'invoice' || one.kind === 'progress') && !adjusted.has(one.key),
    );
    if (!plain || !random.chance(MIRRORED_SHARE)) continue;
    overlap.invoiceKeys.push(...keys);
    overlap.receiptKeys.push(...paying.map((one) => one.key));
  }
  return overlap;
}
