/** How each kind of hard pair fares: twins that have it, and how many are accepted and found. */
import { matchClients } from '../../../utils/matching/match-clients';
import { DIFFICULTIES, type Difficulty, type LabelledClients } from '../../sandbox/firm/labelled';

export interface Fate {
  twins: number;
  strong: number;
  weak: number;
}

export function byDifficulty(sets: readonly LabelledClients[]): ReadonlyMap<Difficulty, Fate> {
  const fates = new Map<Difficulty, Fate>(
    DIFFICULTIES.map((difficulty) => [difficulty, { twins: 0, strong: 0, weak: 0 }]),
  );
  for (const set of sets) {
    const found = new Map(matchClients(set).map((pair) => [pair.tpsId, pair]));
    for (const [tpsId, qboId] of set.twins) {
      const pair = found.get(tpsId);
      const strength = pair?.qboId === qboId ? pair.strength : null;
      const hard = [`tps:${tpsId}`, `qbo:${qboId}`].flatMap(
        (key) => set.difficulties.get(key) ?? [],
      );
      for (const difficulty of new Set(hard)) {
        const fate = fates.get(difficulty);
        if (!fate) continue;
        fate.twins += 1;
        if (strength !== null) fate[strength] += 1;
      }
    }
  }
  return fates;
}
