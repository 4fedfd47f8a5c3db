/** Field types that both systems share: amounts, dates and instants as they come over the wire. */
import { z } from 'zod';
import { type Cents, parseCents } from '../ledger/cents';
import { type PlainDate, plainDate } from '../ledger/plain-date';

/** JSON number with at most two decimals (QBO). */
export const moneyNumber = z.number().transform(toCents);

/** Decimal text with at most two decimals (TPS). */
export const moneyText = z.string().transform(toCents);

export const dateText = z.string().transform((text, context): PlainDate => {
  try {
    return plainDate(text);
  } catch {
    context.addIssue({ code: 'custom', message: `not a date: ${text}` });
    return z.NEVER;
  }
});

/** An instant with any offset, as ISO UTC. */
export const instantText = z.string().transform((text, context): string => {
  const ms = Date.parse(text);
  if (Number.isNaN(ms)) {
    context.addIssue({ code: 'custom', message: `not an instant: ${text}` });
    return z.NEVER;
  }
  return new Date(ms).toISOString();
});

function toCents(wire: string | number, context: z.RefinementCtx): Cents {
  try {
    return parseCents(wire);
  } catch {
    context.addIssue({ code: 'custom', message: `not an amount: ${wire}` });
    return z.NEVER;
  }
}
