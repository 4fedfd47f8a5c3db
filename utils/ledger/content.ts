/**
 * The part of a record that a person wrote: what the sync carries and compares. Versions, instants,
 * markers and balances are left out, since they change without anybody's decision (a payment alters
 * the balance of its invoice).
 */
import { isRealLine } from './align-lines';
import type { Address } from './entities';
import type { Linkable } from './link';

/** A text that is equal exactly when two records of one side say the same. */
export function contentKey(record: Linkable): string {
  return JSON.stringify(contentOf(record));
}

export function sameContent(a: Linkable, b: Linkable): boolean {
  return a === b || isSame(contentOf(a), contentOf(b));
}

type Content = string | number | boolean | null | readonly Content[];

function isSame(a: Content, b: Content): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  return a.length === b.length && a.every((part, at) => isSame(part, b[at] ?? null));
}

function contentOf(record: Linkable): Content {
  switch (record.kind) {
    case 'client':
      return CLIENT_FIELDS.map((field) => clientField(record, field));
    case 'invoice':
      return [
        record.clientId,
        record.number,
        record.date,
        record.dueDate,
        record.memo,
        record.voided,
        record.totalCents,
        record.taxes
          .filter((tax) => tax.amountCents !== 0)
          .map((tax) => [tax.ref, tax.amountCents])
          .sort(),
        // A line of a text alone is its own side's.
        record.lines
          .filter(isRealLine)
          .map((line) => [line.codeId, line.description, line.amountCents, line.taxKey]),
      ];
    case 'payment':
      return [
        record.clientId,
        record.booking,
        record.date,
        record.bankId,
        record.methodId,
        record.reference,
        record.memo,
        record.amountCents,
        record.voided,
        applicationsOf(record.applications),
      ];
  }
}

/** Applications in an order of their own, so that the systems' order does not matter. */
export function applicationsOf(
  applications: readonly { to: string; id: string; amountCents: number }[],
): string[] {
  return applications
    .filter((application) => application.amountCents !== 0)
    .map((application) => `${application.to}:${application.id}:${application.amountCents}`)
    .sort();
}

/** The fields of a client that are merged one by one. */
export const CLIENT_FIELDS = [
  'name',
  'firstName',
  'lastName',
  'email',
  'phone',
  'address',
] as const;
export type ClientField = (typeof CLIENT_FIELDS)[number];

/** A field's value as comparable text. */
export function clientField(
  client: { readonly [F in ClientField]: string | Address },
  field: ClientField,
): string {
  const value = client[field];
  if (typeof value === 'string') return value.trim();
  const { line1, line2, city, province, postalCode } = value;
  return [line1, line2, city, province, postalCode, countryCode(value.country)]
    .map((part) => part.trim())
    .join('\n');
}

/** QBO answers ISO-3 codes since 2025-10-31, people write names: `Canada`, `CAN` and `CA` are one. */
const COUNTRIES: Readonly<Record<string, string>> = {
  canada: 'CA',
  can: 'CA',
  ca: 'CA',
  'united states': 'US',
  'united states of america': 'US',
  usa: 'US',
  us: 'US',
};

function countryCode(country: string): string {
  return COUNTRIES[country.trim().toLowerCase()] ?? country;
}
