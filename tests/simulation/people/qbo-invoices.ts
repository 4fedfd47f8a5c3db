/** People at work on invoices in QuickBooks. */
import type { EntityName, JsonObject } from '../../sandbox/qbo';
import { objectsAt, omit, textAt } from '../../sandbox/qbo/json';
import { later, nothingToDo, pickOr, recently, reword, type WorkScene, words } from './scene';

const WORK_CODES = ['BK-MON', 'PR-RUN', 'T1', 'T2', 'CS-GEN', 'DB-COU'];

export function activeCustomer({ company, random }: WorkScene): string {
  const own = company.ledger().customers.filter(({ active, job }) => active && !job);
  return pickOr(random, own).id;
}

/** The documents of a kind that are neither void nor deleted. */
export function live({ company }: WorkScene, entity: EntityName) {
  return company
    .ledger()
    .documents.filter((one) => one.entity === entity && !one.voided && !one.deleted);
}

export function changeInQbo(
  { company }: WorkScene,
  entity: EntityName,
  id: string,
  change: JsonObject,
): void {
  const SyncToken = textAt(company.read(entity, id), 'SyncToken') ?? '0';
  company.update(entity, { Id: id, SyncToken, sparse: true, ...change });
}

/** `remove` or `void`, as the web page does it. */
export function takeAway(scene: WorkScene, how: 'remove' | 'void', entity: EntityName): void {
  const { id } = pickOr(scene.random, live(scene, entity));
  const SyncToken = textAt(scene.company.read(entity, id), 'SyncToken') ?? '0';
  scene.company[how](entity, { Id: id, SyncToken });
}

export function salesLine(scene: WorkScene, cents: number, region: 'QC' | 'ON' | 'US'): JsonObject {
  const { random } = scene;
  const lists = scene.lists();
  return {
    Amount: cents / 100,
    Description: words(random),
    DetailType: 'SalesItemLineDetail',
    SalesItemLineDetail: {
      ItemRef: lists.item(random.pick(WORK_CODES)),
      TaxCodeRef: lists.taxCode({ taxed: random.chance(0.8) }, region),
    },
  };
}

export function regionOf({ country, random }: WorkScene): 'QC' | 'ON' | 'US' {
  if (country === 'US') return 'US';
  return random.chance(0.7) ? 'QC' : 'ON';
}

export function qboInvoice(scene: WorkScene): void {
  const { company, random } = scene;
  const region = regionOf(scene);
  const lines = Array.from({ length: random.int(1, 2) }, () =>
    salesLine(scene, random.int(100, 80_000), region),
  );
  const TxnDate = recently(scene);
  company.create('Invoice', {
    CustomerRef: { value: activeCustomer(scene) },
    DocNumber: String(random.int(60_000, 69_999)),
    TxnDate,
    DueDate: later(TxnDate, random.int(0, 60)),
    ...(random.chance(0.4) ? { PrivateNote: words(random) } : {}),
    ...scene.lists().documentTax(region),
    Line: lines,
  });
}

export function qboInvoiceEdit(scene: WorkScene): void {
  const { company, random } = scene;
  const { id, date } = pickOr(random, live(scene, 'Invoice'));
  const now = company.read('Invoice', id);
  const lines = objectsAt(now, 'Line')
    .filter((line) => textAt(line, 'DetailType') === 'SalesItemLineDetail')
    .map((line) => omit(line, new Set(['LineNum'])));
  const [first, ...rest] = lines;
  if (!first) nothingToDo();
  const amount = random.int(100, 80_000) / 100;
  const detail = omit(Object(first.SalesItemLineDetail), new Set(['Qty', 'UnitPrice']));
  const change = random.pick<JsonObject>([
    { DueDate: later(date, random.int(1, 90)) },
    { PrivateNote: reword(textAt(now, 'PrivateNote') ?? '', words(random)) },
    { Line: [{ ...first, Description: words(random) }, ...rest] },
    { Line: [{ ...first, Amount: amount, SalesItemLineDetail: detail }, ...rest] },
    { TxnDate: later(date, -random.int(1, 9)) },
  ]);
  changeInQbo(scene, 'Invoice', id, change);
}

export function qboRenumber(scene: WorkScene): void {
  const { id } = pickOr(scene.random, live(scene, 'Invoice'));
  changeInQbo(scene, 'Invoice', id, { DocNumber: String(scene.random.int(70_000, 79_999)) });
}

export function qboMove(scene: WorkScene): void {
  const { id } = pickOr(scene.random, live(scene, 'Invoice'));
  changeInQbo(scene, 'Invoice', id, { CustomerRef: { value: activeCustomer(scene) } });
}

export function qboInvoiceVoid(scene: WorkScene): void {
  takeAway(scene, 'void', 'Invoice');
}

export function qboInvoiceDelete(scene: WorkScene): void {
  takeAway(scene, 'remove', 'Invoice');
}

export function qboCreditMemo(scene: WorkScene): void {
  const region = regionOf(scene);
  scene.company.create('CreditMemo', {
    CustomerRef: { value: activeCustomer(scene) },
    TxnDate: recently(scene, 10),
    ...scene.lists().documentTax(region),
    Line: [salesLine(scene, scene.random.int(100, 9_000), region)],
  });
}

export function qboCreditMemoDelete(scene: WorkScene): void {
  takeAway(scene, 'remove', 'CreditMemo');
}

/** A charge on a statement: its lines are in no answer. */
export function qboStatementCharge(scene: WorkScene): void {
  scene.company.chargeOnStatement(activeCustomer(scene), scene.random.int(100, 20_000));
}
