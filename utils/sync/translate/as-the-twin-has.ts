/** What nobody changed since both sides agreed stays as the twin has it. */
import type { PlainDate } from '../../ledger/plain-date';

/**
 * A document whose client did not change stays with the client that its twin has: of several
 * customers that are rolled up into one client, the one that it was written for.
 */
export function clientThere(
  doc: { readonly clientId: string },
  terms: {
    readonly clientId: string;
    readonly ownerThere: (clientId: string) => string;
    readonly base: {
      readonly from: { readonly clientId: string };
      readonly to: { readonly clientId: string };
    } | null;
  },
): string {
  const { base, clientId, ownerThere } = terms;
  const stays = base?.from.clientId === doc.clientId && ownerThere(base.to.clientId) === clientId;
  return stays && base ? base.to.clientId : clientId;
}

/** A day that nobody changed stays as the twin has it: it may have been dated anew there. */
export function dateThere(
  doc: { readonly date: PlainDate },
  base: { readonly from: { date: PlainDate }; readonly to: { date: PlainDate } } | null,
): PlainDate {
  return base?.from.date === doc.date ? base.to.date : doc.date;
}

/** A text that nobody changed stays as the twin has it: it may be longer than this side holds. */
export function memoThere(
  doc: { readonly memo: string },
  base: { readonly from: { memo: string }; readonly to: { memo: string } } | null,
): string {
  return base?.from.memo === doc.memo ? base.to.memo : doc.memo;
}
