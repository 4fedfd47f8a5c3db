/** A firm of any size, in one of both systems or in both. */

import { generateFirm } from '../../sandbox/firm';
import { daysAfter } from '../../sandbox/firm/dates';
import type { FirmDescription } from '../../sandbox/firm/description';
import { makeInvoice } from '../../sandbox/firm/invoices';
import { loadQbo } from '../../sandbox/firm/load-qbo';
import { loadTps } from '../../sandbox/firm/load-tps';
import { numberInvoices } from '../../sandbox/firm/numbering';
import { seededRandom } from '../../sandbox/firm/random';
import { createQboStandIn } from '../../sandbox/qbo';
import { createTpsStandIn } from '../../sandbox/tps';
import { FIRM, REALM, type Sites } from '../../simulation/world/sites';
import { VirtualClock } from './virtual-clock';

const TODAY = '2026-03-02';
const SEED = 1;
/** No invoice is older. */
const DAYS_MAX = 300;
const FIRST_NUMBER = 1042;

export interface Size {
  readonly clients: number;
  readonly invoicesEach: number;
  /** Payments of 1.00, each on one of the invoices. */
  readonly payments: number;
}

/** @param isInBoth QuickBooks has all of it already; else it has nothing of it */
export function describeFirm(
  { clients, invoicesEach, payments }: Size,
  isInBoth: boolean,
): FirmDescription {
  const firm = generateFirm({ seed: SEED, clients, country: 'CA', today: TODAY, findings: 'none' });
  const random = seededRandom(SEED + 7);
  const active = firm.clients.map((one) => ({
    ...one,
    status: 'active' as const,
    excludeFromSync: false,
  }));
  const invoices = numberInvoices(
    active.flatMap((one) =>
      Array.from({ length: invoicesEach }, () =>
        makeInvoice(random, one, daysAfter(TODAY, -random.int(2, DAYS_MAX))),
      ),
    ),
    FIRST_NUMBER,
  );
  const receipts = Array.from({ length: payments }, (_, at) => {
    const invoice = invoices[at % invoices.length];
    if (!invoice) throw new Error('no invoice to pay');
    return {
      key: `P${at}`,
      clientKey: invoice.clientKey,
      date: `2026-02-0${1 + (Math.floor(at / invoices.length) % 8)}`,
      method: 'cheque' as const,
      reference: `c${at}`,
      description: '',
      amountCents: 100,
      applications: [{ invoiceKey: invoice.key, amountCents: 100 }],
    };
  });
  const there = {
    customers: active.map(({ key, name, email, phone, place }) => ({
      ...{ key, clientKey: key, displayName: name },
      ...{ email, phone, place },
    })),
    invoiceKeys: invoices.map(({ key }) => key),
    receiptKeys: receipts.map(({ key }) => key),
  };
  const nothing = { customers: [], invoiceKeys: [], receiptKeys: [] };
  return {
    ...firm,
    clients: active,
    invoices,
    receipts,
    adjustments: [],
    qbo: { ...firm.qbo, ...(isInBoth ? there : nothing), ownInvoices: [], findings: [] },
  };
}

export function openBooks(firm: FirmDescription): Sites & { readonly clock: VirtualClock } {
  const clock = new VirtualClock(`${TODAY}T15:00:00Z`);
  const tps = createTpsStandIn({ clock, seed: SEED, country: 'CA', firm: FIRM });
  const companies = [{ realm: REALM, name: FIRM.name }];
  const qbo = createQboStandIn({ clock, seed: SEED, country: 'CA', companies });
  const company = qbo.company(REALM);
  loadTps(firm, tps.books);
  loadQbo(firm, company);
  const shape = { seed: SEED, clients: firm.clients.length };
  return { shape, clock, tps, qbo, books: tps.books, company, country: 'CA' };
}
