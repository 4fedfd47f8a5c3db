/** How right a pairing is, against the truth of a labelled set. */
import { type ClientPair, matchClients } from '../../../utils/matching/match-clients';
import type { LabelledClients } from '../../sandbox/firm/labelled';

export interface Measure {
  readonly twins: number;
  readonly strong: number;
  readonly strongRight: number;
  readonly weak: number;
  readonly weakRight: number;
  /** Strong pairs of two clients that are not one. */
  readonly wrong: readonly ClientPair[];
  /** Twins that are in no pair together: TPS id and QuickBooks id. */
  readonly missed: readonly (readonly [string, string])[];
}

export function measure(
  set: LabelledClients,
  pairs: readonly ClientPair[] = matchClients(set),
): Measure {
  const isRight = ({ tpsId, qboId }: ClientPair) => set.twins.get(tpsId) === qboId;
  const strong = pairs.filter((pair) => pair.strength === 'strong');
  const weak = pairs.filter((pair) => pair.strength === 'weak');
  const found = new Map(pairs.map(({ tpsId, qboId }) => [tpsId, qboId]));
  return {
    twins: set.twins.size,
    strong: strong.length,
    strongRight: strong.filter(isRight).length,
    weak: weak.length,
    weakRight: weak.filter(isRight).length,
    wrong: strong.filter((pair) => !isRight(pair)),
    missed: [...set.twins].filter(([tpsId, qboId]) => found.get(tpsId) !== qboId),
  };
}

/** Sums of several sets; their pairs are not carried along. */
export function together(measures: readonly Measure[]): Omit<Measure, 'wrong' | 'missed'> {
  const sum = (of: (one: Measure) => number) => measures.reduce((all, one) => all + of(one), 0);
  return {
    twins: sum((one) => one.twins),
    strong: sum((one) => one.strong),
    strongRight: sum((one) => one.strongRight),
    weak: sum((one) => one.weak),
    weakRight: sum((one) => one.weakRight),
  };
}

type Counts = Omit<Measure, 'wrong' | 'missed'>;

/** Of the pairs accepted unseen, the share that is right. */
export function precision({ strong, strongRight }: Counts): number {
  return strong === 0 ? 1 : strongRight / strong;
}

/** Of the true pairs, the share that is found, accepted or proposed. */
export function recall({ twins, strongRight, weakRight }: Counts): number {
  return (strongRight + weakRight) / twins;
}

/** Of the true pairs, the share that is accepted unseen. */
export function strongRecall({ twins, strongRight }: Counts): number {
  return strongRight / twins;
}
