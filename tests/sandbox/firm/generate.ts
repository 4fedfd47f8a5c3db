import { makeClient, makeEmail, makePhone, makePlace, makeRegion, Namer } from './clients';
import { daysAfter } from './dates';
import type {
  AdjustmentPlan,
  ClientPlan,
  Country,
  CustomerPlan,
  FirmDescription,
  InvoicePlan,
  QboPlan,
  ReceiptPlan,
} from './description';
import { customerOf, overlapOf } from './existing';
import { makeFindings } from './findings';
import { groupBy } from './group';
import { type DraftInvoice, makeCharge, makeInvoice } from './invoices';
import { VENDOR_FORMS } from './names';
import { numberInvoices } from './numbering';
import { type Random, seededRandom } from './random';
import { settle } from './receipts';

export interface FirmOptions {
  readonly seed: number;
  readonly clients: number;
  readonly country: Country;
  readonly today: string;
  /** `auto`: from 12 clients on, some of each kind. */
  readonly findings?: 'auto' | 'all' | 'none';
  /** The first invoice number of the code `0`. */
  readonly firstNumber?: number;
}

const PAIRED_SHARE = 0.6;
const FINDINGS_FROM_CLIENTS = 12;
const TWO_FINDINGS_FROM_CLIENTS = 60;
const HISTORY_DAYS = 420;
const QUIET_DAYS = 2;
const FIRST_NUMBER = 1042;

/** A firm that looks real. The same options always give the same description. */
export function generateFirm(options: FirmOptions): FirmDescription {
  const { seed, country, today } = options;
  const random = seededRandom(seed);
  const namer = new Namer(random, country);
  const clients = Array.from({ length: options.clients }, (_, index) =>
    makeClient(random, namer, country, index),
  );
  const drafts = clients.flatMap((client, index) => billClient(random, client, index, today));
  const invoices = numberInvoices(drafts, options.firstNumber ?? FIRST_NUMBER);
  const receipts: ReceiptPlan[] = [];
  const adjustments: AdjustmentPlan[] = [];
  const invoicesByClient = groupBy(invoices, (invoice) => invoice.clientKey);
  for (const client of clients) {
    const settled = settle(random, client, invoicesByClient.get(client.key) ?? [], today);
    receipts.push(...settled.receipts);
    adjustments.push(...settled.adjustments);
  }
  const books = { clients, invoices, receipts, adjustments };
  const qbo = makeQbo(options, random, namer, books);
  return { seed, country, today, ...books, qbo };
}

/** Up to six invoices over the past 14 months; every third client surely has a recent one. */
function billClient(
  random: Random,
  client: ClientPlan,
  index: number,
  today: string,
): DraftInvoice[] {
  const drafts: DraftInvoice[] = [];
  for (let count = random.int(0, 5); count > 0; count -= 1) {
    const date = daysAfter(today, -random.int(QUIET_DAYS, HISTORY_DAYS));
    drafts.push(makeInvoice(random, client, date));
  }
  if (index % 3 === 0) {
    drafts.push(makeInvoice(random, client, daysAfter(today, -random.int(QUIET_DAYS, 25))));
  }
  if (random.chance(0.05)) {
    const date = daysAfter(today, -HISTORY_DAYS - 10);
    drafts.push(makeCharge(client, 'openingBalance', date, random.int(50, 900) * 100));
  }
  if (random.chance(0.05)) {
    const date = daysAfter(today, -random.int(5, 60));
    drafts.push(makeCharge(client, 'financeCharge', date, random.int(150, 4_500)));
  }
  return drafts;
}

interface Books {
  readonly clients: readonly ClientPlan[];
  readonly invoices: readonly InvoicePlan[];
  readonly receipts: readonly ReceiptPlan[];
  readonly adjustments: readonly AdjustmentPlan[];
}

function makeQbo(options: FirmOptions, random: Random, namer: Namer, books: Books): QboPlan {
  const { country, today } = options;
  const { clients } = books;
  const pairedCount = Math.ceil(clients.length * PAIRED_SHARE);
  const shuffled = random.shuffle(clients);
  const pairedKeys = new Set(shuffled.slice(0, pairedCount).map((client) => client.key));
  const paired = clients.filter((client) => pairedKeys.has(client.key));
  const unpaired = clients.filter((client) => !pairedKeys.has(client.key));
  const keyOf = (row: { readonly clientKey: string }) => row.clientKey;
  const invoices = groupBy(books.invoices, keyOf);
  const receipts = groupBy(books.receipts, keyOf);
  const adjustments = groupBy(books.adjustments, keyOf);
  const overlaps = paired.map(({ key }) =>
    overlapOf(random, {
      invoices: invoices.get(key) ?? [],
      receipts: receipts.get(key) ?? [],
      adjustments: adjustments.get(key) ?? [],
    }),
  );
  const strangers = makeStrangers(options, random, namer);
  return {
    customers: [
      ...paired.map((client) => customerOf(random, namer, client)),
      ...strangers.customers,
    ],
    invoiceKeys: overlaps.flatMap((overlap) => overlap.invoiceKeys),
    receiptKeys: overlaps.flatMap((overlap) => overlap.receiptKeys),
    ownInvoices: strangers.ownInvoices,
    findings: makeFindings({
      random,
      namer,
      today,
      paired: openFirst(paired, books),
      unpaired,
      amount: findingAmount(options),
    }),
    vendors: VENDOR_FORMS[country]
      .map((form) => namer.fill(form))
      .filter((name) => namer.take(name)),
    employees: [namer.freePerson(), namer.freePerson()],
  };
}

function findingAmount({ findings = 'auto', clients }: FirmOptions): 'none' | 'one' | 'two' {
  if (findings === 'none' || clients === 0) return 'none';
  if (findings === 'auto' && clients < FINDINGS_FROM_CLIENTS) return 'none';
  return clients >= TWO_FINDINGS_FROM_CLIENTS ? 'two' : 'one';
}

/** Customers that TPS does not know, with one open invoice each: they go from QBO to TPS. */
function makeStrangers(options: FirmOptions, random: Random, namer: Namer) {
  const { country, today, clients } = options;
  const customers: CustomerPlan[] = [];
  const ownInvoices: QboPlan['ownInvoices'][number][] = [];
  const count = clients === 0 ? 0 : Math.max(2, Math.round(clients * 0.08));
  for (let index = 0; index < count; index += 1) {
    const region = makeRegion(random, country);
    const displayName = namer.freeCompany(region);
    const key = `Q${String(index + 1).padStart(3, '0')}`;
    const email = makeEmail(displayName, 9000 + index);
    const [phone, place] = [makePhone(random, region), makePlace(random, region)];
    customers.push({ key, clientKey: null, displayName, email, phone, place });
    const placeholder = makeClient(random, new Namer(random, country), country, 0);
    const date = daysAfter(today, -random.int(QUIET_DAYS, 70));
    const { dueDate, lines } = makeInvoice(random, { ...placeholder, key, region }, date);
    const docNumber = index % 2 === 0 ? `Q-${201 + index}` : String(80_001 + index);
    ownInvoices.push({ customerKey: key, docNumber, date, dueDate, region, lines });
  }
  return { customers, ownInvoices };
}

/** Clients that owe most first: a finding matters where there is something to sync. */
function openFirst(paired: readonly ClientPlan[], books: Books): ClientPlan[] {
  const openCents = new Map<string, number>();
  const add = (key: string, cents: number) => openCents.set(key, (openCents.get(key) ?? 0) + cents);
  for (const invoice of books.invoices) add(invoice.clientKey, invoice.totalCents);
  for (const receipt of books.receipts) add(receipt.clientKey, -receipt.amountCents);
  const isPlain = (client: ClientPlan) => client.status === 'active' && !client.excludeFromSync;
  return paired
    .filter(isPlain)
    .sort((a, b) => (openCents.get(b.key) ?? 0) - (openCents.get(a.key) ?? 0));
}
