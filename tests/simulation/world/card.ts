/**
 * A record of a stand-in's own books in words that both sides share: what a person typed, and
 * nothing that follows from it. Written anew from the stand-ins, without the adapters' code, so
 * that a mistake there cannot hide itself here.
 */
import type { Side } from '../../../utils/ledger/side';

/**
 * As a link has it: TPS's adjustment 12 is the invoice or the payment `A12`, QBO's journal entry 45
 * the payment `J45`.
 */
export type CardKind = 'client' | 'invoice' | 'payment';

export interface Card {
  readonly side: Side;
  readonly kind: CardKind;
  readonly id: string;
  readonly voided: boolean;
  /** Comparable texts by field; a record of the same side is named as `{tps:invoice:118}`. */
  readonly fields: Readonly<Record<string, string>>;
  /** Our tag in the record's text, such as `[TPS invoice 118]`; empty without one. */
  readonly marker: string;
  /** What people call it. */
  readonly label: string;
}

export type Cards = ReadonlyMap<string, Card>;

export function cardKey(side: Side, kind: CardKind, id: string): string {
  return `${side}:${kind}:${id}`;
}

/** A reference to a record of the same side. */
export function reference(side: Side, kind: CardKind, id: string): string {
  return `{${cardKey(side, kind, id)}}`;
}

const MARKER = /\s*\[(?:TPS|QBO)(?:#\w+)? [a-z]+ \d+\]/;

/** The user's own words, and our tag. */
export function ownWords(stored: string): { words: string; marker: string } {
  const marker = MARKER.exec(stored)?.[0].trim() ?? '';
  return { words: stored.replace(MARKER, '').trim(), marker };
}

/** A country is written in many ways; whether it was typed is not what is compared here. */
export function addressText(parts: readonly (string | undefined)[]): string {
  return parts.map((part) => (part ?? '').trim()).join(' / ');
}

export function toCents(amount: string | number | undefined): number {
  return Math.round(Number(amount ?? 0) * 100);
}

/** Applications in an order of their own. */
export function applicationsText(
  applications: readonly { readonly to: string; readonly amountCents: number }[],
): string {
  return applications
    .filter(({ amountCents }) => amountCents !== 0)
    .map(({ to, amountCents }) => `${to} ${amountCents}`)
    .join('; ');
}
