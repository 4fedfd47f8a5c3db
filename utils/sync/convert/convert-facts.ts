/** What a document of QBO that is to be converted does, read from both books. */
import { absCents, type Cents, cents, sumCents, ZERO } from '../../ledger/cents';
import { documentId } from '../../ledger/document-id';
import type {
  Application,
  ConvertibleType,
  Foreign,
  ForeignOn,
  Invoice,
  Payment,
} from '../../ledger/entities';
import { isSameMarker, markerText } from '../../ledger/marker';
import { type Phrase, phrase } from '../../wording/phrase';
import type { Scene } from '../scene';

/** What a person wants converted. `title`: "Credit memo", in the firm's words. */
export interface ForeignWish {
  readonly foreignType: ConvertibleType;
  readonly id: string;
  readonly title: string;
}

export interface Convertible {
  readonly original: ForeignOn<'qbo'>;
  readonly title: string;
  /** It raises what the customer owes: a journal entry that debits A/R. */
  readonly raises: boolean;
  /** The payments that settle it, or that it settles invoices by. */
  readonly parts: readonly Payment[];
  /** What it settles, by QBO invoice. */
  readonly applied: readonly Application[];
}

/** The one row of the document with what the customer's payments do with it. */
export function convertibleOf(
  scene: Scene,
  { foreignType, id, title }: ForeignWish,
): Convertible | { readonly refused: Phrase } {
  const [original, ...more] = scene.now.qbo.foreign.filter(
    (row) => row.foreignType === foreignType && row.id === id,
  );
  if (!original) return { refused: phrase('convert.gone', { type: foreignType, number: id }) };
  if (more.length > 0) {
    const values = { type: foreignType, number: original.number || id };
    return { refused: phrase('convert.severalCustomers', values) };
  }
  const parts = [...scene.now.qbo.payments.values()].filter(
    (payment) => !payment.voided && takenBy(payment, original) !== 0,
  );
  const taken = sumCents(parts.map((part) => takenBy(part, original)));
  return {
    original,
    title,
    raises: original.openCents > 0 || (original.openCents === 0 && taken > 0),
    parts,
    applied: perInvoice(parts),
  };
}

/** What a payment takes of the document in cents: negative where it spends a credit. */
export function takenBy(payment: Payment, original: Foreign): Cents {
  const own = payment.applications.filter((application) => isOf(application, original));
  return sumCents(own.map(({ amountCents }) => amountCents));
}

/** Does this application name the document? */
export function isOf({ to, id }: Application, { foreignType, id: ownId }: Foreign): boolean {
  const list = foreignType === 'journalEntry' ? 'journal' : 'plain';
  return to === 'other' && id === documentId(list, ownId);
}

/** What stands in TPS for the document already: made by a conversion that was cut off. */
export function adjustmentsOf(scene: Scene, { id }: Foreign): readonly (Invoice | Payment)[] {
  const { invoices, payments } = scene.now.tps;
  const marker = markerOfOriginal(id);
  return [...invoices.values(), ...payments.values()].filter((doc) =>
    isSameMarker(doc.marker, marker),
  );
}

/** `[QBO credit 73]` */
export function markerOfOriginal(id: string): string {
  return markerText({ side: 'qbo', type: 'payment', id: documentId('credit', id) });
}

/** Is everything of the document accounted for: what is open, and what payments took? */
export function isExplained({ original, parts }: Convertible): boolean {
  const taken = sumCents(parts.map((part) => takenBy(part, original)));
  return absCents(original.openCents) + absCents(taken) === original.totalCents;
}

function perInvoice(parts: readonly Payment[]): Application[] {
  const sums = new Map<string, Cents>();
  for (const { to, id, amountCents } of parts.flatMap(({ applications }) => applications)) {
    if (to === 'invoice') sums.set(id, cents((sums.get(id) ?? ZERO) + amountCents));
  }
  return [...sums].map(([id, amountCents]) => ({ to: 'invoice', id, amountCents }));
}
