/** What needs a person, worst first: sessions, set-up, blocks, failures, conflicts. */

import type { Finding } from '../checks/finding';
import { sideKey } from '../ledger/record-key';
import type { Side } from '../ledger/side';
import { type Both, SIDES } from '../ledger/side';
import type { LedgerDatabase } from '../store/database';
import { unsolvedEntries } from '../store/entries';
import { heldBy } from '../store/held';
import type { EntryRecord, PairRow, RunRecord } from '../store/rows';
import { takeable } from '../store/takeable';
import { entryNeed, findingNeed, need } from '../views/needs';
import { remedyOf } from '../views/remedies';
import type { NeedView, SystemView } from '../views/views';
import { phrase } from '../wording/phrase';

/** More is a list nobody reads; the history has them all. */
const NEEDS_MAX = 200;

export async function needsOf(
  db: LedgerDatabase,
  pair: PairRow | null,
  systems: Both<SystemView>,
  latest: RunRecord | null,
  at: string,
): Promise<NeedView[]> {
  const needs: NeedView[] = [];
  for (const side of SIDES) {
    const { state, problem } = systems[side];
    if (state === 'signedIn' || state === 'unknown') continue;
    needs.push({
      ...need(`session-${side}`, 'session', problem ?? phrase('need.signIn', { system: side })),
      actions: [{ do: 'signIn', side }],
    });
  }
  if (!pair?.ready) {
    needs.push({
      ...need('setup', 'setup', phrase('need.setup')),
      actions: [{ do: 'setup', step: pair ? 'clients' : 'connect' }],
    });
    return needs;
  }
  const excluded = await excludedClients(db, pair.id);
  const findings = distinct(latest ? (await heldBy(db, latest.id, at)).findings : []);
  const subjects = findings.flatMap(({ subject }) => subject ?? []);
  const taking = await takeable(db, pair.id, subjects);
  for (const finding of findings) {
    const { tpsId, qboId } = finding.client ?? {};
    const isOut = (side: Side, id: string | null | undefined) =>
      id !== null && id !== undefined && excluded.has(sideKey(side, id));
    if (isOut('tps', tpsId) || isOut('qbo', qboId)) continue;
    needs.push(findingNeed(finding, pair, taking));
  }
  for (const entry of askedOnce(await unsolvedEntries(db, pair.id, at)))
    needs.push(entryNeed(entry));
  return needs.slice(0, NEEDS_MAX);
}

/** Two documents that may be one are one question. */
function askedOnce(entries: readonly EntryRecord[]): EntryRecord[] {
  const asked = new Map<string, string>();
  return entries.filter(({ recordKey, otherKey, message }) => {
    if (otherKey === undefined || remedyOf(message.id).asks !== 'sameOrApart') return true;
    if (asked.get(otherKey) === recordKey) return false;
    asked.set(recordKey, otherKey);
    return true;
  });
}

/** A client excluded since the last run needs nobody any more. */
async function excludedClients(db: LedgerDatabase, pairId: string): Promise<Set<string>> {
  const wishes = await db.wishes.where('pairId').equals(pairId).toArray();
  return new Set(
    wishes.filter(({ wish }) => wish.do === 'exclude').map((w) => sideKey(w.side, w.clientId)),
  );
}

/** A sub-customer blocks itself and its parents with one sentence: told once. */
function distinct(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  return findings.filter((finding) => {
    const key = JSON.stringify([finding.rule, finding.subject, finding.what]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
