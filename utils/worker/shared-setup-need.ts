import { statusOf } from '../shared-setup/known';
import type { LedgerDatabase } from '../store/database';
import type { PairRow } from '../store/rows';
import type { NeedView } from '../views/views';
import { phrase } from '../wording/phrase';

/** Two people changed the same answer of the set-up differently: somebody has to choose. */
export async function sharedSetupNeeds(
  db: LedgerDatabase,
  pair: PairRow | null,
): Promise<NeedView[]> {
  if (!pair?.ready) return [];
  const { head, conflicts } = await statusOf(db, pair.id);
  if (conflicts.length === 0) return [];
  const what = phrase('shared.differs', { count: conflicts.length, who: head?.savedBy ?? '' });
  return [
    {
      id: 'shared-setup',
      kind: 'setup',
      what,
      clientName: null,
      amountCents: null,
      actions: [{ do: 'setup', step: 'connect' }],
      technical: null,
    },
  ];
}
