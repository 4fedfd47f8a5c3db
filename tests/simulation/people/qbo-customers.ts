/** People at work on customers and settings in QuickBooks. */
import { refAt } from '../../sandbox/qbo/json';
import { activeCustomer, changeInQbo } from './qbo-invoices';
import { later, pickOr, type WorkScene } from './scene';
import { contactChange, newName } from './tps-clients';

export function qboCustomer(scene: WorkScene): void {
  const DisplayName = newName(scene);
  scene.company.create('Customer', {
    DisplayName,
    PrimaryEmailAddr: { Address: `q${scene.random.int(1, 9999)}@sim.example` },
  });
}

export function qboCustomerEdit(scene: WorkScene): void {
  const change = contactChange(scene);
  const id = activeCustomer(scene);
  if ('email' in change)
    changeInQbo(scene, 'Customer', id, { PrimaryEmailAddr: { Address: change.email } });
  else if ('phone' in change)
    changeInQbo(scene, 'Customer', id, { PrimaryPhone: { FreeFormNumber: change.phone } });
  else if ('city' in change) {
    const before = scene.company.read('Customer', id).BillAddr;
    changeInQbo(scene, 'Customer', id, { BillAddr: { ...Object(before), City: change.city } });
  } else changeInQbo(scene, 'Customer', id, { GivenName: change.firstName });
}

export function qboCustomerRename(scene: WorkScene): void {
  changeInQbo(scene, 'Customer', activeCustomer(scene), { DisplayName: newName(scene) });
}

/** The web page brings a balance to zero by a credit memo of its own. */
export function qboCustomerInactive(scene: WorkScene): void {
  scene.company.inactivateInUi(activeCustomer(scene));
}

export function qboCustomerActive(scene: WorkScene): void {
  const gone = scene.company.ledger().customers.filter(({ active }) => !active);
  changeInQbo(scene, 'Customer', pickOr(scene.random, gone).id, { Active: true });
}

/** Somebody finds that two customers are one. */
export function qboMerge(scene: WorkScene): void {
  const [from, into] = [activeCustomer(scene), activeCustomer(scene)];
  if (from !== into) scene.company.mergeInUi(from, into);
}

export function qboSubCustomer(scene: WorkScene): void {
  scene.company.create('Customer', {
    DisplayName: newName(scene),
    Job: true,
    ParentRef: { value: activeCustomer(scene) },
  });
}

export function qboMakeTopLevel(scene: WorkScene): void {
  const below = scene.company.ledger().customers.filter(({ active, job }) => active && job);
  const { id } = pickOr(scene.random, below);
  if (refAt(scene.company.read('Customer', id), 'ParentRef') === undefined) return;
  changeInQbo(scene, 'Customer', id, { Job: false });
}

/** The books are closed up to some weeks ago, or opened again. */
export function qboCloseBooks(scene: WorkScene): void {
  const { today, random } = scene;
  const BookCloseDate = random.chance(0.5) ? later(today, -random.int(10, 60)) : '2000-01-01';
  changeInQbo(scene, 'Preferences', '1', { AccountingInfoPrefs: { BookCloseDate } });
}

/** QuickBooks puts what a payment leaves over on open invoices by itself, or no longer does. */
export function qboAutoApply(scene: WorkScene): void {
  const AutoApplyPayments = scene.random.chance(0.5);
  changeInQbo(scene, 'Preferences', '1', { SalesFormsPrefs: { AutoApplyPayments } });
}

/** Somebody lets QuickBooks number its documents by itself, or no longer does. */
export function qboOwnNumbers(scene: WorkScene): void {
  const CustomTxnNumbers = scene.random.chance(0.6);
  changeInQbo(scene, 'Preferences', '1', { SalesFormsPrefs: { CustomTxnNumbers } });
}
