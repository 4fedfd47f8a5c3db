import { absCents, cents, sumCents } from '../ledger/cents';
import { labelOfId, splitId } from '../ledger/document-id';
import type { TieOutView } from '../messages/views';
import type { TieOut } from '../tieout/tie-out';

/** A stored run carries its tie-out, and every screen that shows the run. */
export const OFFSETS_MAX = 200;

/** What is stored and shown of a tie-out. */
export function tieOutView(result: TieOut, at: Date): TieOutView {
  const { tpsCents, qboCents, named, clients, clientsCompared } = result;
  const offsets = result.offsets.toSorted(
    (a, b) => Math.abs(b.differenceCents) - Math.abs(a.differenceCents),
  );
  return {
    at: at.toISOString(),
    tpsCents,
    qboCents,
    named: named.map((group) => ({ ...group, clients: [...group.clients] })),
    unexplainedCents: cents(result.unexplainedCents),
    clientsUnexplainedCents: sumCents(clients.map((one) => absCents(one.unexplainedCents))),
    clientsCompared,
    offsets: offsets.slice(0, OFFSETS_MAX).map(({ kind, id, name, ...rest }) => ({
      ...rest,
      number: rest.number || labelOfId(id),
      type: kind === 'foreign' || splitId(id).list === 'plain' ? kind : 'adjustment',
      clientName: name,
    })),
    offsetsLeftOut: Math.max(0, offsets.length - OFFSETS_MAX),
  };
}
