import { cents } from '../../../utils/ledger/cents';
import type { InvoiceDraft, PaymentDraft } from '../../../utils/ledger/drafts';
import type { Application } from '../../../utils/ledger/entities';
import type { JsonObject, QboCompany } from '../../sandbox/qbo';
import { clientDraft, invoiceDraft, paymentDraft } from './drafts';
import { type QboScene, qboScene } from './qbo-scene';

/** Ids of the accounts that every new company of the stand-in has. */
export const ACCOUNT = {
  chequing: '6',
  writeOffClearing: '11',
  badDebt: '26',
  rent: '28',
} as const;

export interface QboOffice {
  readonly scene: QboScene;
  readonly company: QboCompany;
  readonly clientId: string;
  /** Two invoices of 100.00. */
  readonly invoiceIds: readonly [string, string];
  /** Another key each time. */
  key(): string;
  invoice(change?: Partial<InvoiceDraft>): InvoiceDraft;
  /** A write-off of 100.00 against bad debt. */
  credit(change?: Partial<PaymentDraft>): PaymentDraft;
  /** Open balance of an invoice as QBO has it. */
  openCents(invoiceId: string): number;
  /** What the client owes, as QBO's own books say. */
  owedCents(clientId?: string): number;
}

/** A QuickBooks Online with one client and two open invoices in it. */
export async function qboOffice(country: 'CA' | 'US' = 'CA'): Promise<QboOffice> {
  const scene = await qboScene(country);
  const { company, port } = scene;
  let keys = 0;
  const key = (): string => `key-${++keys}`;
  const clientId = (await port.create(clientDraft(), key())).id;
  const invoice = (change: Partial<InvoiceDraft> = {}) =>
    invoiceDraft({
      clientId,
      lines: [
        {
          codeId: '3',
          description: '',
          quantity: '1',
          amountCents: cents(100_00),
          taxKey: country === 'CA' ? '3' : 'NON',
        },
      ],
      taxes: [],
      totalCents: cents(100_00),
      ...change,
    });
  const first = await port.create(invoice(), key());
  const second = await port.create(
    invoice({ number: 'SD-1043', marker: '[TPS invoice 119]' }),
    key(),
  );
  scene.requests.length = 0;
  scene.site.sent.length = 0;
  return {
    scene,
    company,
    clientId,
    invoiceIds: [first.id, second.id],
    key,
    invoice,
    credit: (change = {}) =>
      paymentDraft({
        clientId,
        bankId: ACCOUNT.badDebt,
        booking: 'journalEntry',
        reference: '',
        memo: 'Agreed with the client',
        marker: '[TPS adjustment 12]',
        ...change,
      }),
    openCents: (invoiceId) =>
      company.ledger().documents.find((one) => one.entity === 'Invoice' && one.id === invoiceId)
        ?.balanceCents ?? Number.NaN,
    owedCents: (of = clientId) =>
      company.ledger().customers.find(({ id }) => id === of)?.balanceCents ?? Number.NaN,
  };
}

export function applying(...amounts: readonly (readonly [string, number])[]): Application[] {
  return amounts.map(([id, amount]) => ({ to: 'invoice', id, amountCents: cents(amount) }));
}

/** A journal entry that a person made: the A/R line goes `postingType`'s way. */
export function enterJournal(
  { company, clientId }: Pick<QboOffice, 'company' | 'clientId'>,
  entry: {
    readonly postingType: 'Debit' | 'Credit';
    readonly amount: number;
    readonly accountId: string;
    readonly more?: JsonObject;
  },
): JsonObject {
  const { postingType, amount, accountId, more = {} } = entry;
  const line = (type: string, account: string, rest: JsonObject = {}): JsonObject => ({
    Amount: amount,
    DetailType: 'JournalEntryLineDetail',
    JournalEntryLineDetail: { PostingType: type, AccountRef: { value: account }, ...rest },
  });
  const entity = { Entity: { Type: 'Customer', EntityRef: { value: clientId } } };
  return company.create('JournalEntry', {
    TxnDate: '2026-02-25',
    Line: [
      line(postingType, arAccountId(company), entity),
      line(postingType === 'Debit' ? 'Credit' : 'Debit', accountId),
    ],
    ...more,
  });
}

export function arAccountId(company: QboCompany): string {
  const text = "select Id from Account where AccountType = 'Accounts Receivable'";
  return JSON.stringify(company.query(text)).match(/"Id":"(\d+)"/)?.[1] ?? '';
}
