import type { TpsBooks } from '../../sandbox/tps';
import {
  addressText,
  applicationsText,
  type Card,
  type Cards,
  cardKey,
  ownWords,
  reference,
  toCents,
} from './card';

/** QBO's reference is shorter; only so much of it can be equal. */
const REFERENCE_MAX = 21;

/** All records of the TPS books, deleted clients included. */
export function tpsCards(books: TpsBooks): Cards {
  const cards: Card[] = [
    ...books.clients.all().map(clientCard),
    ...books.invoices.all().map(invoiceCard),
    ...books.payments.all().map(paymentCard),
    ...books.adjustments.all().map(adjustmentCard),
  ];
  return new Map(cards.map((card) => [cardKey(card.side, card.kind, card.id), card]));
}

type Client = ReturnType<TpsBooks['clients']['get']>;
type Invoice = ReturnType<TpsBooks['invoices']['get']>;
type Payment = ReturnType<TpsBooks['payments']['get']>;
type Adjustment = ReturnType<TpsBooks['adjustments']['get']>;

function clientCard(client: Client): Card {
  const { line1, line2, city, province, postalCode } = client.address;
  return {
    side: 'tps',
    kind: 'client',
    id: String(client.id),
    voided: client.status === 'deleted',
    marker: '',
    label: client.code,
    fields: {
      name: client.name.trim(),
      firstName: client.firstName.trim(),
      lastName: client.lastName.trim(),
      email: client.email.trim(),
      phone: client.phone.trim(),
      address: addressText([line1, line2, city, province, postalCode]),
    },
  };
}

function invoiceCard(invoice: Invoice): Card {
  const { words, marker } = ownWords(invoice.description);
  const shown = invoice.code === '0' ? invoice.number : `${invoice.code}-${invoice.number}`;
  return {
    side: 'tps',
    kind: 'invoice',
    id: String(invoice.id),
    voided: invoice.status === 'void',
    marker,
    label: shown,
    fields: {
      client: reference('tps', 'client', String(invoice.clientId)),
      number: shown.replace(/^(FC|OB)-/, ''),
      date: invoice.date,
      dueDate: invoice.dueDate,
      memo: words,
      lines: invoice.lines
        .map((line) => `${line.description.trim()} ${toCents(line.amount)}`)
        .join('\n'),
    },
  };
}

function applied(applications: Payment['applications']): string {
  return applicationsText(
    applications.map(({ documentType, documentId, amount }) => ({
      to: reference('tps', 'invoice', `${documentType === 'adjustment' ? 'A' : ''}${documentId}`),
      amountCents: toCents(amount),
    })),
  );
}

function paymentCard(payment: Payment): Card {
  const { words, marker } = ownWords(payment.description);
  return {
    side: 'tps',
    kind: 'payment',
    id: String(payment.id),
    voided: payment.status === 'void',
    marker,
    label: payment.reference || `#${payment.id}`,
    fields: {
      client: reference('tps', 'client', String(payment.clientId)),
      date: payment.date,
      reference: payment.reference.slice(0, REFERENCE_MAX).trim(),
      memo: words,
      amount: String(toCents(payment.amount)),
      applications: applied(payment.applications),
    },
  };
}

/** An increase is owed like an invoice, a decrease is applied like a payment. */
function adjustmentCard(adjustment: Adjustment): Card {
  const { words, marker } = ownWords(adjustment.description);
  const isIncrease = adjustment.direction === 'increase';
  return {
    side: 'tps',
    kind: isIncrease ? 'invoice' : 'payment',
    id: `A${adjustment.id}`,
    voided: adjustment.status === 'void',
    marker,
    label: `${adjustment.direction} ${adjustment.id}`,
    fields: {
      client: reference('tps', 'client', String(adjustment.clientId)),
      date: adjustment.date,
      memo: words,
      amount: String(toCents(adjustment.amount)),
      ...(isIncrease ? {} : { applications: applied(adjustment.applications) }),
    },
  };
}
