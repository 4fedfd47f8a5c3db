/** Every client and customer once, as the file shows them: who is paired, and what was decided. */
import type { Client } from '../ledger/entities';
import { clientKey } from '../sync/scene';
import { clientsOf, type FileSetUp } from './set-up';
import type { FileDecision } from './words';

export interface ClientRow {
  readonly tps: Client | null;
  readonly qbo: Client | null;
  /** Null while nobody has decided. */
  readonly decision: FileDecision | null;
  /** Why it is excluded; empty otherwise. */
  readonly why: string;
}

export function clientRows(setUp: Pick<FileSetUp, 'scene'>): ClientRow[] {
  const { now, links, wishes } = setUp.scene;
  const rows: ClientRow[] = [];
  for (const tps of clientsOf(setUp, 'tps')) {
    const twin = links.twin('tps', 'client', tps.id);
    const qbo = twin === null ? null : (now.qbo.clients.get(twin) ?? null);
    const wish =
      wishes.get(clientKey('tps', tps.id)) ??
      (twin === null ? undefined : wishes.get(clientKey('qbo', twin)));
    rows.push({ tps, qbo, ...decided(wish, twin !== null) });
  }
  for (const qbo of clientsOf(setUp, 'qbo')) {
    const twin = links.twin('qbo', 'client', qbo.id);
    if (twin !== null && now.tps.clients.has(twin)) continue;
    rows.push({ tps: null, qbo, ...decided(wishes.get(clientKey('qbo', qbo.id)), false) });
  }
  return rows;
}

type Wish = ReturnType<FileSetUp['scene']['wishes']['get']>;

function decided(wish: Wish, linked: boolean): Pick<ClientRow, 'decision' | 'why'> {
  if (wish?.do === 'exclude') return { decision: 'exclude', why: wish.why };
  if (linked) return { decision: 'pair', why: '' };
  if (!wish) return { decision: null, why: '' };
  if (wish.do === 'create') return { decision: 'create', why: '' };
  // What is decided about a branch of sub-customers has no word in the file and stays as it is.
  return { decision: wish.do === 'leave' || wish.do === 'later' ? 'leave' : null, why: '' };
}
