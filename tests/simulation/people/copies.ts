/** People who copy, who type and take out tags, and who key the same cheque in both books. */
import { objectsAt, omit, textAt } from '../../sandbox/qbo/json';
import { activeCustomer, changeInQbo, live } from './qbo-invoices';
import { later, money, pickOr, recently, type WorkScene } from './scene';

/** References of cheques that one act alone gives, so that a checker knows them. */
export const TWICE_KEYED = /^(?:CHQ )?0*(9\d{6})$/;

/** *Copy* of an invoice: the memo comes along, and our tag with it. */
export function qboCopy(scene: WorkScene): void {
  const { company, random } = scene;
  const { id } = pickOr(random, live(scene, 'Invoice'));
  const now = company.read('Invoice', id);
  const lines = objectsAt(now, 'Line')
    .filter((line) => textAt(line, 'DetailType') === 'SalesItemLineDetail')
    .map((line) => omit(line, new Set(['Id', 'LineNum'])));
  const { CustomerRef, PrivateNote, GlobalTaxCalculation } = now;
  const TxnDate = recently(scene, 20);
  company.create('Invoice', {
    CustomerRef: random.chance(0.5) ? { value: activeCustomer(scene) } : (CustomerRef ?? null),
    PrivateNote: PrivateNote ?? '',
    ...(GlobalTaxCalculation === undefined ? {} : { GlobalTaxCalculation }),
    DocNumber: String(random.int(50_000, 59_999)),
    TxnDate,
    DueDate: later(TxnDate, 30),
    Line: lines,
  });
}

/** The next one of a recurring invoice, whose template was made from a synced one, tag and all. */
export function qboRecur(scene: WorkScene): void {
  scene.company.recur(pickOr(scene.random, live(scene, 'Invoice')).id);
}

/** Somebody finds the tag odd, and takes it out. */
export function qboTagOut(scene: WorkScene): void {
  const tagged = live(scene, 'Invoice').filter(({ privateNote }) => privateNote?.includes('[TPS'));
  const { id } = pickOr(scene.random, tagged);
  changeInQbo(scene, 'Invoice', id, { PrivateNote: 'tidied up' });
}

/** Somebody types, or pastes, the tag of another invoice. */
export function qboTagTyped(scene: WorkScene): void {
  const { random } = scene;
  const all = live(scene, 'Invoice');
  const tag = /\[TPS[^\]]*\]/.exec(
    pickOr(
      random,
      all.filter(({ privateNote }) => privateNote?.includes('[TPS')),
    ).privateNote ?? '',
  )?.[0];
  const plain = all.filter(({ privateNote }) => !privateNote?.includes('[TPS'));
  changeInQbo(scene, 'Invoice', pickOr(random, plain).id, { PrivateNote: `see ${tag}` });
}

interface Payer {
  readonly tpsId: number;
  readonly qboId: string;
}

function payers({ books, company }: WorkScene): Payer[] {
  const customers = company.ledger().customers.filter(({ active, job }) => active && !job);
  return books.clients.all().flatMap(({ id, name, status }) => {
    const twin = customers.find(({ displayName }) => displayName === name);
    return status === 'active' && twin ? [{ tpsId: id, qboId: twin.id }] : [];
  });
}

/** A cheque comes in, and is keyed in TPS with its own date. */
export function chequeInTps(scene: WorkScene): void {
  const { books, random } = scene;
  const { tpsId } = pickOr(random, payers(scene));
  books.payments.create({
    clientId: tpsId,
    date: recently(scene, 40),
    bankAccountId: books.reference.bankAccounts[0]?.id,
    amount: money(random.int(100, 60_000)),
    reference: `CHQ ${random.int(9_000_000, 9_999_999)}`,
  });
}

/** The cheque that somebody has keyed in TPS is keyed in QuickBooks as well, with the deposit's date. */
export function chequeAlsoInQbo(scene: WorkScene): void {
  const { books, company, random } = scene;
  const there = new Set(
    live(scene, 'Payment').map(({ id }) => textAt(company.read('Payment', id), 'PaymentRefNum')),
  );
  const keyed = books.payments.all().flatMap(({ clientId, date, amount, reference, status }) => {
    const number = TWICE_KEYED.exec(reference)?.[1];
    const payer = payers(scene).find(({ tpsId }) => tpsId === clientId);
    if (!number || !payer || status === 'void') return [];
    if (there.has(number) || there.has(reference)) return [];
    return [{ qboId: payer.qboId, date, amount, number }];
  });
  const { qboId, date, amount, number } = pickOr(random, keyed);
  company.create('Payment', {
    CustomerRef: { value: qboId },
    TxnDate: later(date, random.int(0, 12)),
    TotalAmt: Number(amount),
    DepositToAccountRef: scene.lists().bank,
    PaymentRefNum: number,
    Line: [],
  });
}
