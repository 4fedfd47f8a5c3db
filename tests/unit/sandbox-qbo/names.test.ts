import { describe, expect, it } from 'vitest';
import { customer, faultOf, handle, idOf, invoice, rows, start, text } from './fixture';

describe('customers', () => {
  it('are created with the recorded defaults', () => {
    const { company } = start('US');
    const made = company.create('Customer', { GivenName: 'Jane', FamilyName: 'Doe5' });
    expect(made).toMatchObject({
      Taxable: true,
      Job: false,
      BillWithParent: false,
      Balance: 0,
      BalanceWithJobs: 0,
      PreferredDeliveryMethod: 'Print',
      DisplayName: 'Jane Doe5',
      FullyQualifiedName: 'Jane Doe5',
      PrintOnCheckName: 'Jane Doe5',
      Active: true,
      DefaultTaxCodeRef: { value: '2' },
      SyncToken: '0',
      domain: 'QBO',
      sparse: false,
    });
    const [row] = rows(company, 'select * from Customer');
    expect(row).not.toHaveProperty('DefaultTaxCodeRef');
  });

  it('share their names with vendors and employees (6240), without letter case', () => {
    const { company, qbo } = start();
    customer(company, 'Alpha');
    company.create('Vendor', { DisplayName: 'Beta' });
    company.create('Employee', { GivenName: 'Gamma', FamilyName: 'Ray' });
    for (const name of ['ALPHA', 'Beta', 'Gamma Ray']) {
      expect(faultOf(() => customer(company, name))).toMatchObject({
        code: '6240',
        message: 'Duplicate Name Exists Error',
        detail: 'The name supplied already exists. : null',
      });
    }
    qbo.switches.duplicateNameDetail = 'sentence';
    expect(faultOf(() => customer(company, 'beta')).detail).toContain('Another vendor is already');
  });

  it('may repeat a leaf name under another parent only', () => {
    const { company } = start();
    const a = customer(company, 'Amy');
    const b = customer(company, 'Bill');
    const under = (parent: string) => ({ Job: true, ParentRef: { value: parent } });
    const first = company.create('Customer', { DisplayName: 'Test Project', ...under(a) });
    customer(company, 'Test Project', under(b));
    expect(first).toMatchObject({ Level: 1, FullyQualifiedName: 'Amy:Test Project' });
    expect(faultOf(() => customer(company, 'Test Project', under(a))).code).toBe('6240');
  });

  it('nest five levels and no deeper', () => {
    const { company } = start();
    let parent = customer(company, 'L0');
    for (const name of ['L1', 'L2', 'L3', 'L4']) {
      parent = customer(company, name, { Job: true, ParentRef: { value: parent } });
    }
    expect(company.read('Customer', parent).FullyQualifiedName).toBe('L0:L1:L2:L3:L4');
    const deeper = { Job: true, ParentRef: { value: parent } };
    expect(faultOf(() => customer(company, 'L5', deeper)).code).toBe('6000');
  });

  it('are below a parent exactly when they are jobs (6150)', () => {
    const { company, qbo } = start();
    const a = customer(company, 'Amy');
    const parent = { ParentRef: { value: a } };
    expect(faultOf(() => customer(company, 'B', { Job: true })).code).toBe('6150');
    expect(faultOf(() => customer(company, 'B', { Job: false, ...parent })).code).toBe('6150');
    const id = customer(company, 'B', { Job: true, ...parent });
    const read = company.read('Customer', id);
    const sparse = { ...handle(read), sparse: true, Job: false };
    expect(faultOf(() => company.update('Customer', sparse)).code).toBe('6150');
    expect(faultOf(() => company.update('Customer', { ...read, Job: false })).code).toBe('6150');
    const { ParentRef: _, ...kept } = read;
    const top = company.update('Customer', { ...kept, Job: false });
    expect(top).toMatchObject({ Job: false, FullyQualifiedName: 'B' });
    expect(top).not.toHaveProperty('ParentRef');
    const below = company.update('Customer', { ...top, Job: true, ...parent });
    qbo.switches.sparseTopLevel = 'accepted';
    const again = company.update('Customer', { ...handle(below), sparse: true, Job: false });
    expect(again).not.toHaveProperty('ParentRef');
  });

  it('carry the full name of a renamed parent', () => {
    const { company } = start();
    const a = customer(company, 'Amy');
    const child = customer(company, 'Twin Lane', { Job: true, ParentRef: { value: a } });
    company.update('Customer', {
      ...handle(company.read('Customer', a)),
      sparse: true,
      DisplayName: 'Amy & Co',
    });
    expect(company.read('Customer', child).FullyQualifiedName).toBe('Amy & Co:Twin Lane');
  });

  it('count sub-customers in BalanceWithJobs only', () => {
    const { company } = start();
    const a = customer(company, 'Amy');
    const child = customer(company, 'Twin Lane', { Job: true, ParentRef: { value: a } });
    invoice(company, child, 85);
    expect(company.read('Customer', a)).toMatchObject({ Balance: 0, BalanceWithJobs: 85 });
    expect(company.read('Customer', child)).toMatchObject({ Balance: 85, BalanceWithJobs: 85 });
  });

  it('become inactive with a suffix, hide from queries, stay readable, and come back', () => {
    const { company, qbo } = start();
    const id = customer(company, 'Amy');
    const off = company.update('Customer', {
      ...handle(company.read('Customer', id)),
      sparse: true,
      Active: false,
    });
    expect(off).toMatchObject({
      Active: false,
      DisplayName: 'Amy (deleted)',
      PrintOnCheckName: 'Amy',
    });
    expect(rows(company, 'select * from Customer')).toHaveLength(0);
    expect(rows(company, 'select * from Customer where Active IN (true, false)')).toHaveLength(1);
    expect(rows(company, 'select * from Customer where Active = false')).toHaveLength(1);
    const again = company.update('Customer', { ...handle(off), sparse: true, Active: false });
    expect(again.SyncToken).toBe(off.SyncToken);
    const back = company.update('Customer', { ...handle(off), sparse: true, Active: true });
    expect(back).toMatchObject({ Active: true, DisplayName: 'Amy' });
    qbo.switches.reactivationStripsSuffix = false;
    const gone = company.update('Customer', { ...handle(back), sparse: true, Active: false });
    const kept = company.update('Customer', { ...handle(gone), sparse: true, Active: true });
    expect(kept.DisplayName).toBe('Amy (deleted)');
  });

  it('free their name when inactive, and cannot take it back when it is used (6240)', () => {
    const { company, qbo } = start();
    const id = customer(company, 'Amy');
    company.update('Customer', { Id: id, SyncToken: '0', sparse: true, Active: false });
    qbo.switches.inactiveNamesCollide = true;
    expect(faultOf(() => customer(company, 'Amy')).code).toBe('6240');
    qbo.switches.inactiveNamesCollide = false;
    customer(company, 'Amy');
    const back = { Id: id, SyncToken: '1', sparse: true, Active: true };
    expect(faultOf(() => company.update('Customer', back)).code).toBe('6240');
  });

  it('with a balance cannot become inactive (6790), their own or of a sub-customer', () => {
    const { company } = start();
    const a = customer(company, 'Amy');
    const child = customer(company, 'Twin Lane', { Job: true, ParentRef: { value: a } });
    invoice(company, child, 85);
    for (const id of [a, child]) {
      const off = { ...handle(company.read('Customer', id)), sparse: true, Active: false };
      expect(faultOf(() => company.update('Customer', off))).toMatchObject({
        code: '6790',
        detail: expect.stringContaining('it has a non-zero balance'),
      });
    }
  });

  it('refuse long, empty and strange texts', () => {
    const { company } = start();
    expect(faultOf(() => company.create('Customer', {})).code).toBe('2020');
    expect(faultOf(() => customer(company, 'a:b')).code).toBe('2040');
    expect(faultOf(() => customer(company, 'x'.repeat(501)))).toMatchObject({
      code: '2050',
      detail: expect.stringContaining('Min:0 Max:500 supported. Supplied length:501'),
    });
    const mail = { PrimaryEmailAddr: { Address: 'nobody' } };
    expect(faultOf(() => customer(company, 'Mail', mail)).code).toBe('2210');
    expect(faultOf(() => customer(company, 'Typo', { DisplayNmae: 'x' })).code).toBe('2010');
  });

  it('are blanked by a full update and kept by a sparse one', () => {
    const { company } = start();
    const made = company.create('Customer', {
      DisplayName: 'Amy',
      Notes: '[TPS 1]',
      CompanyName: 'A',
    });
    const sparse = company.update('Customer', { ...handle(made), sparse: true, CompanyName: 'B' });
    expect(sparse).toMatchObject({ Notes: '[TPS 1]', CompanyName: 'B', SyncToken: '1' });
    const full = company.update('Customer', { ...handle(sparse), DisplayName: 'Amy' });
    expect(full).not.toHaveProperty('Notes');
  });

  it('are projects only when made so', () => {
    const { company, qbo } = start();
    const parent = customer(company, 'Amy');
    const body = { DisplayName: 'P', Job: true, IsProject: true, ParentRef: { value: parent } };
    expect(company.create('Customer', body)).not.toHaveProperty('IsProject');
    qbo.switches.projectByApi = 'accepted';
    expect(company.create('Customer', { ...body, DisplayName: 'Q' }).IsProject).toBe(true);
    expect(company.createProject(parent, 'R')).toMatchObject({
      IsProject: true,
      BillWithParent: true,
    });
  });
});

describe('lists', () => {
  it('have unique names and lose them when inactive', () => {
    const { company } = start();
    const income = idOf(company, 'Account', 'Sales');
    const item = company.create('Item', { Name: 'Valuation', IncomeAccountRef: { value: income } });
    expect(faultOf(() => company.create('Item', { Name: 'valuation' })).code).toBe('6240');
    expect(faultOf(() => company.create('Item', {}))).toMatchObject({
      code: '2020',
      detail: 'Required parameter Name is missing in the request',
      element: 'Name',
    });
    const off = company.update('Item', { ...handle(item), sparse: true, Active: false });
    expect(off.Name).toBe('Valuation (deleted)');
    expect(text(company.create('Item', { Name: 'Valuation' }), 'Name')).toBe('Valuation');
  });

  it('cannot be deleted', () => {
    const { company } = start();
    const id = customer(company, 'Amy');
    expect(faultOf(() => company.remove('Customer', { Id: id, SyncToken: '0' })).code).toBe('500');
  });
});
