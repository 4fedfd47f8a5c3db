import { beforeEach, describe, expect, it } from 'vitest';
import { cents } from '../../utils/ledger/cents';
import { clientDraft, paymentDraft } from './scene/drafts';
import { ACCOUNT, type QboOffice, qboOffice } from './scene/qbo-office';
import { asClient, failure } from './scene/records';

let office: QboOffice;
let id: string;

beforeEach(async () => {
  office = await qboOffice();
  const draft = clientDraft({ name: 'Without Balance', code: 'WB', marker: '[TPS client 13]' });
  id = (await office.scene.port.create(draft, office.key())).id;
  office.scene.requests.length = 0;
});

const read = async (of = id) => asClient(await office.scene.port.read('client', of));
const setActive = async (active: boolean, of = id) =>
  asClient(await office.scene.port.setActive(of, (await read(of)).version, active));
const writes = () => office.scene.requests.filter(({ write }) => write).length;
const sub = (parentId: string, name = 'Chalet') =>
  String(
    office.company.create('Customer', {
      DisplayName: name,
      Job: true,
      BillWithParent: true,
      ParentRef: { value: parentId },
      Notes: 'Key under the mat',
    }).Id,
  );

describe('making a client inactive and active again', () => {
  it.each([true, false])('gives it its own name back (QBO does so itself: %s)', async (strips) => {
    office.scene.standIn.switches.reactivationStripsSuffix = strips;
    const off = await setActive(false);
    expect(off).toMatchObject({ status: 'inactive', name: 'Without Balance' });
    expect(office.company.read('Customer', id).DisplayName).toBe('Without Balance (deleted)');
    const on = await setActive(true);
    expect(on).toMatchObject({ status: 'active', name: 'Without Balance', code: 'WB' });
    expect(office.company.read('Customer', id)).toMatchObject({
      DisplayName: 'Without Balance',
      Active: true,
      Notes: 'Client ID: WB [TPS client 13]',
    });
    expect(on).toEqual(await read());
  });

  it('reads the own name of one that a person made active, though QBO left its suffix there', async () => {
    office.scene.standIn.switches.reactivationStripsSuffix = false;
    await setActive(false);
    const SyncToken = office.company.read('Customer', id).SyncToken ?? '0';
    office.company.update('Customer', { Id: id, SyncToken, sparse: true, Active: true });
    expect(office.company.read('Customer', id).DisplayName).toBe('Without Balance (deleted)');
    expect(await read()).toMatchObject({ name: 'Without Balance', status: 'active' });
  });

  it('reads the own name of the second of two that are inactive', async () => {
    await setActive(false);
    const draft = clientDraft({ name: 'Without Balance', marker: '[TPS client 14]' });
    const twin = await office.scene.port.create(draft, office.key());
    await setActive(false, twin.id);
    expect(office.company.read('Customer', twin.id).DisplayName).toMatch(/\(deleted 1\)$/);
    expect(await read(twin.id)).toMatchObject({ name: 'Without Balance', status: 'inactive' });
    expect(await setActive(true, twin.id)).toMatchObject({ name: 'Without Balance' });
  });

  it('sends nothing where it is so already', async () => {
    expect(await setActive(true)).toEqual(await read());
    await setActive(false);
    expect(writes()).toBe(1);
    await setActive(false);
    expect(writes()).toBe(1);
  });

  it('is refused while there is a balance, of a sub-customer too', async () => {
    const child = sub(id);
    const invoice = office.invoice({ clientId: child, number: 'SD-9' });
    await office.scene.port.create(invoice, office.key());
    office.scene.requests.length = 0;
    for (const of of [id, child, office.clientId]) {
      const error = await failure(setActive(false, of), 'refused');
      expect(error.what.id).toBe('port.hasBalance');
    }
    expect(writes()).toBe(0);
  });

  it('is refused where its balance and that of a sub-customer only cancel out', async () => {
    const child = sub(office.clientId);
    const paid = paymentDraft({
      clientId: child,
      bankId: ACCOUNT.chequing,
      amountCents: cents(200_00),
    });
    await office.scene.port.create(paid, office.key());
    office.scene.requests.length = 0;
    expect(office.company.read('Customer', office.clientId).BalanceWithJobs).toBe(0);
    const error = await failure(setActive(false, office.clientId), 'refused');
    expect(error.what.id).toBe('port.hasBalance');
    expect(writes()).toBe(0);
  });

  it('is refused by QBO for a balance of the last moment', async () => {
    office.scene.site.mishap({
      when: ({ method }) => method === 'POST',
      before: () => {
        office.company.create('Invoice', {
          CustomerRef: { value: id },
          GlobalTaxCalculation: 'TaxExcluded',
          Line: [
            {
              Amount: 5,
              DetailType: 'SalesItemLineDetail',
              SalesItemLineDetail: { ItemRef: { value: '1' }, TaxCodeRef: { value: '3' } },
            },
          ],
        });
      },
    });
    expect((await failure(setActive(false), 'refused')).what.id).toBe('port.hasBalance');
  });

  it('names who took the name meanwhile', async () => {
    await setActive(false);
    office.company.create('Vendor', { DisplayName: 'Without Balance' });
    const error = await failure(setActive(true), 'refused');
    expect(error.what).toMatchObject({
      id: 'port.duplicateNameHeld',
      values: { name: 'Without Balance', holder: 'vendor' },
    });
  });

  it('sends nothing on a stale version, or for one that is not there', async () => {
    const { version } = await read();
    const raw = office.company.read('Customer', id);
    office.company.update('Customer', { ...raw, PrintOnCheckName: 'W. B.' });
    const { port } = office.scene;
    await failure(port.setActive(id, version, false), 'changedMeanwhile');
    await failure(port.makeTopLevel(id, version), 'changedMeanwhile');
    expect((await failure(port.setActive('999', '0', true), 'refused')).what.id).toBe('port.gone');
    expect(writes()).toBe(0);
  });
});

describe('taking a sub-customer to the top level', () => {
  const makeTopLevel = async (of: string) =>
    asClient(await office.scene.port.makeTopLevel(of, (await read(of)).version));

  it.each(['refused', 'accepted'] as const)('keeps everything else (sparse: %s)', async (how) => {
    office.scene.standIn.switches.sparseTopLevel = how;
    const child = sub(office.clientId);
    const grandchild = sub(child, 'Garage');
    const invoice = office.invoice({ clientId: child, number: 'SD-9' });
    await office.scene.port.create(invoice, office.key());
    expect(await makeTopLevel(child)).toMatchObject({ parentId: null, balanceCents: 100_00 });
    expect(office.company.read('Customer', child)).toMatchObject({
      Job: false,
      BillWithParent: false,
      FullyQualifiedName: 'Chalet',
      Notes: 'Key under the mat',
    });
    expect(office.company.read('Customer', grandchild).FullyQualifiedName).toBe('Chalet:Garage');
    expect(await read(grandchild)).toMatchObject({ parentId: child });
    const sent = office.scene.site.sent.find(({ body }) => body.includes('"Job":false'));
    expect(JSON.parse(sent?.body ?? '')).toMatchObject({ BillWithParent: false, sparse: false });
  });

  it('sends nothing for one that is there', async () => {
    expect(await makeTopLevel(id)).toEqual(await read());
    expect(writes()).toBe(0);
  });

  it('is refused where the name is taken there', async () => {
    const child = sub(office.clientId, 'Without Balance');
    const error = await failure(makeTopLevel(child), 'refused');
    expect(error.what.id).toBe('port.duplicateNameHeld');
  });

  it('says so when QBO leaves it where it was', async () => {
    const child = sub(office.clientId);
    const { version } = await read(child);
    office.scene.site.mishap({
      when: ({ method }) => method === 'POST',
      instead: () => Response.json({ Customer: office.company.read('Customer', child) }),
    });
    const act = office.scene.port.makeTopLevel(child, version);
    expect((await failure(act, 'refused')).what).toMatchObject({
      id: 'port.notTopLevel',
      values: { label: 'Chalet' },
    });
  });
});
