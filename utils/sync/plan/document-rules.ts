/** What differs between invoices and payments while they are planned. */

import type { Cents } from '../../ledger/cents';
import type { Draft } from '../../ledger/drafts';
import type { Invoice, Payment } from '../../ledger/entities';
import type { QboId } from '../../ledger/ids';
import type { Side } from '../../ledger/side';
import type { Phrase } from '../../wording/phrase';
import type { Translation } from '../translate/translate-invoice';

export type Doc = Invoice | Payment;

/** What is known about one document while planning it. */
export interface Twinning {
  /** Keys of intents that this translation relies on. */
  readonly needs: string[];
  readonly base: { readonly from: Doc; readonly to: Doc } | null;
}

export interface DocumentRules<D extends Doc> {
  readonly type: D['kind'];
  /** Translates for the other side; may add to `needs`. */
  translate(doc: D, clientTwin: string, twinning: Twinning): Translation<Draft>;
  /** Looks for a document of the other side that is this one already. */
  match(doc: D, clientTwin: string | null): Match<D>;
  /** Does `target` say what `draft` wants, but for tax that a system makes by itself? */
  holds(draft: Draft, target: D): boolean;
  /** Would `draft` leave `target` as it is? */
  already(draft: Draft, target: D): boolean;
  /** What kind of thing a document is, so that only the like are compared; empty for all alike. */
  nature(doc: D): string;
  /** The document with its own money, and the names and dates of `other`. */
  named(doc: D, other: D): D;
  /** What a document and its twin have in common besides client and amount. */
  exactName(doc: D): string;
  /** What a person wrote on it to tell it apart: the number of an invoice, of a cheque. */
  reference(doc: D): string;
  /** The words that a person wrote on it. */
  texts(doc: D): readonly string[];
  /** The invoices that its money is applied to, by their id in TPS where they have one. */
  settles(doc: D): readonly string[];
  all(side: Side): Iterable<D>;
  find(side: Side, id: string): D | undefined;
  label(doc: D): string;
  /** Is there nothing on it, in total and on any line? */
  isEmpty(doc: D): boolean;
  /** A/R effect of the document as it stands. */
  effect(doc: D): Cents;
  amount(doc: D): Cents;
  /** A document of QBO that is no twin any more, though it stands: why; null when it is just gone. */
  becameForeign(qboId: QboId): Phrase | null;
  /** Why what is on the target cannot come off, so that it cannot move; null when it can. */
  stuck(target: D): Phrase | null;
  /** What this change only follows from, and is held with; null when it stands for itself. */
  waitsFor(source: D, base: D): Phrase | null;
  /** Without a twin: what it is held with, because that is gone on the other side; null otherwise. */
  goesWith(doc: D): Phrase | null;
  /** Was it only the other side's removal that changed QBO's document? Then TPS is right. */
  lostIn(qbo: D, base: D, tps: D): boolean;
  /** Why the document must not be voided or removed: somebody else's money is on it. */
  inUse(target: D): Phrase | null;
  /** Why the target cannot be changed (deposited, closed period); null when it can. */
  frozen(target: D): Phrase | null;
}

export type Match<D> =
  | { readonly found: 'none' }
  /** `marked`: by a marker, so what differs between them was changed by somebody since. */
  | {
      readonly found: 'twin';
      readonly twin: D;
      readonly why: Phrase;
      readonly marked?: true;
    }
  /** `other`: a document without a twin that a person may say is the same. */
  | { readonly found: 'clash'; readonly what: Phrase; readonly other?: D };
