import { describe, expect, it } from 'vitest';
import type { EntityName, JsonObject, QboCompany } from '../../sandbox/qbo';
import { customer, idOf, invoice, journal, line, pay, start, text } from './fixture';

/** One of every document, some of them linked. */
function fill(company: QboCompany): void {
  const amy = customer(company, 'Amy', {
    Notes: '[TPS 7]',
    PrimaryEmailAddr: { Address: 'a@b.example' },
  });
  customer(company, 'Job', { Job: true, ParentRef: { value: amy } });
  company.create('Vendor', { DisplayName: 'Landlord' });
  company.create('Employee', { GivenName: 'Rob', FamilyName: 'In' });
  const taxCode = company.country === 'US' ? 'TAX' : idOf(company, 'TaxCode', 'GST/QST QC - 9.975');
  const Line = [line(company, { amount: 140, taxCode }), line(company, { amount: 0.07, taxCode })];
  const TxnTaxDetail = company.country === 'US' ? { TxnTaxCodeRef: { value: '2' } } : {};
  const form = { CustomerRef: { value: amy }, Line, TxnTaxDetail, PrivateNote: 'n' };
  const bill = text(company.create('Invoice', { ...form, DocNumber: 'SD-1' }), 'Id');
  const bank = { value: idOf(company, 'Account', 'Savings') };
  company.create('CreditMemo', { ...form, DocNumber: 'CM-1' });
  company.create('SalesReceipt', form);
  company.create('RefundReceipt', { ...form, DepositToAccountRef: bank });
  const cash = { PaymentMethodRef: { value: idOf(company, 'PaymentMethod', 'Cash') } };
  pay(company, amy, 100, [['Invoice', bill, 60.07]], { ...cash, PaymentRefNum: 'E-1' });
  journal(company, [
    ['Debit', 'Bad debt expense', 5],
    ['Credit', 'Accounts Receivable (A/R)', 5, amy],
  ]);
  company.create('Deposit', {
    DepositToAccountRef: bank,
    Line: [
      {
        Amount: 3,
        DetailType: 'DepositLineDetail',
        DepositLineDetail: { AccountRef: { value: idOf(company, 'Account', 'Sales') } },
      },
    ],
  });
  company.create('Purchase', {
    PaymentType: 'Check',
    AccountRef: bank,
    EntityRef: { value: amy, type: 'Customer' },
    Line: [
      {
        Amount: 4,
        DetailType: 'AccountBasedExpenseLineDetail',
        AccountBasedExpenseLineDetail: {
          AccountRef: { value: idOf(company, 'Account', 'Rent') },
          TaxCodeRef: { value: company.country === 'US' ? 'NON' : taxCode },
        },
      },
    ],
  });
}

const ENTITIES: readonly EntityName[] = [
  'Customer',
  'Vendor',
  'Employee',
  'Item',
  'Account',
  'Term',
  'PaymentMethod',
  'TaxCode',
  'TaxRate',
  'Invoice',
  'CreditMemo',
  'SalesReceipt',
  'RefundReceipt',
  'Payment',
  'JournalEntry',
  'Deposit',
  'Purchase',
];

function settled(object: JsonObject): JsonObject {
  const { SyncToken: _token, MetaData: _meta, ...rest } = object;
  return rest;
}

/** What a sparse update of these has to name all the same (laf-rge/quickbooks-mcp). */
function mustRepeat(entity: EntityName, whole: JsonObject): JsonObject {
  if (entity === 'Purchase') return { PaymentType: whole.PaymentType };
  return entity === 'Deposit' ? { DepositToAccountRef: whole.DepositToAccountRef } : {};
}

describe.each(['CA', 'US'] as const)('what was read from a company in %s', (country) => {
  it('can be sent back, whole or sparse, and nothing but the token changes', () => {
    const { company, clock } = start(country);
    fill(company);
    for (const entity of ENTITIES) {
      const ids = [...company.internals.store.table(entity).ascending()].map((rec) => rec.id);
      expect(ids.length, entity).toBeGreaterThan(0);
      for (const id of ids) {
        clock.advance(1000);
        const read = company.read(entity, id);
        const whole = company.update(entity, read);
        expect(settled(whole), `${entity} ${id}`).toEqual(settled(read));
        expect(Number(whole.SyncToken)).toBe(Number(read.SyncToken) + 1);
        const least: JsonObject = {
          Id: id,
          SyncToken: whole.SyncToken ?? '',
          sparse: true,
          ...mustRepeat(entity, whole),
        };
        expect(settled(company.update(entity, least)), `${entity} ${id}`).toEqual(settled(read));
      }
    }
  });
});

describe('the web page', () => {
  it('zeroes the balance of a customer that it makes inactive', () => {
    const { company } = start();
    const owing = customer(company, 'Owing');
    const credit = customer(company, 'Credit');
    invoice(company, owing, 50);
    pay(company, credit, 20, []);
    for (const id of [owing, credit]) {
      expect(company.inactivateInUi(id)).toMatchObject({ Active: false, Balance: 0 });
    }
    const added = company.ledger().documents.slice(-2);
    expect(company.ledger().arControlCents).toBe(0);
    expect(added.map((one) => one.entity)).toEqual(['Payment', 'CreditMemo']);
  });
});
