/**
 * Which code of one side stands for which of the other. Kept in both directions, since several
 * work codes may share one QBO item and the way back must still be decided by a person.
 */
import { sideKey } from './record-key';
import type { Side } from './side';

export const MAPPING_KINDS = ['code', 'special', 'tax', 'bank', 'method'] as const;
export type MappingKind = (typeof MAPPING_KINDS)[number];

/** Something for each kind. */
export function eachKind<T>(make: () => T): { [K in MappingKind]: T } {
  return {
    code: make(),
    special: make(),
    tax: make(),
    bank: make(),
    method: make(),
  };
}

export interface Mapping {
  readonly kind: MappingKind;
  /** Side of `fromId`; `toId` belongs to the other. */
  readonly from: Side;
  readonly fromId: string;
  readonly toId: string;
}

/**
 * Kinds of TPS documents without work code (kind `special`, from TPS). All are mapped to a QBO item
 * but for the adjustment decrease, which is mapped to an account: of type Bank or Other Current
 * Asset, and QBO gets a payment into it; of type Income or Expense, and it gets a journal entry.
 */
export const SPECIAL_CODES = [
  'financeCharge',
  'openingBalance',
  'adjustmentIncrease',
  'adjustmentDecrease',
] as const;
export type SpecialCode = (typeof SPECIAL_CODES)[number];

export class MappingTable {
  readonly #byKey = new Map<string, string>();

  constructor(mappings: Iterable<Mapping>) {
    for (const mapping of mappings) {
      this.#byKey.set(mappingKey(mapping.kind, mapping.from, mapping.fromId), mapping.toId);
    }
    // The way back follows from the way there as long as nobody decided otherwise; of several
    // candidates the first one wins.
    for (const mapping of mappings) {
      const back = mappingKey(mapping.kind, mapping.from === 'tps' ? 'qbo' : 'tps', mapping.toId);
      if (!this.#byKey.has(back)) this.#byKey.set(back, mapping.fromId);
    }
  }

  /** The other side's code, or null when nobody has mapped this one. */
  get(kind: MappingKind, from: Side, fromId: string): string | null {
    return this.#byKey.get(mappingKey(kind, from, fromId)) ?? null;
  }
}

/** `code:tps:112` */
export function mappingKey(kind: MappingKind, from: Side, fromId: string): string {
  return `${kind}:${sideKey(from, fromId)}`;
}
