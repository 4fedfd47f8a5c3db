/**
 * Ids are opaque text: without order, and without a meaning in their letters. The compiler keeps
 * those of the two systems apart: an id of one is never taken where the other's is meant.
 */
import type { Side } from './side';

declare const OF: unique symbol;

/** The id that a record has in that system, as `document-id.ts` tells its lists apart. */
export type IdOn<S extends Side> = string & { readonly [OF]?: S };
export type TpsId = IdOn<'tps'>;
export type QboId = IdOn<'qbo'>;
/** Of a record of either. */
export type OwnId = IdOn<Side>;

/** A record and its twin, each by the name of its system; null where one is not known. */
export interface Ends {
  readonly tpsId: TpsId | null;
  readonly qboId: QboId | null;
}

/** Here alone the side of two ids is said by hand: `id` is of `side`, `twin` of the other. */
export function endsOf(side: Side, id: string | null, twin: string | null): Ends {
  return side === 'tps' ? { tpsId: id, qboId: twin } : { tpsId: twin, qboId: id };
}
