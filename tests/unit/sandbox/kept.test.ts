import { deserialize, serialize } from 'node:v8';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type KeptSandbox, type Sandbox, startSandbox } from '../../sandbox/server';

const OPTIONS = { clients: 12, findings: 'all', seed: 13 } as const;
const SINCE = '2000-01-01T00:00:00Z';

let first: Sandbox;
let second: Sandbox;

beforeAll(async () => {
  first = await startSandbox(OPTIONS);
  const [client] = first.tps.books.clients.all();
  if (!client) throw new Error('no client');
  first.tps.books.patch('client', client.id, { phone: '514 555-0100' });
  first.tps.books.setActive(
    'paymentMethods',
    first.tps.books.reference.paymentMethods[0]?.id ?? 0,
    false,
  );
  const company = first.qbo.company(first.realm);
  const { Id, SyncToken } = company.create('Customer', { DisplayName: 'Gone again' });
  company.update('Customer', {
    Id: Id ?? '',
    SyncToken: SyncToken ?? '',
    sparse: true,
    Active: false,
  });
  const kept: KeptSandbox = deserialize(serialize(first.kept()));
  second = await startSandbox({ ...OPTIONS, kept });
});
afterAll(async () => {
  await first?.stop();
  await second?.stop();
});

const company = (of: Sandbox) => of.qbo.company(of.realm);

describe('a sandbox that is started with what another one held', () => {
  it('has the same books on both sides', () => {
    expect(second.tps.books.ledger()).toEqual(first.tps.books.ledger());
    expect([...second.tps.books.trialBalance()].toSorted()).toEqual(
      [...first.tps.books.trialBalance()].toSorted(),
    );
    expect(second.tps.books.deletions(SINCE)).toEqual(first.tps.books.deletions(SINCE));
    expect(second.tps.books.reference).toEqual(first.tps.books.reference);
    expect(company(second).ledger()).toEqual(company(first).ledger());
  });

  it.each(['Customer', 'Invoice', 'Payment', 'Item', 'Account', 'Preferences'])(
    'answers a question for each %s alike',
    (entity) => {
      const text = `select * from ${entity}`;
      expect(company(second).query(text)).toEqual(company(first).query(text));
    },
  );

  it('tells of the same changes in the same order', () => {
    const asked = ['Customer', 'Invoice', 'Payment'];
    const since = new Date(Date.now() - 86_400_000).toISOString();
    expect(company(second).cdc(asked, since)).toEqual(company(first).cdc(asked, since));
  });

  it('goes on where the other one was, and each for itself', () => {
    const made = [first, second].map((one) => ({
      tps: one.tps.books.clients.create({ code: 'NEW01', name: 'New Client' }).id,
      qbo: company(one).create('Customer', { DisplayName: 'New Client' }).Id,
    }));
    expect(made[1]).toEqual(made[0]);
    second.tps.books.clients.create({ code: 'NEW02', name: 'Another' });
    expect(first.tps.books.clients.all()).toHaveLength(second.tps.books.clients.all().length - 1);
  });
});
