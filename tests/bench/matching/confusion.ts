/** Wrong and missed pairs of a labelled set, with who they are. */
import type { Client } from '../../../utils/ledger/entities';
import type { Phrase } from '../../../utils/wording/phrase';
import type { LabelledClients } from '../../sandbox/firm/labelled';
import type { Measure } from './measure';

export interface Confusion {
  readonly tps: Client | undefined;
  readonly qbo: Client | undefined;
  readonly reasons: readonly Phrase[];
  readonly difficulties: readonly string[];
}

export function confusions(
  set: LabelledClients,
  { wrong, missed }: Measure,
): { readonly wrong: readonly Confusion[]; readonly missed: readonly Confusion[] } {
  const tps = new Map(set.tps.map((client) => [client.id, client]));
  const qbo = new Map(set.qbo.map((client) => [client.id, client]));
  const confusion = (tpsId: string, qboId: string, reasons: readonly Phrase[]): Confusion => ({
    tps: tps.get(tpsId),
    qbo: qbo.get(qboId),
    reasons,
    difficulties: [
      ...(set.difficulties.get(`tps:${tpsId}`) ?? []),
      ...(set.difficulties.get(`qbo:${qboId}`) ?? []),
    ],
  });
  return {
    wrong: wrong.map((pair) => confusion(pair.tpsId, pair.qboId, pair.reasons)),
    missed: missed.map(([tpsId, qboId]) => confusion(tpsId, qboId, [])),
  };
}
