/** What goes out names each record as its own system does. */
import { expect, it } from 'vitest';
import { cents } from '../../../utils/ledger/cents';
import type { PaymentDraft } from '../../../utils/ledger/drafts';
import { plainDate } from '../../../utils/ledger/plain-date';
import { applyingPayment } from '../../../utils/qbo/write/journal-entry';
import { wirePayment } from '../../../utils/qbo/write/payment';
import { tpsPage } from '../../../utils/tps/page-of';
import { recordPath } from '../../../utils/tps/paths';
import { wireId } from '../../../utils/tps/transport';

const draft: PaymentDraft = {
  kind: 'payment',
  booking: 'journalEntry',
  clientId: '1',
  date: plainDate('2026-03-01'),
  bankId: '1',
  methodId: '',
  reference: '',
  memo: '',
  amountCents: cents(100),
  applications: [{ to: 'invoice', id: '~C12', amountCents: cents(100) }],
  marker: null,
};

it('a payment, and what applies a journal entry, name the invoice by its own id', () => {
  expect(JSON.stringify(wirePayment(draft, null))).toContain('"TxnId":"C12"');
  expect(JSON.stringify(applyingPayment(draft, '5'))).toContain('"TxnId":"C12"');
});

it('a text of digits goes out as it came, unless it is a number', () => {
  const subject = { type: 'client', label: 'x' } as const;
  expect(wireId('118', subject)).toBe(118);
  expect(wireId('00118', subject)).toBe('00118');
  expect(wireId('A3F1', subject)).toBe('A3F1');
});

it('an address of TPS holds the own id, and a client that looks like an adjustment is none', () => {
  expect(recordPath('invoice', '~A3F1')).toBe('/invoices/A3F1');
  expect(recordPath('invoice', 'A12')).toBe('/adjustments/12');
  expect(recordPath('client', 'A12')).toBe('/clients/A12');
  expect(tpsPage('client', 'A|1')).toMatch(/clients\/A%7C1$/);
});
