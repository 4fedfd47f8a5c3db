import type { z } from 'zod';
import type { SubjectType } from '../port/subject';
import { type Asked, malformed } from './failures';

/** Keys that name a row to people, best first; QBO's, then those of TPS. */
const LABEL_KEYS = ['DocNumber', 'DisplayName', 'Name', 'number', 'name', 'Id', 'id'] as const;

/**
 * Checks one row of an answer. Throws PortError `malformed` that names the document and the field
 * (for a write's answer: `outcomeUnknown`).
 */
export function parseRow<T>(
  schema: z.ZodType<T>,
  row: unknown,
  type: SubjectType,
  asked: Asked,
): T {
  const result = readRow(schema, row);
  if ('read' in result) return result.read;
  // What was being written is known better by the name it was sent under.
  const subject = asked.write
    ? asked.subject
    : { type, label: labelOf(row) || asked.subject.label };
  throw malformed({ ...asked, subject }, result.field, result.issue);
}

/** One row, or the first thing in it that is not as expected. */
export function readRow<T>(
  schema: z.ZodType<T>,
  row: unknown,
): { readonly read: T } | { readonly field: string; readonly issue: string } {
  const result = schema.safeParse(row);
  if (result.success) return { read: result.data };
  const [issue] = result.error.issues;
  const field = issue && issue.path.length > 0 ? issue.path.map(String).join('.') : '?';
  return { field, issue: issue?.message ?? 'not as expected' };
}

/** What people call this row, or an empty text. */
export function labelOf(row: unknown): string {
  if (typeof row !== 'object' || row === null) return '';
  for (const key of LABEL_KEYS) {
    const value: unknown = Reflect.get(row, key);
    if (typeof value === 'string' && value !== '') return value;
    if (typeof value === 'number') return String(value);
  }
  return '';
}
