/** Why an intent of the plan is left out when its turn comes. */
import type { LinkIndex } from '../ledger/link';
import { recordKey, rowKey, sideKey } from '../ledger/record-key';
import { otherSide, type Side } from '../ledger/side';
import type { JournalRow } from '../store/rows';
import { otherOwner } from '../sync/intent';
import { phrase } from '../wording/phrase';
import type { RunnerDeps } from './deps';
import type { Ending } from './journal';

/** A person may have excluded the client or removed the document since the plan was made. */
export async function stoppedByPerson(
  deps: RunnerDeps,
  row: JournalRow,
  links: LinkIndex,
): Promise<Ending | null> {
  const { intent, pairId } = row;
  for (const end of [intent.record, intent.target]) {
    if (!end) continue;
    const clientId = end.kind === 'client' ? end.id : end.clientId;
    const wish = await exclusionOf(deps, pairId, end.side, [clientId, otherOwner(intent)], links);
    const removed = (await deps.db.memory.ignores(pairId)).get(
      rowKey(pairId, recordKey(end.side, end.kind, end.id)),
    );
    const client = intent.clientName;
    const message =
      wish !== null
        ? phrase('hold.excluded', { client, why: wish.why })
        : removed
          ? phrase('hold.ignored', { number: intent.number, why: removed.reason })
          : null;
    if (message) {
      return { state: 'skipped', status: 'skipped', message, technical: null, result: null };
    }
  }
  return null;
}

/** An exclusion of one of these clients, or of its twin. */
async function exclusionOf(
  { db }: RunnerDeps,
  pairId: string,
  side: Side,
  clientIds: readonly (string | undefined)[],
  links: LinkIndex,
): Promise<{ readonly why: string } | null> {
  const keys = clientIds.flatMap((id) => {
    if (id === undefined) return [];
    const twin = links.twin(side, 'client', id);
    const own = rowKey(pairId, sideKey(side, id));
    return twin === null ? [own] : [own, rowKey(pairId, sideKey(otherSide(side), twin))];
  });
  const wishes = await db.memory.wishes(pairId);
  for (const key of keys) {
    const wish = wishes.get(key)?.wish;
    if (wish?.do === 'exclude') return wish;
  }
  return null;
}

/** What the intent relies on was not done. */
export async function unmetNeed(deps: RunnerDeps, row: JournalRow): Promise<Ending | null> {
  for (const need of row.intent.needs) {
    const needed = await deps.db.journal.get(rowKey(row.runId, need));
    if (needed?.state === 'done') continue;
    return {
      state: 'skipped',
      status: 'skipped',
      message: phrase('result.needs', {
        number: needed?.intent.number ?? need,
        client: needed?.intent.clientName ?? '',
      }),
      technical: null,
      result: null,
    };
  }
  return null;
}
