import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type JsonObject, type QboCompany, QboFault } from '../../sandbox/qbo';
import { amount } from '../../sandbox/qbo/decimal';
import { customer, handle, idOf, line, rows, start, text } from './fixture';

/** One call, made of plain numbers so that it shrinks well. */
interface Step {
  readonly act: number;
  readonly who: number;
  readonly which: number;
  readonly other: number;
  readonly cents: number;
  readonly stale: boolean;
}

const step: fc.Arbitrary<Step> = fc.record({
  act: fc.nat(13),
  who: fc.nat(3),
  which: fc.nat(30),
  other: fc.nat(30),
  cents: fc.oneof(fc.nat(30_000), fc.constant(0)),
  stale: fc.boolean(),
});

class Actor {
  readonly customers: string[];
  private readonly codes: readonly string[];
  private readonly ar: string;
  private readonly bank: string;
  private readonly badDebt: string;

  constructor(readonly company: QboCompany) {
    const top = customer(company, 'Amy');
    const child = { Job: true, ParentRef: { value: top } };
    this.customers = [
      top,
      customer(company, 'Job', child),
      customer(company, 'Bill'),
      customer(company, 'Cy'),
    ];
    this.codes = ['Exempt', 'GST', 'GST/QST QC - 9.975'].map((name) =>
      idOf(company, 'TaxCode', name),
    );
    this.ar = idOf(company, 'Account', 'Accounts Receivable (A/R)');
    this.bank = idOf(company, 'Account', 'Chequing');
    this.badDebt = idOf(company, 'Account', 'Bad debt expense');
  }

  private one(entity: string, at: number): JsonObject | undefined {
    const all = rows(this.company, `select * from ${entity} orderby Id maxresults 1000`);
    return all.length === 0 ? undefined : all[at % all.length];
  }

  private who(at: number): JsonObject {
    return { value: this.customers[at % this.customers.length] ?? '' };
  }

  private addressed(entity: string, s: Step): JsonObject {
    const found = this.one(entity, s.which);
    if (!found) return { Id: '1', SyncToken: '0' };
    return s.stale && s.cents % 5 === 0 ? { ...handle(found), SyncToken: '99' } : handle(found);
  }

  private lines(s: Step): JsonObject[] {
    const taxCode = this.codes[s.other % this.codes.length] ?? '';
    return [
      line(this.company, { amount: amount(s.cents), taxCode }),
      line(this.company, { amount: 1.11, taxCode }),
    ];
  }

  private linked(type: string, entity: string, at: number, cents: number): JsonObject {
    return {
      Amount: amount(cents),
      LinkedTxn: [{ TxnType: type, TxnId: text(this.one(entity, at), 'Id') }],
    };
  }

  private journal(s: Step): JsonObject {
    const side = (PostingType: string, account: string, entity: boolean): JsonObject => ({
      Amount: amount(s.cents),
      DetailType: 'JournalEntryLineDetail',
      JournalEntryLineDetail: {
        PostingType,
        AccountRef: { value: account },
        ...(entity ? { Entity: { Type: 'Customer', EntityRef: this.who(s.who) } } : {}),
      },
    });
    const [first, second] = s.which % 2 === 0 ? ['Debit', 'Credit'] : ['Credit', 'Debit'];
    return { Line: [side(first ?? '', this.badDebt, false), side(second ?? '', this.ar, true)] };
  }

  private payment(s: Step): JsonObject {
    const half = Math.floor(s.cents / 2);
    const Line =
      s.other % 3 === 0
        ? [this.linked('Invoice', 'Invoice', s.which, half)]
        : s.other % 3 === 1
          ? [
              this.linked('Invoice', 'Invoice', s.which, s.cents),
              this.linked('CreditMemo', 'CreditMemo', s.other, s.cents),
            ]
          : [
              this.linked('Invoice', 'Invoice', s.which, half),
              this.linked('JournalEntry', 'JournalEntry', s.other, half),
            ];
    return {
      CustomerRef: this.who(s.who),
      TotalAmt: s.other % 3 === 1 ? 0 : amount(s.cents),
      Line,
    };
  }

  private deposit(s: Step): JsonObject {
    const paid = this.one('Payment', s.which);
    const link = { TxnType: 'Payment', TxnId: text(paid, 'Id'), TxnLineId: '0' };
    const direct = {
      Amount: amount(s.cents),
      DetailType: 'DepositLineDetail',
      DepositLineDetail: {
        AccountRef: { value: this.ar },
        Entity: { ...this.who(s.who), type: 'CUSTOMER' },
      },
    };
    const taken = { Amount: paid?.TotalAmt ?? 0, LinkedTxn: [link] };
    return {
      DepositToAccountRef: { value: this.bank },
      Line: s.other % 2 === 0 ? [taken] : [direct],
    };
  }

  run(s: Step): unknown {
    const { company } = this;
    const body = { CustomerRef: this.who(s.who), Line: this.lines(s) };
    switch (s.act) {
      case 0:
      case 1:
        return company.create('Invoice', body);
      case 2:
        return company.create('CreditMemo', body);
      case 3:
      case 4:
        return company.create('Payment', this.payment(s));
      case 5:
        return company.create('JournalEntry', this.journal(s));
      case 6:
        return company.create('Deposit', this.deposit(s));
      case 7:
        return company.update('Invoice', {
          ...this.addressed('Invoice', s),
          sparse: true,
          ...body,
        });
      case 8:
        return company.void('Invoice', this.addressed('Invoice', s));
      case 9:
        return company.remove('Invoice', this.addressed('Invoice', s));
      case 10:
        return company.update('Payment', { ...this.addressed('Payment', s), ...this.payment(s) });
      case 11:
        return company.void('Payment', this.addressed('Payment', s));
      case 12: {
        const entity = (['CreditMemo', 'JournalEntry', 'Deposit', 'Payment'] as const)[s.other % 4];
        return entity && company.remove(entity, this.addressed(entity, s));
      }
      default: {
        const id = this.customers[s.who] ?? '';
        const token = text(company.read('Customer', id), 'SyncToken');
        const Active = s.cents % 2 === 0;
        return company.update('Customer', { Id: id, SyncToken: token, sparse: true, Active });
      }
    }
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

function checkBooks(company: QboCompany): void {
  const ledger = company.ledger();
  expect(ledger.arControlCents).toBe(sum(ledger.customers.map((one) => one.balanceCents)));
  expect(ledger.arControlCents).toBe(sum(ledger.documents.map((one) => one.openArCents)));
  for (const one of ledger.documents) {
    const wrongSide =
      one.entity === 'Invoice'
        ? one.openArCents < 0
        : one.entity === 'Payment' && one.openArCents > 0;
    expect(wrongSide, JSON.stringify(one)).toBe(false);
  }
  const accounts = rows(company, 'select * from Account maxresults 1000');
  const { store } = company.internals;
  expect(sum(accounts.map((one) => store.accounts.get(text(one, 'Id'))))).toBe(0);
}

describe('the books', () => {
  it('tie out after any calls, and a failed call changes nothing', () => {
    let done = 0;
    fc.assert(
      fc.property(
        fc.array(step, { minLength: 20, maxLength: 60, size: 'max' }),
        fc.constantFrom('unlink', 'refuse'),
        fc.boolean(),
        (steps, removeLinked, parentPays) => {
          const { company, qbo, clock } = start();
          qbo.switches.removeLinked = removeLinked === 'refuse' ? 'refuse' : 'unlink';
          qbo.switches.parentPaysChild = parentPays ? 'allowed' : 'refused';
          const actor = new Actor(company);
          for (const one of steps) {
            clock.advance(1000);
            const before = JSON.stringify([
              company.ledger(),
              company.query('select * from Invoice'),
            ]);
            try {
              actor.run(one);
              done += 1;
            } catch (error) {
              if (!(error instanceof QboFault)) throw error;
              const after = JSON.stringify([
                company.ledger(),
                company.query('select * from Invoice'),
              ]);
              expect(after).toBe(before);
            }
            checkBooks(company);
          }
        },
      ),
      { numRuns: 50, seed: 20260302 },
    );
    expect(done).toBeGreaterThan(500);
  }, 120_000);
});
