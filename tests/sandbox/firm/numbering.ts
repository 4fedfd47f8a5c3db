import type { InvoicePlan } from './description';
import type { DraftInvoice } from './invoices';

const FIRST_SD_NUMBER = 310;

/** Gives numbers in the order of the dates, one sequence per code, as TPS does. */
export function numberInvoices(
  drafts: readonly DraftInvoice[],
  firstNumber: number,
): InvoicePlan[] {
  const next = new Map([
    ['0', firstNumber],
    ['SD', FIRST_SD_NUMBER],
  ]);
  return drafts
    .map((draft, index) => ({ draft, index }))
    .sort((a, b) => a.draft.date.localeCompare(b.draft.date) || a.index - b.index)
    .map(({ draft }, position) => {
      const number = next.get(draft.code) ?? 1;
      next.set(draft.code, number + 1);
      return { key: `I${String(position + 1).padStart(5, '0')}`, number: String(number), ...draft };
    });
}
