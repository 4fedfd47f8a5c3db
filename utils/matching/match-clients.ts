/**
 * Pairs the clients of both sides. Deterministic whatever the order of the lists, and every score
 * can be told in words.
 *
 * Each client is in one pair at most. `strong` pairs may be accepted together, unseen; `weak` ones
 * are proposals; a client in no pair is like nobody.
 */
import { inOneGo } from '../ledger/steps';
import { assign, type ClientPair } from './assign';
import { type MatchInput, matchingSteps } from './matching-steps';
import type { ScoredPair } from './score-pair';

export type { ClientPair } from './assign';
export type { MatchInput } from './matching-steps';

/** The best pairing, best first, in one go. */
export function matchClients(input: MatchInput): ClientPair[] {
  return assign(candidatePairs(input));
}

/**
 * The same pairing as {@link matchClients} in slices of a few milliseconds: `yieldNow` is awaited
 * between two of them, and may reject to call the matching off.
 */
export async function matchClientsInSlices(
  input: MatchInput,
  yieldNow: () => Promise<void>,
): Promise<ClientPair[]> {
  const steps = matchingSteps(input);
  for (;;) {
    const step = steps.next();
    await yieldNow();
    if (step.done) return assign(step.value);
  }
}

/** Every pair that is alike at all, before anybody is given to anybody. */
export function candidatePairs(input: MatchInput): ScoredPair[] {
  return inOneGo(matchingSteps(input));
}
