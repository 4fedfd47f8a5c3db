import { formatCents } from './money';
import type { Application } from './records';
import type { TableStore } from './tables';

/** Upper ends of the aging buckets, in days since the document's date. */
const BUCKETS = [
  { name: 'current', daysMax: 30 },
  { name: 'days31to60', daysMax: 60 },
  { name: 'days61to90', daysMax: 90 },
  { name: 'days91to120', daysMax: 120 },
  { name: 'over120', daysMax: Number.POSITIVE_INFINITY },
] as const;

type Aging = Record<(typeof BUCKETS)[number]['name'], number>;

interface Item {
  readonly key: string;
  readonly clientId: number;
  readonly date: string;
  readonly cents: number;
}

/**
 * Who owes what as of a day, with the ages of the open items. An application counts from the later
 * date of its two documents; documents dated after `asOf` do not exist yet. Open credits reduce the
 * bucket of their own date.
 */
export function arSummary(store: TableStore, asOf: string) {
  const byClient = new Map<number, Aging>();
  for (const item of openItems(store, asOf)) {
    const aging = byClient.get(item.clientId) ?? emptyAging();
    aging[bucketOf(item.date, asOf)] += item.cents;
    byClient.set(item.clientId, aging);
  }
  const firm = emptyAging();
  const items = [...byClient]
    .filter(([, aging]) => Object.values(aging).some((cents) => cents !== 0))
    .sort(([a], [b]) => a - b)
    .map(([clientId, aging]) => {
      for (const { name } of BUCKETS) firm[name] += aging[name];
      return { clientId, ...agingView(aging) };
    });
  return { asOf, items, firm: agingView(firm), serverTime: store.now() };
}
export type ArSummary = ReturnType<typeof arSummary>;

function openItems(store: TableStore, asOf: string): Item[] {
  const { invoice, payment, adjustment } = store.tables;
  const debits: Item[] = [];
  for (const r of invoice.values()) {
    if (!r.isVoid) debits.push({ ...itemOf('invoice', r), cents: r.totalCents });
  }
  const credits: (Item & { readonly applications: readonly Application[] })[] = [];
  for (const r of adjustment.values()) {
    if (r.isVoid) continue;
    const item = itemOf('adjustment', r);
    if (r.direction === 'increase') debits.push({ ...item, cents: r.amountCents });
    else credits.push({ ...item, cents: r.amountCents, applications: r.applications });
  }
  for (const r of payment.values()) {
    if (r.isVoid) continue;
    credits.push({ ...itemOf('payment', r), cents: r.amountCents, applications: r.applications });
  }
  const open = new Map<string, Item>();
  for (const item of debits) if (item.date <= asOf) open.set(item.key, item);
  for (const credit of credits) {
    if (credit.date > asOf) continue;
    let leftCents = credit.cents;
    for (const { documentType, documentId, amountCents } of credit.applications) {
      const target = open.get(`${documentType} ${documentId}`);
      if (!target) continue;
      leftCents -= amountCents;
      open.set(target.key, { ...target, cents: target.cents - amountCents });
    }
    open.set(credit.key, { ...credit, cents: -leftCents });
  }
  return [...open.values()];
}

function itemOf(kind: string, r: { id: number; clientId: number; date: string }) {
  return { key: `${kind} ${r.id}`, clientId: r.clientId, date: r.date };
}

function bucketOf(date: string, asOf: string): keyof Aging {
  const days = Math.round((Date.parse(asOf) - Date.parse(date)) / 86_400_000);
  return BUCKETS.find((bucket) => days <= bucket.daysMax)?.name ?? 'over120';
}

function emptyAging(): Aging {
  return { current: 0, days31to60: 0, days61to90: 0, days91to120: 0, over120: 0 };
}

function agingView(aging: Aging) {
  const balanceCents = BUCKETS.reduce((sum, { name }) => sum + aging[name], 0);
  return {
    balance: formatCents(balanceCents),
    aging: {
      current: formatCents(aging.current),
      days31to60: formatCents(aging.days31to60),
      days61to90: formatCents(aging.days61to90),
      days91to120: formatCents(aging.days91to120),
      over120: formatCents(aging.over120),
    },
  };
}
