/**
 * Gives each client one partner at most, best pairs first. A client with two candidates that look
 * nearly as much alike (namesakes, father and son) is never paired without being looked at.
 */
import type { QboId, TpsId } from '../ledger/ids';
import { type Phrase, phrase } from '../wording/phrase';
import type { ScoredPair } from './score-pair';

export interface ClientPair {
  readonly tpsId: TpsId;
  readonly qboId: QboId;
  /** 0 to 100. */
  readonly score: number;
  /** `strong` pairs may be accepted together, unseen; a `weak` one is a proposal. */
  readonly strength: 'strong' | 'weak';
  readonly reasons: readonly Phrase[];
}

/** The best must be this many points above the next of either client, else nobody is sure. */
const LEAD_MIN = 20;
const SCORE_MAX = 100;

export function assign(scored: readonly ScoredPair[]): ClientPair[] {
  const order = [...scored].sort(
    (a, b) => b.points - a.points || byId(a.tpsId, b.tpsId) || byId(a.qboId, b.qboId),
  );
  const runnersUp = secondBests(order);
  const taken = new Set<string>();
  const pairs: ClientPair[] = [];
  for (const { tpsId, qboId, points, sure, reasons } of order) {
    const [t, q] = [`t${tpsId}`, `q${qboId}`];
    if (taken.has(t) || taken.has(q)) continue;
    taken.add(t);
    taken.add(q);
    // For a client whose best is given away, the runner-up is this pair itself: it is contested.
    const isContested = [t, q].some((key) => points - (runnersUp.get(key) ?? 0) < LEAD_MIN);
    pairs.push({
      tpsId,
      qboId,
      score: Math.min(SCORE_MAX, points),
      strength: sure && !isContested ? 'strong' : 'weak',
      reasons: isContested ? [...reasons, phrase('match.rival')] : reasons,
    });
  }
  return pairs;
}

/** Points of the second best pair of every client that has two; `order` has the best first. */
function secondBests(order: readonly ScoredPair[]): ReadonlyMap<string, number> {
  const seen = new Set<string>();
  const second = new Map<string, number>();
  for (const { tpsId, qboId, points } of order) {
    for (const key of [`t${tpsId}`, `q${qboId}`]) {
      if (!seen.has(key)) seen.add(key);
      else if (!second.has(key)) second.set(key, points);
    }
  }
  return second;
}

/** Ids are numbers as text: `9` stands before `10`. */
function byId(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
}
