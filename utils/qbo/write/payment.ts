/** A PaymentDraft as the JSON of a Payment. */
import { absCents, wireNumber } from '../../ledger/cents';
import { type IdList, splitId } from '../../ledger/document-id';
import type { PaymentDraft } from '../../ledger/drafts';
import type { WirePayment } from '../schemas/payment';
import { noteOf } from './invoice';

/** Intuit's reference: PaymentRefNum, 21 characters. */
const REFERENCE_LENGTH_MAX = 21;

/** What is owed to the firm, by the list that it stands in. */
const INVOICE_TYPE: Readonly<Partial<Record<IdList, string>>> = {
  plain: 'Invoice',
  cheque: 'Check',
  expense: 'Expense',
};

type Json = Readonly<Record<string, unknown>>;

/**
 * The fields that a payment of ours has. `before` tells what type the documents have that are
 * neither invoices nor ours (a credit memo that the user applied): their lines go along unchanged.
 * Throws RangeError for one that it does not name.
 */
export function wirePayment(draft: PaymentDraft, before: WirePayment | null): Json {
  const types = new Map(
    (before?.Line ?? [])
      .flatMap((line) => line.LinkedTxn ?? [])
      .map((link) => [link.TxnId, link.TxnType]),
  );
  const body: Record<string, unknown> = {
    CustomerRef: { value: draft.clientId },
    TxnDate: draft.date,
    TotalAmt: wireNumber(draft.amountCents),
    PaymentRefNum: draft.reference.slice(0, REFERENCE_LENGTH_MAX),
    PrivateNote: noteOf(draft.memo, draft.marker),
    Line: draft.applications.map(({ to, id, amountCents }) => {
      const { list, ownId } = splitId(id);
      const type = to === 'invoice' ? INVOICE_TYPE[list] : types.get(ownId);
      if (type === undefined) throw new RangeError(`nothing known about document ${id}`);
      return {
        Amount: wireNumber(absCents(amountCents)),
        LinkedTxn: [{ TxnId: ownId, TxnType: type }],
      };
    }),
  };
  if (draft.bankId !== '') body.DepositToAccountRef = { value: draft.bankId };
  if (draft.methodId !== '') body.PaymentMethodRef = { value: draft.methodId };
  return body;
}
