/** Rows of our own database that cannot be read: set aside, found again, never guessed at. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SOUND_ROWS } from '../../utils/store/sound-rows';
import { shareWithFirm } from '../../utils/worker/shared-setup';
import { carried, editInQbo, good, outstanding, prepared, qboIdOf } from './firm-day';
import { duplicatesIn, picture } from './ledgers';
import type { Office } from './office';

const setAside = async ({ db }: Office) =>
  (await db.quarantine.toArray()).map(({ table }) => table).sort();

describe('a link that cannot be read', () => {
  it('is kept in quarantine and found again by its marker, and the run says so', async () => {
    const office = await prepared();
    const { id, qboId } = await carried(office);
    const before = picture(office);
    await office.db.links
      .filter(({ type, tpsId }) => type === 'invoice' && tpsId === String(id))
      .modify((link) => {
        Object.assign(link.base.qbo, { totalCents: 'NaN' });
      });
    await office.ask['run.preview']({ description: '' });
    const shown = await office.drive();
    expect(shown.setAside).toEqual({ links: 1, decisions: 0 });
    expect(shown.rebuilt).toEqual({ clients: 0, documents: 1, differing: 0 });
    expect(shown.brakes).toEqual([]);
    await office.ask['run.apply']({
      runId: shown.id,
      planHash: shown.planHash ?? '',
      confirmed: [],
    });
    await office.drive();
    await good(office);
    expect(await qboIdOf(office, 'invoice', String(id))).toBe(qboId);
    expect(picture(office)).toEqual(before);
    const [row] = await office.db.quarantine.toArray();
    expect(row).toMatchObject({ table: 'links', why: expect.stringContaining('totalCents') });
  });

  it('asks a person where the twins say something else by now', async () => {
    const office = await prepared();
    const { id, qboId } = await carried(office);
    editInQbo(office, 'Invoice', qboId, { DueDate: '2026-05-01' });
    await office.db.links
      .filter(({ type, tpsId }) => type === 'invoice' && tpsId === String(id))
      .modify((link) => {
        Object.assign(link, { base: null });
      });
    await office.sync();
    const run = await office.sync();
    expect(run.holds.map(({ what }) => what.id)).toContain('conflict.bothChanged');
    expect(duplicatesIn(office)).toEqual([]);
  });
});

describe('a record of a book that cannot be read', () => {
  it('makes both books be read anew, and nothing else', async () => {
    const office = await prepared();
    await office.db.mirror
      .filter(({ kind }) => kind === 'invoice')
      .modify((row) => {
        Object.assign(row.record, { lines: undefined });
      });
    await good(office);
    expect((await setAside(office))[0]).toBe('mirror');
  });
});

/** A client is left out, which the firm shares; then this browser cannot read that any more. */
async function exclusionDamaged(office: Office, clientId: string): Promise<void> {
  await office.ask['client.exclude']({ side: 'tps', clientId, reason: 'a friend' });
  await shareWithFirm(office.desk);
  await office.db.wishes
    .filter(({ wish }) => wish.do === 'exclude')
    .modify((row) => {
      Object.assign(row, { wish: 'exclude' });
    });
}

describe('a decision that cannot be read', () => {
  it('comes back from the set-up that the firm shares', async () => {
    const office = await prepared();
    const [client] = (await office.db.links.toArray()).filter(({ type }) => type === 'client');
    const clientId = client?.tpsId ?? '';
    await exclusionDamaged(office, clientId);
    const run = await office.sync();
    expect(await setAside(office)).toEqual(['wishes']);
    expect(run.setAside).toEqual({ links: 0, decisions: 1 });
    const [back] = await office.db.wishes.filter(({ wish }) => wish.do === 'exclude').toArray();
    expect(back).toMatchObject({ side: 'tps', clientId, wish: { why: 'a friend' } });
  });

  it('asks nobody to type anything once it came back, whatever else there is to write', async () => {
    const office = await prepared();
    const { model, lines } = outstanding(office);
    const links = await office.db.links.toArray();
    const other = links.find(
      ({ type, tpsId }) => type === 'client' && tpsId !== String(model.clientId),
    );
    const clientId = other?.tpsId ?? '';
    await exclusionDamaged(office, clientId);
    const bill = { clientId: model.clientId, code: '0', date: '2026-03-02', lines };
    office.books.invoices.create({ ...bill, number: '90001' });
    await office.ask['run.preview']({ description: '' });
    const run = await office.drive();
    expect(run.counts.planned).toBeGreaterThan(0);
    expect(run.brakes).toEqual([]);
  });

  it('stops the plan until a person types that it is meant', async () => {
    const office = await prepared();
    await office.db.mappings.limit(1).modify((row) => {
      Object.assign(row, { toId: 7 });
    });
    // The company keeps no notes for us: nobody can give the decision back.
    const fault = { Error: [{ Message: 'no', Detail: 'no', code: '500' }], type: 'x' };
    const refuse = () => Response.json({ Fault: fault }, { status: 400 });
    office.sites.qbo.mishap({
      times: Number.POSITIVE_INFINITY,
      when: ({ url, body }) => /attachable/i.test(decodeURIComponent(url) + body),
      instead: refuse,
    });
    const { model, lines } = outstanding(office);
    const bill = { clientId: model.clientId, code: '0', date: '2026-03-02', lines };
    office.books.invoices.create({ ...bill, number: '90001' });
    await office.ask['run.preview']({ description: '' });
    const shown = await office.drive();
    expect(shown.brakes).toMatchObject([
      { id: 'missing', confirm: '1' },
      // The notes of the firm cannot be read in this test, the one with the lease included.
      { id: 'unguarded', confirm: 'OK' },
    ]);
    await office.ask['run.cancel']({ runId: shown.id });
    await office.ask['run.preview']({ description: '' });
    const again = await office.drive();
    expect(again.brakes).toMatchObject([{ id: 'missing' }, { id: 'unguarded' }]);
    const planHash = again.planHash ?? '';
    await office.ask['run.apply']({
      runId: again.id,
      planHash,
      confirmed: ['missing', 'unguarded'],
    });
    await office.drive();
    office.books.invoices.create({ ...bill, number: '90002' });
    await office.ask['run.preview']({ description: '' });
    expect((await office.drive()).brakes).toEqual([]);
  });
});

describe('whatever is damaged', () => {
  it('no second document comes of it, and the books stay as they are', async () => {
    const office = await prepared();
    await carried(office);
    const before = picture(office);
    const damage = fc.record({
      table: fc.constantFrom('links', 'mirror'),
      pick: fc.nat(),
      field: fc.nat(),
      into: fc.constantFrom(undefined, null, Number.NaN, 'x', -1.5, {}),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(damage, { minLength: 1, maxLength: 4 }), async (all) => {
        for (const { table, pick, field, into } of all) {
          const rows = await office.db.table(table).toArray();
          const row = rows[pick % rows.length];
          const record = table === 'links' ? row.base.tps : row.record;
          const name = Object.keys(record)[field % Object.keys(record).length] ?? '';
          if (SOUND_ROWS[table === 'links' ? 'links' : 'mirror'].safeParse(row).success) {
            record[name] = into;
            await office.db.table(table).put(row);
          }
        }
        await office.sync();
        await office.sync();
        expect(duplicatesIn(office)).toEqual([]);
        expect(picture(office)).toEqual(before);
      }),
      { numRuns: 12, seed: 5 },
    );
  });
});

describe('the rules for rows', () => {
  it('accept everything that a firm with every finding has stored', async () => {
    const office = await prepared();
    await carried(office);
    for (const [name, schema] of Object.entries(SOUND_ROWS)) {
      for (const row of await office.db.table(name).toArray()) {
        expect(schema.safeParse(row).error?.issues, name).toBeUndefined();
      }
    }
  });
});
