import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { manualClock } from '../../sandbox/clock';
import { TpsBooks, TpsProblem } from '../../sandbox/tps';
import { formatCents } from '../../sandbox/tps/money';

/** One call on the books; what it names may or may not exist, so many are refused. */
interface Step {
  readonly verb: (typeof VERBS)[number];
  readonly client: number;
  readonly target: number;
  readonly cents: number;
  /** How much to put on the chosen document. */
  readonly applied: 'nothing' | 'what fits' | 'too much';
  readonly onInvoice: boolean;
}

const VERBS = [
  'invoice',
  'invoice',
  'pay',
  'pay',
  'increase',
  'decrease',
  'editInvoice',
  'moveInvoice',
  'editPayment',
  'editAdjustment',
  'link',
  'exclude',
  'stale',
  'apply',
  'voidInvoice',
  'voidPayment',
  'voidAdjustment',
  'removeInvoice',
  'removePayment',
  'removeAdjustment',
  'removeClient',
  'restoreClient',
] as const;

const step: fc.Arbitrary<Step> = fc.record({
  verb: fc.constantFrom(...VERBS),
  client: fc.nat(2),
  target: fc.nat(5),
  cents: fc.integer({ min: 1, max: 50_000 }),
  applied: fc.constantFrom('nothing', 'what fits', 'what fits', 'too much'),
  onInvoice: fc.boolean(),
});

function run(books: TpsBooks, one: Step): unknown {
  const ledger = books.ledger();
  const clientId = ledger.clients[one.client]?.id ?? 1;
  const own = ledger.documents.filter((row) => row.clientId === clientId);
  const at = (type: string) => {
    const list = own.filter((row) => row.type === type && row.status !== 'void');
    return list[one.target % Math.max(1, list.length)]?.id ?? 1;
  };
  const [invoiceId, paymentId, adjustmentId] = [at('invoice'), at('payment'), at('adjustment')];
  const amount = formatCents(one.cents);
  const date = '2026-01-15';
  const documentType = one.onInvoice ? 'invoice' : 'adjustment';
  const documentId = one.onInvoice ? invoiceId : adjustmentId;
  const target = own.find((row) => row.type === documentType && row.id === documentId);
  const openCents = target?.balanceCents ?? 0;
  const fittingCents = Math.max(1, Math.min(openCents, one.cents));
  const appliedCents = one.applied === 'too much' ? openCents + 1 : fittingCents;
  const application = { documentType, documentId, amount: formatCents(appliedCents) };
  const applications = one.applied === 'nothing' ? [] : [application];
  const workCodeId = books.reference.workCodes.find((code) => code.code === 'T1')?.id;
  const bankAccountId = books.reference.bankAccounts[0]?.id;
  const adjustment = { clientId, date, amount };
  switch (one.verb) {
    case 'invoice':
      return books.invoices.create({ clientId, date, lines: [{ workCodeId, amount }] });
    case 'pay':
      return books.payments.create({ clientId, date, bankAccountId, amount, applications });
    case 'increase':
      return books.adjustments.create({ ...adjustment, direction: 'increase' });
    case 'decrease':
      return books.adjustments.create({ ...adjustment, direction: 'decrease', applications });
    case 'editInvoice':
      return books.patch('invoice', invoiceId, { lines: [{ workCodeId, amount }] });
    case 'moveInvoice':
      return books.patch('invoice', invoiceId, { clientId: ledger.clients[one.target % 3]?.id });
    case 'editPayment':
      return books.patch('payment', paymentId, { amount });
    case 'editAdjustment':
      return books.patch('adjustment', adjustmentId, {
        amount,
        ...(one.onInvoice && { applications }),
      });
    case 'link':
      return books.invoices.setPaymentLink(invoiceId, { paymentLink: 'https://pay.example/1' });
    case 'exclude':
      return books.clients.exclude(clientId, one.onInvoice);
    case 'stale':
      return books.payments.setApplications(paymentId, { applications }, { ifMatch: '0' });
    case 'apply':
      return books.payments.setApplications(paymentId, { applications });
    case 'voidInvoice':
      return books.invoices.void(invoiceId);
    case 'voidPayment':
      return books.payments.void(paymentId);
    case 'voidAdjustment':
      return books.adjustments.void(adjustmentId);
    case 'removeInvoice':
      return books.invoices.remove(invoiceId);
    case 'removePayment':
      return books.payments.remove(paymentId);
    case 'removeAdjustment':
      return books.adjustments.remove(adjustmentId);
    case 'removeClient':
      return books.clients.remove(clientId);
    case 'restoreClient':
      return books.clients.restore(clientId);
  }
}

/** Everything that can be seen from outside. */
function whole(books: TpsBooks) {
  const { clients, invoices, payments, adjustments } = books;
  return structuredClone({
    ledger: books.ledger(),
    rows: [clients.all(), invoices.all(), payments.all(), adjustments.all()],
    deletions: books.deletions(''),
    trialBalance: [...books.trialBalance()].filter(([, cents]) => cents !== 0).sort(),
  });
}

function checkTied(books: TpsBooks): void {
  const { arTotalCents, arControlCents, clients, documents } = books.ledger();
  expect(arControlCents).toBe(arTotalCents);
  expect(clients.reduce((sum, client) => sum + client.balanceCents, 0)).toBe(arControlCents);
  // Each client's balance, its open documents, and what the summary says of it.
  const summary = new Map(
    books.arSummary('2026-12-31').items.map(({ clientId, balance }) => [clientId, balance]),
  );
  for (const client of clients) {
    const own = documents.filter((row) => row.clientId === client.id);
    const openCents = own.reduce((sum, { type, direction, balanceCents }) => {
      const isOwed = type === 'invoice' || direction === 'increase';
      return sum + (isOwed ? balanceCents : -balanceCents);
    }, 0);
    expect(client.balanceCents).toBe(openCents);
    // Items that cancel out within one bucket are left out.
    const summed = Number((summary.get(client.id) ?? '0.00').replace('.', ''));
    expect(summed).toBe(openCents);
  }
  const trial = [...books.trialBalance().values()];
  expect(trial.reduce((sum, cents) => sum + cents, 0)).toBe(0);
  // A document's open amount, recomputed from the applications of all others.
  for (const document of documents) {
    const isOwed = document.type === 'invoice' || document.direction === 'increase';
    if (!isOwed || document.status === 'void') continue;
    const applied = documents
      .flatMap((other) => other.applications)
      .filter((one) => one.documentType === document.type && one.documentId === document.id)
      .reduce((sum, one) => sum + one.amountCents, 0);
    expect(document.balanceCents).toBe(document.totalCents - applied);
    expect(document.balanceCents).toBeGreaterThanOrEqual(0);
  }
  const summed = Number(books.arSummary('2026-12-31').firm.balance.replace('.', ''));
  expect(summed).toBe(arTotalCents);
}

describe('the books', () => {
  it('stay tied out, and a refused call changes nothing', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 10, maxLength: 40, size: 'max' }), (steps) => {
        const clock = manualClock(new Date('2026-02-01T00:00:00Z'));
        const books = new TpsBooks({ clock, seed: 1, country: 'CA' });
        for (const code of ['A', 'B', 'C']) books.clients.create({ code, name: code });
        for (const one of steps) {
          const before = whole(books);
          clock.advance(1000);
          try {
            run(books, one);
          } catch (error) {
            expect(error).toBeInstanceOf(TpsProblem);
            expect(whole(books)).toEqual(before);
          }
          checkTied(books);
        }
      }),
      { numRuns: 150 },
    );
  });
});
