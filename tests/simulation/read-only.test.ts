/** Read only: not one write leaves, the firm's notes included, and a preview gives the tie-out. */
import { describe, expect, it } from 'vitest';
import { good, on, outstanding, payFifty, prepared } from './firm-day';
import { picture, writesSeen } from './ledgers';
import { officeSetUp } from './prepared';

describe('in read-only mode', () => {
  it('a preview of the first sync says whether the books agree and why not, and writes nothing', async () => {
    const office = await officeSetUp({ seed: 5, clients: 5, findings: 'none' });
    await office.ask['settings.save']({ readOnly: true });
    const before = [picture(office), writesSeen(office).length];
    await office.ask['run.preview']({ description: '' });
    const run = await office.drive();
    expect(run.status).toBe('preview');
    expect([picture(office), writesSeen(office).length]).toEqual(before);
    const { tieOut, settings } = await office.ask['app.get']({});
    expect(settings.readOnly).toBe(true);
    expect(tieOut).toMatchObject({
      tpsCents: office.books.ledger().arTotalCents,
      qboCents: office.company.ledger().arTotalCents,
      unexplainedCents: 0,
    });
    const named = tieOut?.named.reduce((sum, { differenceCents }) => sum + differenceCents, 0);
    expect(named).toBe((tieOut?.tpsCents ?? 0) - (tieOut?.qboCents ?? 0));
    await expect(
      office.ask['run.apply']({ runId: run.id, planHash: run.planHash ?? '', confirmed: [] }),
    ).rejects.toMatchObject({ what: { id: 'settings.ownReadOnly' } });
  });

  it('a run under way stops in front of its next write, and goes on once it may', async () => {
    const office = await prepared();
    const { model, lines } = outstanding(office);
    const { clientId } = model;
    const bill = { clientId, code: '0', number: '90001', date: '2026-03-02', lines };
    const { id } = office.books.invoices.create(bill);
    payFifty(office, clientId, on(id, '50.00'));
    // Somebody switches it on after the invoice was written, and before its payment is.
    const isInvoice = ({ method, url }: { method: string; url: string }) =>
      method === 'POST' && url.includes('/invoice?');
    office.sites.qbo.mishap({
      when: isInvoice,
      after: async (response) => {
        await office.db.settings.put({ key: 'settings', value: { readOnly: true } });
        return response;
      },
    });
    const parked = await office.sync();
    expect(parked).toMatchObject({
      status: 'paused',
      reason: { id: 'settings.ownReadOnly' },
      counts: { done: 1, notAttempted: 2 },
    });
    const writes = writesSeen(office).length;
    // Neither the lease is given back nor anything else written.
    await office.ask['run.cancel']({ runId: parked.id });
    expect(writesSeen(office)).toHaveLength(writes);
    await office.ask['settings.save']({ readOnly: false });
    await good(office);
  });
});

describe('where the note of who is syncing cannot be read', () => {
  const UNREADABLE = {
    refused: () =>
      Response.json({ Fault: { Error: [], type: 'ValidationFault' } }, { status: 400 }),
    forbidden: () => new Response('', { status: 403 }),
    html: () => new Response('<html>We are busy</html>', { status: 200 }),
    empty: () => Response.json({}, { status: 200 }),
  };

  it.each(['refused', 'forbidden', 'html', 'empty'] as const)(
    'nothing is written before a person has typed the word: %s',
    async (how) => {
      const office = await prepared();
      const { model } = outstanding(office);
      payFifty(office, model.clientId);
      const isNote = ({ url }: { url: string }) => /attachable/i.test(url);
      office.sites.qbo.mishap({
        times: Number.POSITIVE_INFINITY,
        when: isNote,
        instead: UNREADABLE[how],
      });
      const before = picture(office);
      await office.ask['run.sync']({ description: '' });
      const run = await office.drive();
      expect(run.status).not.toBe('success');
      expect(picture(office)).toEqual(before);
      if (run.status !== 'preview') return;
      expect(run.brakes.map(({ id }) => id)).toContain('unguarded');
      const confirmed = run.brakes.map(({ id }) => id);
      await office.ask['run.apply']({ runId: run.id, planHash: run.planHash ?? '', confirmed });
      const done = await office.drive();
      expect(done.counts).toMatchObject({ done: 1, failed: 0 });
      // Once for this company and this browser; the screens say so from now on.
      expect((await office.ask['app.get']({})).unguarded).toBe(true);
      payFifty(office, model.clientId, { amount: '60.00' });
      await office.ask['run.sync']({ description: '' });
      expect((await office.drive()).counts).toMatchObject({ done: 1, failed: 0 });
    },
  );
});
