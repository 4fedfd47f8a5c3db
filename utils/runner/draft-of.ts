import { type Cents, cents } from '../ledger/cents';
import { AGAIN, PLANNED } from '../ledger/document-id';
import type { Draft } from '../ledger/drafts';
import type { Application, Invoice, Payment } from '../ledger/entities';
import type { LinkIndex } from '../ledger/link';
import type { MappingTable } from '../ledger/mappings';
import { stamped } from '../ledger/marker';
import type { References } from '../ledger/references';
import { type Both, otherSide, type Side } from '../ledger/side';
import { isUnagreed } from '../ledger/unagreed';
import type { CreateIntent, Intent, ReplaceIntent, UpdateIntent } from '../sync/intent';
import { excessCents } from '../sync/plan/residue';
import { type Translation, translateInvoice } from '../sync/translate/translate-invoice';
import { translatePayment } from '../sync/translate/translate-payment';
import { phrase } from '../wording/phrase';

export interface DraftContext {
  readonly links: LinkIndex;
  readonly mappings: MappingTable;
  readonly references: Both<References>;
  /** The firm's short id, for the tag. */
  readonly firm: string;
  readonly taxToleranceCents: number;
}

/** An intent that writes the content of a record. */
export type Drafted =
  | Extract<Intent, { does: 'create' | 'update' | 'detach' | 'restore' | 'reenter' }>
  | (ReplaceIntent & { part: 'adjustment' });

export function isDrafted(intent: Intent): intent is Drafted {
  switch (intent.does) {
    case 'create':
    case 'update':
    case 'detach':
    case 'restore':
    case 'reenter':
      return true;
    case 'replace':
      return intent.part === 'adjustment';
    case 'link':
    case 'void':
    case 'delete':
    case 'renumber':
    case 'act':
      return false;
  }
}

/** What is to be written, with the links as they are at this moment and the firm in its tag. */
export function draftOf(intent: Drafted, context: DraftContext): Translation<Draft> {
  const translation = translated(intent, context);
  if ('obstacle' in translation) return translation;
  const { draft } = translation;
  return { draft: { ...draft, marker: stamped(draft.marker, context.firm) } };
}

function translated(intent: Drafted, context: DraftContext): Translation<Draft> {
  switch (intent.does) {
    case 'create':
    case 'update':
      return translatedAnew(intent, context);
    case 'detach':
    case 'restore':
    case 'reenter':
      return { draft: withTwins(intent.draft, intent.to, context.links) };
    case 'replace':
      return { draft: intent.draft };
  }
}

/** The client or document as it was planned, with what has got a twin since. */
function translatedAnew(
  intent: CreateIntent | UpdateIntent,
  context: DraftContext,
): Translation<Draft> {
  const { record } = intent;
  if (record.kind === 'client') return { draft: intent.draft };
  const clientId = clientThere(intent, record, context);
  if (clientId === null) {
    return { obstacle: phrase('result.clientMissing', { client: intent.clientName }) };
  }
  const stored = intent.does === 'update' ? context.links.get(intent.linkId) : null;
  const link = stored && isUnagreed(stored.base) ? null : stored;
  // Whose it is was decided by the plan.
  const ownerThere = () => '';
  if (record.kind === 'invoice') {
    const planned = intent.draft?.kind === 'invoice' ? intent.draft : null;
    return translateInvoice(dated(record, intent), {
      ...context,
      clientId,
      ownerThere,
      onlinePaymentEmail: planned?.onlinePaymentEmail ?? null,
      base: link ? invoiceBase(link.base[record.side], link.base[otherSide(record.side)]) : null,
    });
  }
  const planned = intent.draft?.kind === 'payment' ? intent.draft.applications : [];
  return translatePayment(dated(record, intent), {
    ...context,
    clientId,
    ownerThere,
    clientOfInvoice: () => null,
    twinOfInvoice: (id) => context.links.twin(record.side, 'invoice', id),
    fitsThere: (application, twinId) =>
      planned.find(({ id }) => id === twinId)?.amountCents ?? settled(intent, application, context),
    base: link ? paymentBase(link.base[record.side], link.base[otherSide(record.side)]) : null,
  });
}

/** Of an application to an invoice that this very run has created there: what its twin can take. */
function settled(
  { settling = {}, record }: CreateIntent | UpdateIntent,
  { id, amountCents }: Application,
  { links, taxToleranceCents }: DraftContext,
): Cents {
  const balanceCents = settling[id];
  const base = links.find(record.side, 'invoice', id)?.base;
  if (balanceCents === undefined || !base) return amountCents;
  const rounded = invoiceBase(base[record.side], base[otherSide(record.side)]);
  if (!rounded) return amountCents;
  const { totalCents } = rounded.from;
  const twinTotalCents = rounded.to.totalCents;
  const excess = excessCents({ totalCents, balanceCents, twinTotalCents }, taxToleranceCents);
  return cents(amountCents - excess);
}

/** What was applied to an invoice that the same undo has entered anew is applied to that one. */
function withTwins(draft: Draft, side: Side, links: LinkIndex): Draft {
  if (draft.kind !== 'payment') return draft;
  const applications = draft.applications.map((application) => {
    if (!application.id.startsWith(AGAIN)) return application;
    const id = links.twin(otherSide(side), 'invoice', application.id.slice(AGAIN.length));
    return { ...application, id: id ?? application.id };
  });
  return { ...draft, applications };
}

/** The client that the plan chose, or the one that this very run has made. */
function clientThere(
  { draft, owner }: CreateIntent | UpdateIntent,
  record: Invoice | Payment,
  { links }: DraftContext,
): string | null {
  const chosen = draft && draft.kind !== 'client' ? draft.clientId : PLANNED;
  return chosen !== PLANNED ? chosen : links.twin(record.side, 'client', owner ?? record.clientId);
}

/** The record on the day that a person chose for it. */
function dated<R extends Invoice | Payment>(record: R, intent: CreateIntent | UpdateIntent): R {
  const date = intent.does === 'create' ? intent.dated : undefined;
  return date ? { ...record, date } : record;
}

function invoiceBase(from: { kind: string }, to: { kind: string }) {
  return isInvoice(from) && isInvoice(to) ? { from, to } : null;
}

function paymentBase(from: { kind: string }, to: { kind: string }) {
  return isPayment(from) && isPayment(to) ? { from, to } : null;
}

function isInvoice(record: { kind: string }): record is Invoice {
  return record.kind === 'invoice';
}

function isPayment(record: { kind: string }): record is Payment {
  return record.kind === 'payment';
}
