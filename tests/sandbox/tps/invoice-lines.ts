import type { InvoiceBody } from './bodies';
import { formatCents, lineCents, parsePercentMilli, rateOf, sumCents, taxCents } from './money';
import { ruleBroken, TpsProblem } from './problem';
import type { InvoiceLine, Taxes } from './records';
import type { Reference, WorkCode } from './reference';

/** How far taxes sent by the caller may lie from what the firm's rates give, in cents per slot. */
const TAX_TOLERANCE_CENTS = 5;

type LineBody = InvoiceBody['lines'][number];

/** Lines with their ids, work codes checked and tax flags filled in from the work code. */
export function buildLines(
  bodies: readonly LineBody[],
  before: readonly InvoiceLine[],
  reference: Reference,
): readonly InvoiceLine[] {
  let nextId = Math.max(0, ...before.map((line) => line.id)) + 1;
  const knownIds = new Set(before.map((line) => line.id));
  const usedIds = new Set<number>();
  return bodies.map((body, index) => {
    const field = `lines.${index}`;
    if (body.id !== undefined && (!knownIds.has(body.id) || usedIds.has(body.id))) {
      throw new TpsProblem('validation', 'A line id is not of this invoice.', {
        [`${field}.id`]: ['There is no such line, or it is named twice.'],
      });
    }
    const id = body.id ?? nextId++;
    usedIds.add(id);
    const workCode = billable(body.workCodeId, `${field}.workCodeId`, reference);
    const quantity = body.quantity ?? '1';
    const rate = body.rate ?? rateOf(body.amount, quantity);
    if (lineCents(quantity, rate) !== body.amount) {
      const detail = `${quantity} x ${rate} is not ${formatCents(body.amount)}.`;
      throw ruleBroken(`${field}.amount`, detail);
    }
    const line = {
      id,
      workCodeId: workCode.id,
      description: body.description,
      quantity,
      rate,
      amountCents: body.amount,
      tax1: body.tax1 ?? workCode.tax1,
      tax2: body.tax2 ?? workCode.tax2,
      tax3: body.tax3 ?? workCode.tax3,
    };
    checkSlotsInUse(line, field, reference);
    return line;
  });
}

function billable(id: number, field: string, reference: Reference): WorkCode {
  const code = reference.workCodes.find((candidate) => candidate.id === id);
  if (!code) throw ruleBroken(field, `There is no work code ${id}.`);
  if (code.kind !== 'workcode') {
    throw ruleBroken(field, `${code.code} is a ${code.kind}: only work codes are billed.`);
  }
  if (!code.active) throw ruleBroken(field, `The work code ${code.code} is inactive.`);
  if (code.class === 'NONCHARGEABLE') {
    throw ruleBroken(field, `The work code ${code.code} is not chargeable.`);
  }
  return code;
}

function checkSlotsInUse(line: InvoiceLine, field: string, reference: Reference): void {
  for (const slot of [1, 2, 3] as const) {
    if (!line[`tax${slot}`]) continue;
    if (reference.taxRates.some((rate) => rate.slot === slot)) continue;
    throw ruleBroken(`${field}.tax${slot}`, `The firm has no tax in slot ${slot}.`);
  }
}

/** Tax per slot on the summed taxable net, half-up. */
export function computeTaxes(lines: readonly InvoiceLine[], reference: Reference): Taxes {
  const slotCents = (slot: 1 | 2 | 3): number => {
    const rate = reference.taxRates.find((candidate) => candidate.slot === slot)?.rate;
    if (rate === undefined) return 0;
    const taxed = lines.filter((line) => line[`tax${slot}`]);
    return taxCents(sumCents(taxed.map((line) => line.amountCents)), parsePercentMilli(rate));
  };
  return [slotCents(1), slotCents(2), slotCents(3)];
}

/** Taxes as sent, when they are near what the rates give; else 422. */
export function settleTaxes(sent: Taxes | undefined, computed: Taxes): Taxes {
  if (!sent) return computed;
  for (const slot of [0, 1, 2] as const) {
    if (Math.abs(sent[slot] - computed[slot]) <= TAX_TOLERANCE_CENTS) continue;
    const [given, expected] = [formatCents(sent[slot]), formatCents(computed[slot])];
    throw ruleBroken(`taxes.${slot}`, `The tax is ${given}, the lines give ${expected}.`);
  }
  return sent;
}
