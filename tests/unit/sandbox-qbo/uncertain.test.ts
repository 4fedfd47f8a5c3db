import { describe, expect, it } from 'vitest';
import { customer, faultOf, idOf, invoice, line, start } from './fixture';
import { call, faultLike } from './http';

describe('what nobody knows for certain', () => {
  it('TaxInclusiveAmt stands in the detail or on the line', () => {
    const scene = start();
    const { company, qbo } = scene;
    const amy = customer(company, 'Amy');
    const taxCode = idOf(company, 'TaxCode', 'GST/QST QC - 9.975');
    const make = () =>
      company.create('Invoice', {
        CustomerRef: { value: amy },
        GlobalTaxCalculation: 'TaxInclusive',
        Line: [line(company, { amount: 114.98, taxCode })],
      });
    const net = { Amount: 100 };
    expect(make()).toMatchObject({
      TotalAmt: 114.98,
      Line: [{ ...net, SalesItemLineDetail: { TaxInclusiveAmt: 114.98 } }, {}],
    });
    qbo.switches.taxInclusiveAmount = 'line';
    const made = make();
    expect(made).toMatchObject({ Line: [{ ...net, TaxInclusiveAmt: 114.98 }, {}] });
    const again = company.update('Invoice', made);
    expect(again).toMatchObject({
      TotalAmt: 114.98,
      Line: [{ ...net, TaxInclusiveAmt: 114.98 }, {}],
    });
  });

  it('a company whose subscription ended answers 6190 with 400 or 403', async () => {
    const scene = start();
    scene.qbo.switches.subscription = 'ended';
    expect(await call(scene, 'preferences')).toMatchObject({
      status: 400,
      body: faultLike('6190'),
    });
    scene.qbo.switches.subscriptionEndedStatus = 403;
    expect(await call(scene, 'preferences')).toMatchObject({
      status: 403,
      body: faultLike('6190'),
    });
  });

  it('a fault may be replayed for its request id', async () => {
    const scene = start();
    const amy = customer(scene.company, 'Amy');
    const again = () => call(scene, 'customer?requestid=r1', { DisplayName: 'Amy' });
    scene.qbo.switches.requestIdFaults = 'replayed';
    expect((await again()).status).toBe(400);
    const off = { Id: amy, SyncToken: '0', sparse: true, Active: false };
    scene.company.update('Customer', off);
    expect(await again()).toMatchObject({ status: 400, body: faultLike('6240') });
    scene.qbo.switches.requestIdFaults = 'runAgain';
    expect((await again()).status).toBe(200);
  });

  it('an invoice of 0.00, a line without item, several addresses', () => {
    const { company, qbo } = start();
    const amy = customer(company, 'Amy', {
      PrimaryEmailAddr: { Address: 'a@b.example, c@d.example' },
    });
    const bare = line(company, { amount: 5 });
    const noItem = { ...bare, SalesItemLineDetail: { TaxCodeRef: { value: '1' } } };
    const form = { CustomerRef: { value: amy }, Line: [noItem] };
    expect(invoice(company, amy, 0).TotalAmt).toBe(0);
    expect(company.create('Invoice', form)).toMatchObject({
      Line: [{ SalesItemLineDetail: { ItemRef: { value: '1' } } }, {}],
    });
    qbo.switches.zeroTotal = 'refused';
    qbo.switches.missingItem = 'refused';
    qbo.switches.severalEmails = 'refused';
    expect(faultOf(() => invoice(company, amy, 0))).toMatchObject({
      code: '6000',
      detail: 'Business Validation Error: You must set a transaction amount.',
    });
    expect(faultOf(() => company.create('Invoice', form)).code).toBe('2020');
    const two = { PrimaryEmailAddr: { Address: 'a@b.example, c@d.example' } };
    expect(faultOf(() => customer(company, 'Bill', two)).code).toBe('2210');
  });

  it('the code of a customer that cannot be made inactive', () => {
    const { company, qbo } = start();
    const amy = customer(company, 'Amy');
    invoice(company, amy, 10);
    const off = { Id: amy, SyncToken: '0', sparse: true, Active: false };
    expect(faultOf(() => company.update('Customer', off)).code).toBe('6790');
    qbo.switches.balanceGuardCode = '6000';
    expect(faultOf(() => company.update('Customer', off))).toMatchObject({
      code: '6000',
      detail: expect.stringContaining('non-zero balance'),
    });
  });

  it('whether fields that sources disagree about can be filtered', () => {
    const { company, qbo } = start();
    const select = "select * from Account where AcctNum = '1'";
    expect(company.query(select)).toEqual({});
    qbo.switches.disputedFilters = 'refused';
    expect(faultOf(() => company.query(select)).code).toBe('4001');
  });
});
