import { documentId } from '../../ledger/document-id';
import type { Invoice } from '../../ledger/entities';
import { shownNumber } from '../../ledger/invoice-number';
import { splitMarker } from '../../ledger/marker';
import type { WireInvoice, WireInvoiceLine } from '../schemas';

export function invoiceOf(wire: WireInvoice): Invoice {
  return {
    kind: 'invoice',
    side: 'tps',
    id: documentId('plain', wire.id),
    version: wire.version,
    modifiedAt: wire.modifiedAt,
    ...splitMarker(wire.description),
    clientId: wire.clientId,
    invoiceKind: wire.kind,
    number: shownNumber(wire),
    date: wire.date,
    dueDate: wire.dueDate ?? null,
    lines: wire.lines.map((line) => ({
      codeId: line.workCodeId,
      description: line.description,
      quantity: line.quantity || '1',
      amountCents: line.amount,
      taxKey: taxKeyOf(line),
    })),
    taxes: wire.taxes.map((amountCents, index) => ({ ref: String(index + 1), amountCents })),
    totalCents: wire.total,
    balanceCents: wire.balance,
    voided: wire.status === 'void',
    oddity: null,
    templateId: wire.templateId,
    paymentLink: wire.paymentLink ?? null,
    payableOnline: false,
  };
}

/** The taxed slots joined: "1+2"; "" for none. */
export function taxKeyOf(flags: Pick<WireInvoiceLine, 'tax1' | 'tax2' | 'tax3'>): string {
  const slots: [string, boolean][] = [
    ['1', flags.tax1],
    ['2', flags.tax2],
    ['3', flags.tax3],
  ];
  return slots
    .filter(([, taxed]) => taxed)
    .map(([slot]) => slot)
    .join('+');
}
