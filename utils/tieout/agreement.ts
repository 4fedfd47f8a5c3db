import { type Phrase, phrase } from '../wording/phrase';

interface Agreed {
  readonly tpsCents: number;
  readonly clientsCompared: number;
  readonly offsets?: readonly unknown[];
  readonly offsetsLeftOut?: number;
}

/** Both totals are the same: is that all there is to say, or do documents differ and cancel out? */
export function agreement({ tpsCents, clientsCompared, ...rest }: Agreed): Phrase {
  const documents = (rest.offsets?.length ?? 0) + (rest.offsetsLeftOut ?? 0);
  return documents > 0
    ? phrase('run.nothingButOffsets', { agreedCents: tpsCents, documents })
    : phrase('run.nothingToDo', { agreedCents: tpsCents, clients: clientsCompared });
}
