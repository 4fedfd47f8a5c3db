import type { EntityName, JsonObject, QboCompany } from '../../sandbox/qbo';
import { booleanAt, objectAt, objectsAt, refAt, textAt } from '../../sandbox/qbo/json';
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

/** All customers, live invoices and live payments of a company, inactive customers included. */
export function qboCards(company: QboCompany): Cards {
  const payments = rowsOf(company, 'Payment');
  const receivables = new Set(
    rowsOf(company, 'Account').flatMap((row) =>
      textAt(row, 'AccountType') === 'Accounts Receivable' ? [textAt(row, 'Id')] : [],
    ),
  );
  const cards: Card[] = [
    ...rowsOf(company, 'Customer').map(customerCard),
    ...rowsOf(company, 'Invoice').map(invoiceCard),
    ...payments.filter((row) => !isPart(row)).map(paymentCard),
    ...rowsOf(company, 'JournalEntry').flatMap((row) => entryCard(row, payments, receivables)),
  ];
  return new Map(cards.map((card) => [cardKey(card.side, card.kind, card.id), card]));
}

function rowsOf(company: QboCompany, entity: EntityName): JsonObject[] {
  return [...company.internals.store.table(entity).ascending()]
    .filter((rec) => !rec.deleted)
    .map((rec) => company.present(rec, true));
}

function customerCard(row: JsonObject): Card {
  const active = booleanAt(row, 'Active') ?? true;
  const name = textAt(row, 'DisplayName') ?? '';
  const address = objectAt(row, 'BillAddr');
  return {
    side: 'qbo',
    kind: 'client',
    id: textAt(row, 'Id') ?? '',
    voided: !active,
    marker: ownWords(textAt(row, 'Notes') ?? '').marker,
    label: name,
    fields: {
      name: name.replace(/ \((?:deleted|supprimé)\)$/, '').trim(),
      firstName: (textAt(row, 'GivenName') ?? '').trim(),
      lastName: (textAt(row, 'FamilyName') ?? '').trim(),
      email: (textAt(objectAt(row, 'PrimaryEmailAddr'), 'Address') ?? '').trim(),
      phone: (textAt(objectAt(row, 'PrimaryPhone'), 'FreeFormNumber') ?? '').trim(),
      address: addressText(
        ['Line1', 'Line2', 'City', 'CountrySubDivisionCode', 'PostalCode'].map((key) =>
          textAt(address, key),
        ),
      ),
    },
  };
}

const VOIDED = /^(?:Voided|Void|Annulé)(?=$|[\s:.,-])[\s:.,-]*/;

/** QBO says "Voided", or its like in French, before the text of a document that is void. */
function noteOf(row: JsonObject) {
  const note = textAt(row, 'PrivateNote') ?? '';
  const isVoid = VOIDED.test(note) && toCents(textAt(row, 'TotalAmt')) === 0;
  return { isVoid, ...ownWords(isVoid ? note.replace(VOIDED, '') : note) };
}

function invoiceCard(row: JsonObject): Card {
  const { isVoid, words, marker } = noteOf(row);
  const number = textAt(row, 'DocNumber') ?? '';
  const common = {
    client: reference('qbo', 'client', refAt(row, 'CustomerRef') ?? ''),
    date: textAt(row, 'TxnDate') ?? '',
    memo: words,
  };
  const lines = objectsAt(row, 'Line').filter(
    (line) => textAt(line, 'DetailType') === 'SalesItemLineDetail',
  );
  return {
    side: 'qbo',
    kind: 'invoice',
    id: textAt(row, 'Id') ?? '',
    voided: isVoid,
    marker,
    label: number,
    // An increase of TPS has neither lines nor a number of its own.
    fields: number.startsWith('ADJ-')
      ? { ...common, amount: String(toCents(textAt(row, 'TotalAmt'))) }
      : {
          ...common,
          // Numbers are compared without the prefix that QuickBooks shows for TPS's kinds.
          number: number.replace(/^(FC|OB)-/, ''),
          dueDate: textAt(row, 'DueDate') ?? '',
          lines: lines
            .map(
              (line) =>
                `${(textAt(line, 'Description') ?? '').trim()} ${toCents(textAt(line, 'Amount'))}`,
            )
            .join('\n'),
        },
  };
}

/** A payment of 0.00 that applies a journal entry: it belongs to the entry. */
function isPart(row: JsonObject): boolean {
  const links = objectsAt(row, 'Line').flatMap((line) => objectsAt(line, 'LinkedTxn'));
  return (
    toCents(textAt(row, 'TotalAmt')) === 0 &&
    links.some((link) => textAt(link, 'TxnType') === 'JournalEntry')
  );
}

function linksOf(row: JsonObject) {
  return objectsAt(row, 'Line').flatMap((line) => {
    const [link] = objectsAt(line, 'LinkedTxn');
    const id = textAt(link, 'TxnId') ?? '';
    const type = textAt(link, 'TxnType');
    const to = type === 'Invoice' ? reference('qbo', 'invoice', id) : `${type} ${id}`;
    return link ? [{ type, id, to, amountCents: toCents(textAt(line, 'Amount')) }] : [];
  });
}

/** An entry that credits one customer on A/R, with what payments of 0.00 apply of it. */
function entryCard(
  row: JsonObject,
  payments: readonly JsonObject[],
  receivables: ReadonlySet<string | undefined>,
): Card[] {
  const details = objectsAt(row, 'Line').flatMap((line) => {
    const detail = objectAt(line, 'JournalEntryLineDetail');
    const account = detail && refAt(detail, 'AccountRef');
    return detail && receivables.has(account) ? [{ line, detail }] : [];
  });
  const [only, ...more] = details;
  if (!only || more.length > 0 || textAt(only.detail, 'PostingType') !== 'Credit') return [];
  const id = textAt(row, 'Id') ?? '';
  const sums = new Map<string, number>();
  for (const part of payments.filter(isPart)) {
    const links = linksOf(part);
    if (!links.some((link) => link.type === 'JournalEntry' && link.id === id)) continue;
    for (const { type, to, amountCents } of links) {
      if (type === 'Invoice') sums.set(to, (sums.get(to) ?? 0) + amountCents);
    }
  }
  const { words, marker } = ownWords(textAt(row, 'PrivateNote') ?? '');
  const customer = refAt(objectAt(only.detail, 'Entity'), 'EntityRef') ?? '';
  return [
    {
      side: 'qbo',
      kind: 'payment',
      id: `J${id}`,
      voided: false,
      marker,
      label: `JE-${id}`,
      fields: {
        client: reference('qbo', 'client', customer),
        date: textAt(row, 'TxnDate') ?? '',
        memo: words,
        amount: String(toCents(textAt(only.line, 'Amount'))),
        applications: applicationsText([...sums].map(([to, amountCents]) => ({ to, amountCents }))),
      },
    },
  ];
}

function paymentCard(row: JsonObject): Card {
  const { isVoid, words, marker } = noteOf(row);
  const links = linksOf(row);
  return {
    side: 'qbo',
    kind: 'payment',
    id: textAt(row, 'Id') ?? '',
    voided: isVoid,
    marker,
    label: textAt(row, 'PaymentRefNum') ?? `#${textAt(row, 'Id')}`,
    fields: {
      client: reference('qbo', 'client', refAt(row, 'CustomerRef') ?? ''),
      date: textAt(row, 'TxnDate') ?? '',
      reference: (textAt(row, 'PaymentRefNum') ?? '').trim(),
      memo: words,
      amount: String(toCents(textAt(row, 'TotalAmt'))),
      applications: applicationsText(links),
    },
  };
}
