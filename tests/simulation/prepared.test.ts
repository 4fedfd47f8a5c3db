/** A copy of an office is to every test as good as the office: equal at first, then independent. */
import { expect, it } from 'vitest';
import { outstanding, payFifty, prepared } from './firm-day';
import { picture } from './ledgers';
import { type Office, openOffice } from './office';

/** A firm whose books are in step, with a payment that the next sync will carry. */
async function office(): Promise<Office> {
  const made = await openOffice({ seed: 6, clients: 3, findings: 'none' });
  await made.setUp();
  await made.sync();
  payFifty(made, outstanding(made).model.clientId);
  made.books.setActive('workCodes', made.books.reference.workCodes[0]?.id ?? 0, false);
  return made;
}

/** Everything that an office holds. */
async function held({ books, company, switches, clock, db, sites }: Office) {
  const rows: Record<string, readonly unknown[]> = {};
  for (const table of db.tables) rows[table.name] = await table.toArray();
  return {
    rows,
    now: clock.now(),
    switches: { ...switches },
    tps: books.ledger(),
    accounts: [...books.trialBalance()],
    reference: books.reference,
    stamps: books.reference.workCodes.map((code) => books.stampOf(code)),
    deletions: books.deletions(''),
    qbo: company.ledger(),
    changes: company.cdc(['Customer', 'Invoice', 'Payment'], '2026-03-02T00:00:00Z'),
    cookies: [sites.tps.jar.header(), sites.qbo.jar.header()],
  };
}

it('a copy holds what the office holds, and ends the next sync as it does', async () => {
  const original = await office();
  const copy = await original.copy();
  expect(await held(copy)).toEqual(await held(original));
  const run = await original.sync();
  expect(run.counts.done).toBeGreaterThan(0);
  const again = await copy.sync();
  expect(again).toEqual(run);
  expect(await held(copy)).toEqual(await held(original));
  expect(picture(copy)).toEqual(picture(original));
});

it('an office that is prepared the same way once more is like its copy', async () => {
  const copy = await (await office()).copy();
  const other = await office();
  expect((await copy.sync()).counts).toEqual((await other.sync()).counts);
  expect(picture(copy)).toEqual(picture(other));
  const [ours, theirs] = [await held(copy), await held(other)];
  // Keys of a session are drawn at random by TPS.
  expect({ ...ours, cookies: [] }).toEqual({ ...theirs, cookies: [] });
});

it('what one test does with a prepared office is not seen by another', async () => {
  const untouched = await held(await prepared());
  const used = await prepared();
  const [client] = used.books.clients.all();
  used.books.patch('client', client?.id ?? 0, { email: 'new@firm.example' });
  used.company.create('Customer', { DisplayName: 'Somebody New' });
  used.books.setActive('workCodes', used.books.reference.workCodes[0]?.id ?? 0, false);
  used.switches.removeLinked = 'refuse';
  await used.sync();
  await used.db.links.clear();
  expect(await held(await prepared())).toEqual(untouched);
});
