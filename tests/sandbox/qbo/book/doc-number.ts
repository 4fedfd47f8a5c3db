import { businessError, duplicateDocNumber } from '../fault';
import { booleanAt, type JsonObject, objectAt, textAt } from '../json';
import { keyOf } from '../store/record';
import type { Book, WriteContext } from './book';
import { mustFit } from './guards';

/** Recorded: airbytehq/airbyte expected_records; these forms count in one sequence. */
const SALES_FORMS = ['Invoice', 'SalesReceipt', 'CreditMemo', 'RefundReceipt'] as const;
type SalesForm = (typeof SALES_FORMS)[number];

const MAX_LENGTH = 21;

/** "1042" after "1041", "SD-010" after "SD-009". */
function successor(docNumber: string): string {
  const match = /^(.*?)(\d+)$/.exec(docNumber);
  if (!match) return `${docNumber}1`;
  const digits = match[2] ?? '';
  return (match[1] ?? '') + String(BigInt(digits) + 1n).padStart(digits.length, '0');
}

function taken(book: Book, docNumber: string): boolean {
  return SALES_FORMS.some(
    (form) => book.store.table(form).byDocNumber.get(docNumber.toLowerCase()).size > 0,
  );
}

function nextNumber(book: Book): string {
  let next = successor(book.store.lastDocNumber);
  while (taken(book, next)) next = successor(next);
  return next;
}

/**
 * The DocNumber to store. With CustomTxnNumbers on it is what the client sent (absent stays
 * absent); off, QBO numbers by itself. A number in use is 6140 unless allowed by `include`.
 */
export function docNumberFor(
  book: Book,
  form: SalesForm,
  input: JsonObject,
  context: WriteContext,
): string | undefined {
  mustFit(input, 'DocNumber', MAX_LENGTH);
  const sent = textAt(input, 'DocNumber');
  const custom = booleanAt(objectAt(book.preferences(), 'SalesFormsPrefs'), 'CustomTxnNumbers');
  if (sent === 'AUTO_GENERATE') return nextNumber(book);
  if (context.before === undefined && custom !== true) {
    const keep =
      sent !== undefined && sent !== '' && book.switches.docNumberWhenAutomatic === 'kept';
    if (!keep) return nextNumber(book);
  }
  if (sent === undefined || sent === '') return undefined;
  const unchanged = sent === context.before?.facts?.docNumber;
  if (context.before && !unchanged && book.switches.docNumberEdit === 'refused') {
    throw businessError('The transaction number cannot be changed.');
  }
  if (!unchanged && !context.options.include?.includes('allowduplicatedocnum')) {
    mustBeUnused(book, form, sent, context.before?.id);
  }
  return sent;
}

function mustBeUnused(
  book: Book,
  form: SalesForm,
  number: string,
  ownId: string | undefined,
): void {
  const scope = book.switches.duplicateDocNumberScope === 'entity' ? [form] : SALES_FORMS;
  for (const entity of scope) {
    for (const id of book.store.table(entity).byDocNumber.get(number.toLowerCase())) {
      if (entity === form && id === ownId) continue;
      if (book.hidden.has(keyOf(entity, id))) continue;
      throw duplicateDocNumber(number, entity, id);
    }
  }
}
