/** Where rows are otherwise than their schema says, field by field. */
import type { z } from 'zod';
import type { FieldDifference } from '../port/probe';

type Issue = z.core.$ZodIssue;

/** An unknown word of an enumeration says what to add; anything longer could be somebody's text. */
const WORD = /^[A-Za-z]{1,24}$/;

/** Every field that differs, the one in the most rows first. */
export function differencesIn(schema: z.ZodType, rows: readonly unknown[]): FieldDifference[] {
  const found = new Map<string, FieldDifference>();
  for (const row of rows) {
    const result = schema.safeParse(row);
    if (result.success) continue;
    const inRow = new Map(result.error.issues.map((issue) => keyed(issue, row)));
    for (const [key, difference] of inRow) {
      found.set(key, { ...difference, rows: (found.get(key)?.rows ?? 0) + 1 });
    }
  }
  return [...found.values()].sort((a, b) => b.rows - a.rows);
}

function keyed(issue: Issue, row: unknown): [string, Omit<FieldDifference, 'rows'>] {
  const difference = {
    field: pathText(issue.path),
    expected: expectedBy(issue),
    found: foundAt(issue, row),
  };
  return [JSON.stringify(difference), difference];
}

/** `['Line', 3, 'Amount']` as `Line[].Amount`. */
function pathText(path: readonly PropertyKey[]): string {
  const text = path.map((part) => (typeof part === 'number' ? '[]' : `.${String(part)}`)).join('');
  return text.replace(/^\./, '') || '(all)';
}

function expectedBy(issue: Issue): string {
  if (issue.code === 'invalid_type') return issue.expected;
  if (issue.code === 'invalid_union') return alternatives(issue.errors.flat());
  if (issue.code === 'invalid_value') return issue.values.map(String).join(' | ');
  // Our own messages end with the value: "not a date: 2026-13-01".
  return (issue.message.split(':')[0] ?? '').replace(/^not an? /, '');
}

function alternatives(issues: readonly Issue[]): string {
  return [...new Set(issues.map(expectedBy))].join(' | ');
}

function foundAt(issue: Issue, row: unknown): string {
  const value = issue.path.reduce<unknown>(
    (at, part) => (typeof at === 'object' && at !== null ? Reflect.get(at, part) : undefined),
    row,
  );
  const isWord = issue.code === 'invalid_value' && typeof value === 'string' && WORD.test(value);
  return isWord ? `“${value}”` : kindOf(value);
}

/** `string`, `array`, `null`, `missing` …, in the words of JSON. */
export function kindOf(value: unknown): string {
  if (value === undefined) return 'missing';
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}
