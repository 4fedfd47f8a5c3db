/** Whether an earlier try was carried out: which of the records with its tag is the one it made. */
import { describe, expect, it } from 'vitest';
import type { LedgerRecord } from '../../../utils/ledger/entities';
import { LinkIndex, linkId } from '../../../utils/ledger/link';
import type { BooksPort } from '../../../utils/port/books-port';
import { lookUp } from '../../../utils/runner/outcome';
import type { Intent } from '../../../utils/sync/intent';
import { ownDraft } from '../../../utils/sync/translate/own-draft';
import { invoice } from '../sync/make';

const record = invoice('tps', '118');

/** A QuickBooks in which these invoices carry the tag, first to last. */
function books(...found: LedgerRecord[]): BooksPort {
  const port: Partial<BooksPort> = {
    findByMarker: async (_marker, _draft, _sent, except) =>
      found.find((one) => !except?.(one)) ?? null,
  };
  return port as BooksPort;
}

async function foundFor(change: Partial<Intent>, port: BooksPort, links = new LinkIndex([])) {
  const draft = { ...ownDraft(record), marker: '[TPS invoice 118]' };
  const intent = {
    ...{ key: 'create:invoice:tps:118', does: 'create', type: 'invoice', to: 'qbo' },
    ...{ record, target: null, linkId: null, draft, needs: [] },
    ...change,
  } as unknown as Intent;
  const outcome = await lookUp(port, intent, draft, 0, null, links);
  return outcome.carriedOut ? outcome.result?.id : null;
}

describe('the record that an earlier try made', () => {
  it('is the one that carries its tag', async () => {
    expect(await foundFor({}, books(invoice('qbo', '7')))).toBe('7');
    expect(await foundFor({}, books())).toBeNull();
  });

  it('is none that is the twin of another document', async () => {
    const links = new LinkIndex([
      {
        ...{ id: linkId('invoice', '50', '7'), type: 'invoice', tpsId: '50', qboId: '7' },
        base: { tps: invoice('tps', '50'), qbo: invoice('qbo', '7') },
      },
    ]);
    expect(await foundFor({}, books(invoice('qbo', '7')), links)).toBeNull();
    expect(await foundFor({}, books(invoice('qbo', '7'), invoice('qbo', '8')), links)).toBe('8');
  });

  it('is none that a person said is another', async () => {
    expect(await foundFor({ notTwins: ['7'] }, books(invoice('qbo', '7')))).toBeNull();
  });

  it('is no void one where it is entered again in the place of that', async () => {
    const isVoid = invoice('qbo', '7', { voided: true });
    expect(await foundFor({ linkId: 'invoice:118:7' }, books(isVoid))).toBeNull();
    expect(await foundFor({ linkId: 'invoice:118:7' }, books(isVoid, invoice('qbo', '9')))).toBe(
      '9',
    );
    // A first try that somebody voided since was carried out all the same.
    expect(await foundFor({}, books(isVoid))).toBe('7');
  });
});
