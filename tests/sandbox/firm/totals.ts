import { taxCents } from '../tps/money';
import type { LinePlan, Region } from './description';

/** Thousandths of a percent, one per tax that a region has. */
const RATES_MILLI: Readonly<Record<Region, readonly number[]>> = {
  QC: [5000, 9975],
  ON: [13000],
  US: [8000],
};

/** Net plus every tax on the summed taxable net, each rounded half-up: as both systems do. */
export function totalWithTax(lines: readonly LinePlan[], region: Region): number {
  let netCents = 0;
  let taxableCents = 0;
  for (const line of lines) {
    netCents += line.amountCents;
    if (line.taxed) taxableCents += line.amountCents;
  }
  const taxes = RATES_MILLI[region].map((rate) => taxCents(taxableCents, rate));
  return taxes.reduce((sum, tax) => sum + tax, netCents);
}
