import { describe, expect, it } from 'vitest';
import { cents, ZERO } from '../../../utils/ledger/cents';
import type { Application } from '../../../utils/ledger/entities';
import { isMidway } from '../../../utils/runner/midway';
import { ownDraft } from '../../../utils/sync/translate/own-draft';
import { payment } from '../sync/make';

const on = (id: string, amount: number): Application => ({
  to: 'invoice',
  id,
  amountCents: cents(amount),
});

const entry = (applications: readonly Application[], change = {}) =>
  payment('qbo', 'J45', {
    booking: 'journalEntry',
    bankId: 'w',
    methodId: '',
    applications,
    unappliedCents: ZERO,
    ...change,
  });

describe('a journal entry between two of our writes', () => {
  const wanted = ownDraft(entry([on('7', 3000), on('8', 2000)]));

  it('is midway of a create while its payment is missing or whole', () => {
    expect(isMidway(entry([]), null, wanted)).toBe(true);
    expect(isMidway(entry([on('7', 3000)]), null, wanted)).toBe(true);
  });

  it('is midway of an edit while each part is the old one or the new one', () => {
    const before = entry([on('7', 5000)], { memo: 'old' });
    expect(isMidway(entry([on('7', 5000)]), before, wanted)).toBe(true);
    expect(isMidway(entry([on('8', 2000)], { memo: 'old' }), before, wanted)).toBe(true);
  });

  it('is midway of a delete once the payment is gone', () => {
    expect(isMidway(entry([]), entry([on('7', 5000)]), null)).toBe(true);
  });

  it('is somebody’s when it says anything else', () => {
    expect(isMidway(entry([on('9', 1000)]), null, wanted)).toBe(false);
    expect(isMidway(entry([], { memo: 'mine' }), null, wanted)).toBe(false);
    expect(isMidway(entry([], { amountCents: cents(4000) }), null, wanted)).toBe(false);
    expect(isMidway(payment('qbo', '45', { applications: [] }), null, wanted)).toBe(false);
  });
});
