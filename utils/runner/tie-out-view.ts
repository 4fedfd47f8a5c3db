import { absCents, cents, sumCents } from '../ledger/cents';
import { labelOfId, splitId } from '../ledger/document-id';
import type { TieOutView } from '../sync/run-terms';
import type { TieOut } from '../tieout/tie-out';

/** A stored run carries its tie-out, and every screen that shows the run. One client is never cut. */
export const OFFSETS_MAX = 200;

/** What is stored and shown of a tie-out. */
export function tieOutView(result: TieOut, at: Date): TieOutView {
  const { tpsCents, qboCents, named, clients, clientsCompared } = result;
  const { kept: offsets, leftOut } = wholeClients(result);
  return {
    at: at.toISOString(),
    tpsCents,
    qboCents,
    named: named.map((group) => ({ ...group, clients: [...group.clients] })),
    unexplainedCents: cents(result.unexplainedCents),
    clientsUnexplainedCents: sumCents(clients.map((one) => absCents(one.unexplainedCents))),
    clientsCompared,
    offsets: offsets.map(({ kind, id, name, ...rest }) => ({
      ...rest,
      number: rest.number || labelOfId(id),
      type: kind === 'foreign' || splitId(id).list === 'plain' ? kind : 'adjustment',
      clientName: name,
    })),
    offsetsLeftOut: leftOut,
  };
}

type Sized = Pick<TieOut['offsets'][number], 'differenceCents'>;

/** The offsets of as many clients as fit, the largest first: what is shown adds up to nothing. */
function wholeClients({ clients }: TieOut) {
  const size = (client: TieOut['clients'][number]) =>
    Math.max(0, ...client.offsets.map(({ differenceCents }) => Math.abs(differenceCents)));
  const kept: TieOut['offsets'][number][] = [];
  let leftOut = 0;
  for (const client of clients.toSorted((a, b) => size(b) - size(a))) {
    const { name, offsets } = client;
    if (kept.length > 0 && kept.length + offsets.length > OFFSETS_MAX) leftOut += offsets.length;
    else kept.push(...offsets.toSorted(bySize).map((offset) => ({ ...offset, name })));
  }
  return { kept, leftOut };
}

function bySize(a: Sized, b: Sized): number {
  return Math.abs(b.differenceCents) - Math.abs(a.differenceCents);
}
