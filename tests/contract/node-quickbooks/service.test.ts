/** Batch, change data capture, request ids and refusals through another client. */
import { describe, expect, it } from 'vitest';
import { Client } from './client';
import { handleOf, idOf, rowsOf, salesForm, useSandbox } from './scene';

const scene = useSandbox();

describe('node-quickbooks and the service', () => {
  it('batches fail item by item', async () => {
    const { client } = scene;
    const body = await client.done('batch', [
      { bId: '1', operation: 'create', Customer: { DisplayName: 'Batch one' } },
      { bId: '2', operation: 'create', Customer: { DisplayName: 'Batch:two' } },
      { bId: '3', Query: 'select * from Term' },
      { bId: '4', operation: 'update', Customer: { Id: '99999', SyncToken: '0' } },
    ]);
    expect(body.BatchItemResponse).toMatchObject([
      { bId: '1', Customer: { DisplayName: 'Batch one' } },
      { bId: '2', Fault: { Error: [{ code: '2040' }] } },
      { bId: '3', QueryResponse: { maxResults: 3 } },
      { bId: '4', Fault: { Error: [{ code: '610' }] } },
    ]);
    const many = Array.from({ length: 31 }, (_, n) => ({
      bId: `${n}`,
      Query: 'select * from Term',
    }));
    expect(await client.ask('batch', many)).toMatchObject({ status: 400, fault: '1040' });
  });

  it('change data capture shows what came, changed and went', async () => {
    const { client } = scene;
    const since = new Date(Date.now() - 60_000).toISOString();
    const bill = await client.done('createCustomer', { DisplayName: 'Bill' });
    const made = await client.done('createInvoice', await salesForm(client, bill, 10));
    const gone = await client.done('createInvoice', await salesForm(client, bill, 11));
    await client.done('deleteInvoice', handleOf(gone));
    const body = await client.done('changeDataCapture', ['Customer', 'Invoice', 'Payment'], since);
    expect(body.CDCResponse).toMatchObject([
      {
        QueryResponse: [
          { Customer: expect.arrayContaining([expect.objectContaining({ Id: idOf(bill) })]) },
          {
            Invoice: [
              { Id: idOf(made), TotalAmt: 10 },
              { Id: idOf(gone), status: 'Deleted' },
            ],
          },
          {},
        ],
      },
    ]);
  });

  it('a request id makes a second create answer with the first', async () => {
    const { client } = scene;
    const carl = await client.done('createCustomer', { DisplayName: 'Carl' });
    const form = { ...(await salesForm(client, carl, 10)), requestId: 'one-and-only' };
    const first = await client.done('createInvoice', form);
    expect(await client.done('createInvoice', form)).toEqual(first);
    const found = await client.done('findInvoices', { CustomerRef: idOf(carl) });
    expect(rowsOf(found, 'Invoice')).toHaveLength(1);
  });

  it('closed books, unknown names and bad queries are told apart', async () => {
    const { client } = scene;
    const dora = await client.done('createCustomer', { DisplayName: 'Dora' });
    const prefs = await client.done('getPreferences');
    const closing = { AccountingInfoPrefs: { BookCloseDate: '2020-12-31' } };
    await client.done('updatePreferences', { ...handleOf(prefs), ...closing });
    const old = await salesForm(client, dora, 10, { TxnDate: '2020-12-31' });
    expect(await client.ask('createInvoice', old)).toMatchObject({ status: 400, fault: '6210' });
    expect(await client.ask('createCustomer', { Nickname: 'x' })).toMatchObject({ fault: '2010' });
    const filter = [{ field: 'Nickname', value: 'x', operator: '=' }];
    expect(await client.ask('findCustomers', filter)).toMatchObject({ status: 400, fault: '4001' });
    expect(await client.ask('findCustomers', ' where (')).toMatchObject({ fault: '4000' });
    expect(await client.ask('getCustomer', '1.5')).toMatchObject({ fault: '2030' });
  });

  it('the gateway refuses in its own envelope', async () => {
    const { sandbox } = scene;
    const expired = new Client(sandbox.httpPort, sandbox.realm, 'expired');
    expect(await expired.ask('getPreferences')).toMatchObject({ status: 401, fault: '3200' });
    const stranger = new Client(sandbox.httpPort, '1234');
    expect(await stranger.ask('getPreferences')).toMatchObject({ status: 403, fault: '3100' });
    sandbox.qbo.switches.rateLimit = true;
    const hasty = new Client(sandbox.httpPort, sandbox.realm, 'hasty');
    const all = await Promise.all(Array.from({ length: 15 }, () => hasty.ask('getPreferences')));
    sandbox.qbo.switches.rateLimit = false;
    expect(all.some(({ status, fault }) => status === 429 && fault === '3001')).toBe(true);
    expect(all.some(({ fault }) => fault === null)).toBe(true);
  });
});
