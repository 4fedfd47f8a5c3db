/** Names and items through another client, over real sockets. */
import { describe, expect, it } from 'vitest';
import { accountNamed, handleOf, idOf, rowsOf, useSandbox } from './scene';

const scene = useSandbox();

describe('node-quickbooks and lists', () => {
  it('customers: create, read, update, find, count, make inactive', async () => {
    const { client } = scene;
    const made = await client.done('createCustomer', { DisplayName: "Amy's Bird Sanctuary" });
    expect(made).toMatchObject({ SyncToken: '0', Active: true, domain: 'QBO' });
    const id = idOf(made);
    await client.done('updateCustomer', { ...handleOf(made), Notes: 'x' });
    expect(await client.done('getCustomer', id)).toMatchObject({ SyncToken: '1', Notes: 'x' });
    const byName = [{ field: 'DisplayName', value: "Amy's Bird Sanctuary", operator: '=' }];
    expect(rowsOf(await client.done('findCustomers', byName), 'Customer')).toHaveLength(1);
    const like = [{ field: 'DisplayName', value: 'Amy%', operator: 'LIKE' }];
    expect(rowsOf(await client.done('findCustomers', like), 'Customer')).toHaveLength(1);
    const count = await client.done('findCustomers', { count: true });
    expect(count).toMatchObject({ QueryResponse: { totalCount: 1 } });
    const gone = await client.done('updateCustomer', {
      Id: id,
      SyncToken: '1',
      Active: false,
    });
    expect(gone).toMatchObject({ Active: false, DisplayName: "Amy's Bird Sanctuary (deleted)" });
    expect(await client.done('findCustomers', { limit: 10 })).toMatchObject({ QueryResponse: {} });
  });

  it('customers by pages, all of them', async () => {
    const { client } = scene;
    for (let n = 0; n < 25; n += 1) {
      await client.done('createCustomer', { DisplayName: `Page ${String(n).padStart(2, '0')}` });
    }
    const all = await client.done('findCustomers', [
      { field: 'fetchAll', value: true },
      { field: 'limit', value: 10 },
      { field: 'asc', value: 'Id' },
      { field: 'DisplayName', value: 'Page%', operator: 'LIKE' },
    ]);
    const ids = rowsOf(all, 'Customer').map(idOf);
    expect(new Set(ids).size).toBe(25);
  });

  it('names taken by anyone are duplicates', async () => {
    const { client } = scene;
    await client.done('createVendor', { DisplayName: 'Landlord' });
    const outcome = await client.ask('createCustomer', { DisplayName: 'LANDLORD' });
    expect(outcome).toMatchObject({ status: 400, fault: '6240' });
  });

  it('items: create, read, update, find', async () => {
    const { client } = scene;
    const made = await client.done('createItem', {
      Name: 'Advice',
      Type: 'Service',
      IncomeAccountRef: await accountNamed(client, 'Consulting income'),
    });
    const changed = { ...handleOf(made), Name: 'Good advice' };
    expect(await client.done('updateItem', changed)).toMatchObject({ Name: 'Good advice' });
    expect(await client.done('getItem', idOf(made))).toMatchObject({ SyncToken: '1' });
    const found = await client.done('findItems', { Name: 'Good advice' });
    expect(rowsOf(found, 'Item')).toMatchObject([{ Id: idOf(made), Type: 'Service' }]);
    expect(await client.ask('createItem', {})).toMatchObject({ status: 400, fault: '2020' });
  });

  it('settings and files', async () => {
    const { client, sandbox } = scene;
    expect(await client.done('getPreferences')).toMatchObject({ Id: '1' });
    expect(await client.done('getCompanyInfo', sandbox.realm)).toMatchObject({ Country: 'CA' });
    const note = await client.done('createAttachable', { Note: 'remember' });
    expect(await client.done('deleteAttachable', handleOf(note))).toMatchObject({
      Attachable: { status: 'Deleted' },
    });
  });
});
