import { type EntityName, entityNamed } from '../entity-name';
import { invalidId, objectNotFound, unsupportedOperation } from '../fault';
import { type JsonObject, objectAt, textAt } from '../json';
import { withDownload } from './attachments';
import { bodyOf, type Call, includesOf } from './call';
import { pdfOf } from './pdf';
import { FORMS, sendDocument } from './send';

/** `POST /invoice`, `GET /invoice/12`, `POST /invoice/12/send`, `GET /invoice/12/pdf`. */
export function entityCall(call: Call): JsonObject | Response {
  const [name = '', id, action] = call.parts;
  const entity = entityNamed(name);
  if (!entity || call.parts.length > 3) throw unsupportedOperation(call.path);
  if (call.method === 'GET') {
    if (action === 'pdf' && FORMS.has(entity)) return pdf(call, entity, id ?? '');
    if (action !== undefined) throw unsupportedOperation(call.path);
    return { [entity]: readOne(call, entity, id) };
  }
  if (call.method !== 'POST') throw unsupportedOperation(call.path);
  if (action === 'send') {
    return { [entity]: sendDocument(call, entity, id ?? '', call.search.get('sendTo')) };
  }
  if (id !== undefined) throw unsupportedOperation(call.path);
  return { [entity]: write(call, entity) };
}

function readOne(call: Call, entity: EntityName, id: string | undefined): JsonObject {
  if (entity === 'Preferences') return call.company.read(entity, '1');
  if (entity === 'CompanyInfo') {
    if (id !== call.company.realm && id !== '1') throw objectNotFound();
    return call.company.read(entity, '1');
  }
  if (id === undefined) throw unsupportedOperation(call.path);
  const found = call.company.read(entity, id);
  if (entity === 'Attachable') return withDownload(call, found);
  return includesOf(call.search).includes('invoiceLink') ? withLink(call, entity, found) : found;
}

/**
 * InvoiceLink needs a company that takes payments online, an invoice that allows it, and an e-mail
 * address (ej2/python-quickbooks test_invoice).
 */
function withLink(call: Call, entity: EntityName, found: JsonObject): JsonObject {
  if (call.company.internals.switches.payments === 'absent') return found;
  const online =
    found.AllowOnlineCreditCardPayment === true || found.AllowOnlineACHPayment === true;
  const address = textAt(objectAt(found, 'BillEmail'), 'Address');
  if (entity !== 'Invoice' || !online || address === undefined) return found;
  const token = `scs-v1-${call.company.realm}-${textAt(found, 'Id') ?? ''}`;
  return { ...found, InvoiceLink: `https://connect.intuit.com/portal/asei/${token}` };
}

function write(call: Call, entity: EntityName): JsonObject {
  const body = bodyOf(call);
  const operation = call.search.get('operation') ?? '';
  const voids = call.options.include?.includes('void') === true;
  if (operation === 'delete') return call.company.remove(entity, body, call.options);
  if (operation === 'void' || voids) return call.company.void(entity, body, call.options);
  if (operation !== '' && operation !== 'update') throw unsupportedOperation(call.path);
  if (textAt(body, 'Id') !== undefined) return call.company.update(entity, body, call.options);
  if (
    entity === 'TaxCode' ||
    entity === 'TaxRate' ||
    entity === 'Preferences' ||
    entity === 'CompanyInfo'
  ) {
    throw unsupportedOperation(call.path);
  }
  return call.company.create(entity, body, call.options);
}

function pdf(call: Call, entity: EntityName, id: string): Response {
  if (!/^\d+$/.test(id)) throw invalidId(id);
  const found = call.company.read(entity, id);
  return new Response(pdfOf(entity, found), { headers: { 'Content-Type': 'application/pdf' } });
}
