import { daysAfter, earlier } from './dates';
import type { AdjustmentPlan, ClientPlan, InvoicePlan, Method, ReceiptPlan } from './description';
import type { Random } from './random';

const METHODS: readonly Method[] = ['cheque', 'cheque', 'transfer', 'visa', 'deposit', 'cash'];

/** How an invoice stands today. */
type Outcome = 'open' | 'part' | 'paid';

interface Ledger {
  readonly receipts: ReceiptPlan[];
  readonly adjustments: AdjustmentPlan[];
}

/** Payments, prepayments and adjustments of one client, for invoices in the order of their dates. */
export function settle(
  random: Random,
  client: ClientPlan,
  invoices: readonly InvoicePlan[],
  today: string,
): Ledger {
  const receipts: ReceiptPlan[] = [];
  const adjustments: AdjustmentPlan[] = [];
  const addReceipt = (rest: Omit<ReceiptPlan, 'key' | 'clientKey' | 'method' | 'reference'>) => {
    const method = random.pick(METHODS);
    const key = `${client.key}-R${receipts.length + 1}`;
    receipts.push({
      key,
      clientKey: client.key,
      method,
      reference: reference(random, method),
      ...rest,
    });
  };
  let held: InvoicePlan[] = [];
  const payHeld = () => {
    const last = held.at(-1);
    if (!last) return;
    const applications = held.map((one) => ({ invoiceKey: one.key, amountCents: one.totalCents }));
    const amountCents = applications.reduce((sum, one) => sum + one.amountCents, 0);
    addReceipt({ date: payDate(random, last, today), description: '', amountCents, applications });
    held = [];
  };
  for (const invoice of invoices) {
    const outcome = outcomeOf(random, invoice, today);
    if (outcome === 'open') {
      if (random.chance(0.06))
        adjustments.push(writeOff(client, invoice, adjustments.length, today));
      continue;
    }
    if (outcome === 'part') {
      const amountCents = Math.max(1, Math.floor((invoice.totalCents * random.int(20, 80)) / 100));
      const applications = [{ invoiceKey: invoice.key, amountCents }];
      const date = payDate(random, invoice, today);
      addReceipt({ date, description: 'Part payment', amountCents, applications });
      continue;
    }
    held.push(invoice);
    if (held.length === 3 || random.chance(0.7)) payHeld();
  }
  payHeld();
  if (random.chance(0.08)) {
    const date = daysAfter(today, -random.int(1, 50));
    const amountCents = random.int(2, 20) * 2500;
    addReceipt({ date, description: 'Retainer', amountCents, applications: [] });
  }
  if (random.chance(0.04)) adjustments.push(increase(random, client, adjustments.length, today));
  return { receipts, adjustments };
}

function outcomeOf(random: Random, invoice: InvoicePlan, today: string): Outcome {
  if (invoice.kind === 'openingBalance' || invoice.kind === 'financeCharge') return 'open';
  const roll = random.next();
  if (invoice.date < daysAfter(today, -150)) return roll < 0.9 ? 'paid' : 'open';
  if (invoice.date < daysAfter(today, -60))
    return roll < 0.6 ? 'paid' : roll < 0.75 ? 'part' : 'open';
  return roll < 0.15 ? 'paid' : roll < 0.35 ? 'part' : 'open';
}

function payDate(random: Random, invoice: InvoicePlan, today: string): string {
  return earlier(daysAfter(invoice.date, random.int(3, 60)), today);
}

function reference(random: Random, method: Method): string {
  if (method === 'cheque') return String(random.int(100, 9999));
  return method === 'transfer' ? `CA${random.int(100_000, 999_999)}` : '';
}

function writeOff(
  client: ClientPlan,
  invoice: InvoicePlan,
  count: number,
  today: string,
): AdjustmentPlan {
  const amountCents = Math.max(1, Math.floor(invoice.totalCents / 10));
  return {
    key: `${client.key}-A${count + 1}`,
    clientKey: client.key,
    direction: 'decrease',
    date: earlier(daysAfter(invoice.date, 20), today),
    description: 'Courtesy reduction',
    amountCents,
    applications: [{ invoiceKey: invoice.key, amountCents }],
  };
}

function increase(
  random: Random,
  client: ClientPlan,
  count: number,
  today: string,
): AdjustmentPlan {
  return {
    key: `${client.key}-A${count + 1}`,
    clientKey: client.key,
    direction: 'increase',
    date: daysAfter(today, -random.int(5, 80)),
    description: 'Correction of an earlier credit',
    amountCents: random.int(20, 300) * 100,
    applications: [],
  };
}
