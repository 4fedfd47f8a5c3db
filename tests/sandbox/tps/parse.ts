import { z } from 'zod';
import { parseCents } from './money';
import { TpsProblem } from './problem';

const MONEY_TEXT = /^-?\d{1,10}(\.\d{1,2})?$/;
const DATE_TEXT = /^\d{4}-\d{2}-\d{2}$/;

/** Decimal text to cents. A JSON number is refused: the contract says decimal strings. */
export const money = z
  .string()
  .regex(MONEY_TEXT, 'Must be a decimal text such as "1049.25".')
  .transform(parseCents);

export const positiveMoney = money.refine((cents) => cents > 0, 'Must be more than 0.00.');

export const plainDate = z
  .string()
  .regex(DATE_TEXT, 'Must be a date such as 2026-01-31.')
  .refine(isCalendarDate, 'There is no such day.');

export const recordId = z.int().positive();

export function text(lengthMax: number) {
  return z.string().trim().max(lengthMax);
}

/**
 * Properties that a record has but that nobody can write. Sending a record back as it was read is
 * usual, so they are accepted and have no effect.
 */
export const readOnly = {
  id: z.unknown().optional(),
  version: z.unknown().optional(),
  modifiedAt: z.unknown().optional(),
  modifiedBy: z.unknown().optional(),
  status: z.unknown().optional(),
  balance: z.unknown().optional(),
} as const;

/** Checks a body; throws 400 with a text per field, unknown properties included. */
export function parseBody<T>(schema: z.ZodType<T>, body: unknown): T {
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  const errors: Record<string, string[]> = {};
  for (const issue of result.error.issues) {
    const path = issue.path.map(String).join('.');
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys) {
        errors[path === '' ? key : `${path}.${key}`] = ['The property is not known.'];
      }
    } else {
      const key = path === '' ? '(body)' : path;
      errors[key] = [...(errors[key] ?? []), issue.message];
    }
  }
  throw new TpsProblem('validation', `Check ${Object.keys(errors).join(', ')}.`, errors);
}

function isCalendarDate(value: string): boolean {
  const instant = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(value);
}

export function addDays(date: string, days: number): string {
  const instant = new Date(`${date}T00:00:00Z`);
  instant.setUTCDate(instant.getUTCDate() + days);
  return instant.toISOString().slice(0, 10);
}
