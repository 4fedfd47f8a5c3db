/** The invoices of a client as each of the two books has them. */
import { cents } from '../../../../utils/ledger/cents';
import type { InvoiceTrace } from '../../../../utils/matching/profile';
import type { Random } from '../random';
import { COMMON_FEES } from './words';

const OWES_SHARE = 0.5;
const INVOICES_MAX = 4;
const OPEN_SHARE = 0.7;
const IN_BOTH_SHARE = 0.85;
const COMMON_FEE_SHARE = 0.4;
const SALES_TAX = [1.14975, 1.13, 1.05, 1] as const;

/** Next invoice numbers of the two books; equal where one is typed from the other. */
export interface Numbers {
  tps: number;
  qbo: number;
  /** QuickBooks counts by itself, from about the same number: same numbers, other invoices. */
  readonly qboCounts: boolean;
}

interface Items {
  readonly tps: InvoiceTrace[];
  readonly qbo: InvoiceTrace[];
}

export function openItems(
  random: Random,
  ids: { readonly tps: string | null; readonly qbo: string | null },
  numbers: Numbers,
): Items {
  const items: Items = { tps: [], qbo: [] };
  if (!random.chance(OWES_SHARE)) return items;
  for (let left = random.int(1, INVOICES_MAX); left > 0; left--) {
    const amount = makeAmount(random);
    const balanceCents = random.chance(OPEN_SHARE) ? amount : cents(0);
    const inBoth = random.chance(IN_BOTH_SHARE);
    const inTps = ids.tps !== null && (inBoth || random.chance(0.5));
    const inQbo = ids.qbo !== null && (inBoth || !inTps);
    numbers.tps += random.int(1, 3);
    numbers.qbo += random.int(1, 3);
    const invoice = { totalCents: amount, balanceCents, voided: false };
    const qboNumber = numbers.qboCounts ? numbers.qbo : numbers.tps;
    if (inTps) items.tps.push({ ...invoice, clientId: ids.tps ?? '', number: String(numbers.tps) });
    if (inQbo) items.qbo.push({ ...invoice, clientId: ids.qbo ?? '', number: String(qboNumber) });
  }
  return items;
}

function makeAmount(random: Random) {
  const fee = random.chance(COMMON_FEE_SHARE)
    ? random.pick(COMMON_FEES) * 100
    : random.int(8_000, 900_000);
  return cents(Math.round(fee * random.pick(SALES_TAX)));
}
