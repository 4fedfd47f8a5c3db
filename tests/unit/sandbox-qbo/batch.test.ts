import { describe, expect, it } from 'vitest';
import { customer, invoice, start, text } from './fixture';
import { call, faultLike } from './http';

describe('batch', () => {
  it('answers change data capture and sends documents', async () => {
    const scene = start();
    scene.qbo.switches.changesInBatch = 'answered';
    const amy = customer(scene.company, 'Amy');
    const bill = invoice(scene.company, amy, 10, { BillEmail: { Address: 'a@firm.example' } });
    const { body } = await call(scene, 'batch', {
      BatchItemRequest: [
        { bId: '1', CDCQuery: { Entities: 'Customer,Term', ChangedSince: '2026-03-02T00:00:00Z' } },
        { bId: '2', operation: 'send', Invoice: { Id: text(bill, 'Id'), SyncToken: '0' } },
        { bId: '3', operation: 'revert', Invoice: { Id: text(bill, 'Id'), SyncToken: '0' } },
      ],
    });
    expect(body.BatchItemResponse).toMatchObject([
      { bId: '1', CDCResponse: [{ QueryResponse: [{ Customer: [{ Id: amy }] }, {}] }] },
      { bId: '2', Invoice: { EmailStatus: 'EmailSent' } },
      { bId: '3', ...faultLike('500') },
    ]);
  });

  it('refuses change data capture by itself, where the switch says so', async () => {
    const scene = start();
    const { body } = await call(scene, 'batch', {
      BatchItemRequest: [
        { bId: '1', CDCQuery: { Entities: 'Customer', ChangedSince: '2026-03-02T00:00:00Z' } },
        { bId: '2', Query: 'select * from Term' },
      ],
    });
    expect(body.BatchItemResponse).toMatchObject([
      { bId: '1', ...faultLike('500') },
      { bId: '2', QueryResponse: {} },
    ]);
  });

  it('wants items, and short ids beside a request id (Intuit developer blog 2015-04-06)', async () => {
    const scene = start();
    expect((await call(scene, 'batch', {})).body).toMatchObject(faultLike('2020'));
    const item = { bId: 'elevenchars', Query: 'select * from Term' };
    const long = await call(scene, 'batch?requestid=r1', { BatchItemRequest: [item] });
    expect(long).toMatchObject({ status: 400, body: faultLike('2050') });
    expect((await call(scene, 'batch', { BatchItemRequest: [item] })).status).toBe(200);
  });
});
