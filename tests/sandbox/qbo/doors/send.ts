import type { EntityName } from '../entity-name';
import { requiredParameter, unsupportedOperation } from '../fault';
import { type JsonObject, objectAt, textAt } from '../json';
import type { Call } from './call';

/** Documents that can be sent and printed. */
export const FORMS: ReadonlySet<string> = new Set([
  'Invoice',
  'CreditMemo',
  'SalesReceipt',
  'RefundReceipt',
]);

/** Sends to `sendTo`, or to the document's own address. Recorded: ruckus/quickbooks-ruby invoice_send.xml. */
export function sendDocument(
  call: Call,
  entity: EntityName,
  id: string,
  sendTo: string | null,
): JsonObject {
  if (!FORMS.has(entity)) throw unsupportedOperation(call.path);
  const found = call.company.read(entity, id);
  const address = sendTo ?? textAt(objectAt(found, 'BillEmail'), 'Address') ?? '';
  if (address === '') throw requiredParameter('BillEmail');
  return call.company.send(entity, id, address, call.options);
}
