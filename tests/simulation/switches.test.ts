/**
 * Nobody here knows how the real QuickBooks behaves on the points that are switches of its
 * stand-in. The main job must end well either way; each switch is turned to its other side once.
 */
import { describe, expect, it } from 'vitest';
import { outstanding, payFifty, prepared } from './firm-day';
import { duplicatesIn, writesSeen } from './ledgers';
import { type OfficeOptions, openOffice } from './office';
import { toCents } from './world/card';

/** The other side of each switch that a sync can meet; `subscription: ended` has a test below. */
const OTHER_SIDES: NonNullable<OfficeOptions['switches']>[] = [
  { requestId: 'ignored' },
  { requestIdFaults: 'replayed' },
  { paymentBumpsSyncToken: false },
  { paymentStampsTarget: false },
  { addressCountry: 'asSent' },
  { taxOverride: 'honoured' },
  { taxOfSparseEdit: 'computed' },
  { taxRounding: 'perLine' },
  { taxInclusiveAmount: 'line' },
  { zeroTotal: 'refused' },
  { missingItem: 'refused' },
  { severalEmails: 'refused' },
  { balanceGuardCode: '6000' },
  { disputedFilters: 'refused' },
  { docNumberWhenAutomatic: 'replaced' },
  { docNumberEdit: 'refused' },
  { duplicateDocNumberScope: 'salesForms' },
  { removeLinked: 'unlink' },
  { voidWord: 'Annulé' },
  { voidWord: 'Void' },
  { inactiveWord: 'supprimé' },
  { lowerBelowPaid: 'unapply' },
  { movePaid: 'unapply' },
  { mergedDocuments: 'changed' },
  { parentPaysChild: 'allowed' },
  { duplicateNameDetail: 'sentence' },
  { duplicateNameDetail: 'id' },
  { inactiveNamesCollide: true },
  { reactivationStripsSuffix: false },
  { projectByApi: 'accepted' },
  { journalArLines: 'many' },
  { today: 'company' },
  { pageZero: 'accepted' },
  { pageOverMax: 'refused' },
  { totalCountWithRows: true },
  { cdcOlderThan30Days: 'answered' },
  { cdcEmptyEntity: 'omitted' },
  { retryAfter: 'seconds60' },
  { companyMismatchStatus: 401 },
  { idleSignOut: false },
  { threeDecimals: 'rounded' },
  { taxLineWithoutRate: 'computed' },
  { notEqual: 'accepted' },
  { doubledQuote: 'accepted' },
  { refusalWords: 'sentence' },
  { requestIdKept: 'always' },
  { reconciled: 'editable' },
  { blankName: 'accepted' },
  { plainTextBody: 'accepted' },
];

describe('whatever QuickBooks does about', () => {
  it.each(OTHER_SIDES.map((switches) => [JSON.stringify(switches), switches] as const))(
    '%s, the main job ends well',
    async (_name, switches) => {
      const office = await openOffice({ seed: 3, clients: 14, findings: 'all', switches });
      await office.setUp();
      const first = await office.sync();
      expect(first.counts.done).toBe(first.counts.planned);
      expect(first.tieOut?.unexplainedCents).toBe(0);
      const paid = office.company
        .ledger()
        .documents.find(({ entity, balanceCents, deleted }) =>
          entity === 'Invoice' ? balanceCents > 1000 && !deleted : false,
        );
      office.company.payOnline(paid?.id ?? '', 1000);
      const day = await office.sync();
      expect(day.counts.failed).toBe(0);
      for (const site of [office.sites.tps, office.sites.qbo]) site.sent.length = 0;
      const last = await office.sync();
      expect(last.counts.planned).toBe(0);
      expect(writesSeen(office)).toEqual([]);
      expect(duplicatesIn(office)).toEqual([]);
      expect(last.tieOut?.unexplainedCents).toBe(0);
    },
  );

  it.each(['counted', 'notInAccounts', 'nowhere'] as const)(
    'documents dated in the future (%s), no cent of them is unexplained, and nothing is read twice',
    async (futureDated) => {
      const office = await prepared();
      Object.assign(office.switches, { futureDated, idleSignOut: false });
      const { model } = outstanding(office);
      const inAWeek = new Date(office.clock.now().getTime() + 7 * 86_400_000);
      const date = inAWeek.toISOString().slice(0, 10);
      const made = office.books.invoices.create({
        clientId: model.clientId,
        code: '0',
        number: '97001',
        date,
        lines: model.lines.map(({ id: _, ...line }) => line),
      });
      payFifty(office, model.clientId, { date });
      const run = await office.sync();
      const effect = toCents(made.total) - 50_00;
      expect(run.tieOut).toMatchObject({ unexplainedCents: 0, clientsUnexplainedCents: 0 });
      expect(
        run.tieOut?.named.map(({ cause, differenceCents }) => [cause.id, differenceCents]),
      ).toEqual(futureDated === 'counted' ? [] : [['cause.futureDated', effect]]);
      for (const { sent } of [office.sites.tps, office.sites.qbo]) sent.length = 0;
      expect(await office.sync()).toMatchObject({ counts: { planned: 0 } });
      const pages = office.sites.qbo.sent.filter(({ url }) => /from%20Invoice/i.test(url));
      expect(pages).toEqual([]);
      // Its day has come.
      office.clock.advance(9 * 86_400_000);
      await office.sync();
      const later = await office.sync();
      expect(later.tieOut).toMatchObject({ named: [], unexplainedCents: 0 });
    },
  );

  it.each([400, 403] as const)(
    'an ended subscription (HTTP %i): nothing is written, and it is said',
    async (status) => {
      const office = await openOffice({ seed: 3, clients: 6, findings: 'none' });
      await office.setUp();
      await office.sync();
      Object.assign(office.switches, { subscription: 'ended', subscriptionEndedStatus: status });
      const run = await office.sync();
      expect(run.status).not.toBe('success');
      expect(run.reason).not.toBeNull();
      expect(run.counts.done).toBe(0);
    },
  );
});
