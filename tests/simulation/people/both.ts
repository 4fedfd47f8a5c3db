/** Two people who change the same at the same time, one in each system, and not to the same. */
import { changeInQbo } from './qbo-invoices';
import { pickOr, type WorkScene } from './scene';

/** E-mail or phone of a client that both systems have under one name. */
export function bothEditClient(scene: WorkScene): void {
  const { books, company, random } = scene;
  const customers = company.ledger().customers.filter(({ active }) => active);
  const twins = books.clients.all().flatMap(({ id, name, status }) => {
    const twin = customers.find(({ displayName }) => displayName === name);
    return status === 'active' && twin ? [{ tpsId: id, qboId: twin.id }] : [];
  });
  const { tpsId, qboId } = pickOr(random, twins);
  if (random.chance(0.5)) {
    books.patch('client', tpsId, { email: `tps${random.int(1, 999)}@sim.example` });
    const Address = `qbo${random.int(1, 999)}@sim.example`;
    changeInQbo(scene, 'Customer', qboId, { PrimaryEmailAddr: { Address } });
  } else {
    books.patch('client', tpsId, { phone: `450 555-${random.int(1000, 9999)}` });
    const FreeFormNumber = `613 555-${random.int(1000, 9999)}`;
    changeInQbo(scene, 'Customer', qboId, { PrimaryPhone: { FreeFormNumber } });
  }
}
