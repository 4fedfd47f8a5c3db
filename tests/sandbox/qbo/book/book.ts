import type { EntityName } from '../entity-name';
import type { JsonObject } from '../json';
import type { Facts, Rec } from '../store/record';
import type { Store } from '../store/store';
import type { QboSwitches } from '../switches';

export type Country = 'CA' | 'US';

/** What the rules of the books may use. */
export interface Book {
  readonly store: Store;
  readonly switches: QboSwitches;
  readonly country: Country;
  /** The home currency, as written in `CurrencyRef`. */
  readonly currency: JsonObject;
  /** Keys of objects made earlier in the same batch: its later items do not see them. */
  readonly hidden: ReadonlySet<string>;
  nowMs(): number;
  /** The day that a missing TxnDate becomes. */
  today(): string;
  preferences(): JsonObject;
}

/** How a write was asked for. */
export interface WriteOptions {
  /** Who acts; appears in the text of 5010. */
  readonly user?: string;
  /** Values of `include=`, such as `allowduplicatedocnum`. */
  readonly include?: readonly string[];
}

export interface WriteContext {
  readonly before: Rec | undefined;
  readonly options: WriteOptions;
  /** The request left these out and wants them kept. */
  readonly sparse: boolean;
  /** What the client sent, before it was merged with what was there. */
  readonly sent: JsonObject;
}

export interface Draft {
  readonly body: JsonObject;
  readonly facts: Facts | null;
}

/** What makes one entity different from the others. */
export interface EntityRules {
  /** Validates and completes a create or update; throws a fault and changes nothing. */
  draft(book: Book, input: JsonObject, context: WriteContext): Draft;
  /** The object as the service returns it, without the envelope of every object. */
  present(book: Book, rec: Rec, readById: boolean): JsonObject;
  /** Facts of a body that was recorded elsewhere; lists have none. */
  facts?(book: Book, body: JsonObject): Facts;
  /** The body after a void; absent where the service offers no void. */
  voided?(rec: Rec, word: string): JsonObject;
}

export type RulesByEntity = Readonly<Record<EntityName, EntityRules>>;
