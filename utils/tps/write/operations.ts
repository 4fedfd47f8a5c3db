import { type Asked, changedMeanwhile, refused } from '../../http/failures';
import { parseRow } from '../../http/parse-row';
import type { Draft, InvoiceDraft, PaymentDraft } from '../../ledger/drafts';
import type { LedgerRecord, Payment } from '../../ledger/entities';
import { type InvoiceNumber, parseNumber, shownNumber } from '../../ledger/invoice-number';
import { splitMarker } from '../../ledger/marker';
import { refusedFor } from '../../ledger/refused-draft';
import type { Writable } from '../../port/books-port';
import { type Subject, subjectValues } from '../../port/subject';
import { phrase } from '../../wording/phrase';
import {
  applicationsPath,
  listPath,
  PATHS,
  paymentLinkPath,
  recordPath,
  restorePath,
  voidPath,
} from '../paths';
import { readOne, recordIn, subjectOfId } from '../read/one';
import { invoice } from '../schemas';
import type { TpsReply, TpsTransport } from '../transport';
import {
  adjustmentBody,
  applicationsBody,
  clientBody,
  invoiceBody,
  type Json,
  paymentBody,
  textOf,
} from './bodies';

export async function createRecord(transport: TpsTransport, draft: Draft): Promise<LedgerRecord> {
  const subject = subjectOf(draft);
  mustBeTaken(draft, subject);
  const body = bodyToCreate(draft, subject);
  const path = asAdjustment(draft) ? PATHS.adjustments : listPath(draft.kind, '');
  return recordIn(draft.kind, await transport.write({ method: 'POST', path, body, subject }));
}

/**
 * Puts the draft on top of the record as it is now, so that what TPS has beyond a draft stays.
 * Where only the applications of a payment differ, only these are sent (*Detach / Attach*).
 */
export async function updateRecord(
  transport: TpsTransport,
  id: string,
  version: string,
  draft: Draft,
): Promise<LedgerRecord> {
  const subject = subjectOf(draft);
  mustBeTaken(draft, subject);
  const { kind } = draft;
  const asked: Asked = {
    side: 'tps',
    method: 'PUT',
    path: recordPath(kind, id),
    write: true,
    subject,
  };
  const fresh = await readOne(transport, kind, id, subject);
  if (!fresh) {
    const values = { system: 'TPS', ...subjectValues(subject) };
    throw refused(asked, phrase('port.gone', values), `no ${kind} ${id}`);
  }
  const before = recordIn(kind, fresh);
  if (before.version !== version) {
    throw changedMeanwhile(asked, `version is ${before.version}, was ${version}`);
  }
  const request = changeOf(draft, fresh, before, subject);
  const reply = await transport.write({ method: 'PUT', ...request, ifMatch: version, subject });
  return recordIn(kind, reply);
}

export async function voidRecord(
  transport: TpsTransport,
  kind: 'invoice' | 'payment',
  id: string,
  version: string,
): Promise<LedgerRecord> {
  const subject = subjectOfId(kind, id);
  const path = voidPath(kind, id);
  const reply = await transport.write({ method: 'POST', path, ifMatch: version, subject });
  if (reply.body !== undefined) return recordIn(kind, reply);
  const after = await readOne(transport, kind, id, subject);
  if (after) return recordIn(kind, after);
  throw refused(reply.asked, phrase('port.gone', { system: 'TPS', ...subjectValues(subject) }), id);
}

export async function removeRecord(
  transport: TpsTransport,
  kind: Writable,
  id: string,
  version: string,
): Promise<void> {
  const subject = subjectOfId(kind, id);
  const path = recordPath(kind, id);
  await transport.write({ method: 'DELETE', path, ifMatch: version, subject });
}

/** Sets a client's flag; one that was deleted is restored first. */
export async function setClientActive(
  transport: TpsTransport,
  id: string,
  version: string,
  active: boolean,
): Promise<LedgerRecord> {
  const subject = subjectOfId('client', id);
  const fresh = await readOne(transport, 'client', id, subject);
  if (!fresh) throw gone(id, subject);
  const before = recordIn('client', fresh);
  if (before.version !== version) throw movedOn(id, before.version, version, subject);
  if (before.kind === 'client' && before.status === 'deleted' && active) {
    const path = restorePath(id);
    return recordIn(
      'client',
      await transport.write({ method: 'POST', path, ifMatch: version, subject }),
    );
  }
  const body = { ...jsonOf(fresh), status: active ? 'active' : 'inactive' };
  const path = recordPath('client', id);
  return recordIn(
    'client',
    await transport.write({ method: 'PUT', path, body, ifMatch: version, subject }),
  );
}

/** Stores the address where the client can pay this invoice online. */
export async function writePaymentLink(
  transport: TpsTransport,
  id: string,
  version: string,
  paymentLink: string,
): Promise<LedgerRecord> {
  const subject = subjectOfId('invoice', id);
  const path = paymentLinkPath(id);
  const body = { paymentLink };
  const reply = await transport.write({ method: 'PUT', path, body, ifMatch: version, subject });
  return recordIn('invoice', reply);
}

/** Puts our tag into the description of an invoice, in place of the one that was copied with it. */
export function setTag(
  transport: TpsTransport,
  id: string,
  version: string,
  marker: string,
): Promise<LedgerRecord> {
  return changeInvoice(transport, id, version, (json) => ({
    description: textOf(splitMarker(jsonText(json)).memo, marker),
  }));
}

/** Gives an invoice another number for as long as its own is needed elsewhere. */
export function setNumber(
  transport: TpsTransport,
  id: string,
  version: string,
  number: string,
): Promise<LedgerRecord> {
  const parsed = parseNumber(number);
  if (!parsed) throw new Error(`no number of TPS: ${number}`);
  return changeInvoice(transport, id, version, () => ({ ...parsed }));
}

/** Changes these fields of an invoice and leaves all else as it is. */
async function changeInvoice(
  transport: TpsTransport,
  id: string,
  version: string,
  fieldsOf: (json: Json) => Json,
): Promise<LedgerRecord> {
  const subject = subjectOfId('invoice', id);
  const fresh = await readOne(transport, 'invoice', id, subject);
  if (!fresh) throw gone(id, subject);
  const before = recordIn('invoice', fresh);
  if (before.version !== version) throw movedOn(id, before.version, version, subject);
  const json = jsonOf(fresh);
  const body = { ...json, ...fieldsOf(json) };
  const path = recordPath('invoice', id);
  const reply = await transport.write({ method: 'PUT', path, body, ifMatch: version, subject });
  return recordIn('invoice', reply);
}

/** TPS keeps what only moves A/R in a list of its own. */
function asAdjustment(draft: Draft): InvoiceDraft | PaymentDraft | null {
  if (draft.kind === 'client') return null;
  const isOne =
    draft.kind === 'invoice' ? draft.invoiceKind === 'adjustment' : draft.booking === 'adjustment';
  return isOne ? draft : null;
}

function gone(id: string, subject: Subject) {
  const asked: Asked = { side: 'tps', method: 'PUT', path: id, write: true, subject };
  return refused(asked, phrase('port.gone', { system: 'TPS', ...subjectValues(subject) }), id);
}

function movedOn(id: string, is: string, was: string, subject: Subject) {
  const asked: Asked = { side: 'tps', method: 'PUT', path: id, write: true, subject };
  return changedMeanwhile(asked, `version is ${is}, was ${was}`);
}

function bodyToCreate(draft: Draft, subject: Subject): Json {
  const adjustment = asAdjustment(draft);
  if (adjustment) return adjustmentBody(adjustment, subject, {});
  switch (draft.kind) {
    case 'client':
      return clientBody(draft, { status: 'active', excludeFromSync: false });
    case 'invoice':
      return invoiceBody(draft, numberOf(draft, null, subject), subject, null);
    case 'payment':
      return paymentBody(draft, subject, {});
  }
}

function changeOf(
  draft: Draft,
  fresh: TpsReply,
  before: LedgerRecord,
  subject: Subject,
): { path: string; body: Json } {
  const json = jsonOf(fresh);
  const path = recordPath(draft.kind, before.id);
  const adjustment = asAdjustment(draft);
  if (adjustment) return { path, body: adjustmentBody(adjustment, subject, json) };
  switch (draft.kind) {
    case 'client':
      return { path, body: clientBody(draft, json) };
    case 'invoice': {
      const wire = parseRow(invoice, fresh.body, 'invoice', fresh.asked);
      const number = numberOf(draft, wire, subject);
      return { path, body: invoiceBody(draft, number, subject, { json, wire }) };
    }
    case 'payment':
      if (before.kind === 'payment' && onlyApplicationsDiffer(draft, before, jsonText(json))) {
        return { path: applicationsPath(before.id), body: applicationsBody(draft, subject) };
      }
      return { path, body: paymentBody(draft, subject, json) };
  }
}

function onlyApplicationsDiffer(
  draft: PaymentDraft,
  before: Payment,
  description: string,
): boolean {
  return (
    draft.clientId === before.clientId &&
    draft.date === before.date &&
    draft.bankId === before.bankId &&
    draft.methodId === before.methodId &&
    draft.reference === before.reference &&
    draft.amountCents === before.amountCents &&
    textOf(draft.memo, draft.marker) === description
  );
}

/** A line's text that TPS would refuse; of the number, `numberOf` knows more. */
function mustBeTaken(draft: Draft, subject: Subject): void {
  if (refusedFor(draft, 'tps', draft.kind === 'invoice' ? draft.number : null) !== 'lineText')
    return;
  const asked: Asked = { side: 'tps', method: 'POST', path: PATHS.invoices, write: true, subject };
  const values = { system: 'TPS', ...subjectValues(subject), field: 'lines.description' };
  throw refused(asked, phrase('port.textTooLong', values), 'not sent');
}

/** Code and number; those that the invoice has already stay when people see the same. */
function numberOf(
  draft: InvoiceDraft,
  before: InvoiceNumber | null,
  subject: Subject,
): InvoiceNumber {
  if (before && shownNumber(before) === draft.number) {
    return { code: before.code, number: before.number };
  }
  const parsed = parseNumber(draft.number);
  if (parsed) return parsed;
  const asked: Asked = { side: 'tps', method: 'POST', path: PATHS.invoices, write: true, subject };
  throw refused(asked, phrase('port.unnumberable', { label: draft.number }), 'not sent');
}

function jsonOf({ body }: TpsReply): Json {
  return typeof body === 'object' && body !== null ? { ...body } : {};
}

function jsonText(json: Json): string {
  return typeof json.description === 'string' ? json.description : '';
}

function subjectOf(draft: Draft): Subject {
  switch (draft.kind) {
    case 'client':
      return { type: 'client', label: draft.name };
    case 'invoice':
      return asAdjustment(draft)
        ? { type: 'adjustment', label: draft.date }
        : { type: 'invoice', label: draft.number };
    case 'payment':
      return asAdjustment(draft)
        ? { type: 'adjustment', label: draft.date }
        : { type: 'payment', label: draft.reference || draft.date };
  }
}
