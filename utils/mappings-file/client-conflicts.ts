/** What speaks against rows of the clients' sheet that are right by themselves. */
import type { Client } from '../ledger/entities';
import type { Phrase } from '../wording/phrase';
import type { ClientRow } from './client-rows';
import type { ClientFileRow, People } from './people';
import type { FileSetUp } from './set-up';
import type { FileDecision } from './words';

/** A row understood: who it is about, and what it asks for. */
export interface ReadClient {
  readonly row: ClientFileRow;
  readonly tps: Client | null;
  readonly qbo: Client | null;
  /** Null where the row leaves it open. */
  readonly decision: FileDecision | null;
  readonly why: string;
  readonly now: ClientRow;
}

/** Clients and customers that more than one row decides about. */
export function twiceIn(reads: readonly ReadClient[]): Phrase[] {
  const problems: Phrase[] = [];
  const clients = new Map<string, ReadClient>();
  const customers = new Map<string, ReadClient>();
  for (const read of reads) {
    const { row, tps, qbo } = read;
    const other = tps && clients.get(tps.id);
    if (tps && other) {
      problems.push(row.about('tps', 'file.duplicate', { name: tps.name, other: other.row.row }));
      continue;
    }
    if (tps) clients.set(tps.id, read);
    // A customer's own row says nothing while its decision is blank.
    if (!qbo || (!tps && read.decision === null)) continue;
    const rival = customers.get(qbo.id);
    if (rival) {
      const id = tps || rival.tps ? 'file.sameCustomer' : 'file.duplicate';
      problems.push(row.about('qbo', id, { name: qbo.name, other: rival.row.row }));
    } else customers.set(qbo.id, read);
  }
  return problems;
}

/** Customers that are to be paired although a client without row in the file has them. */
export function takenIn(reads: readonly ReadClient[], people: People): Phrase[] {
  const inFile = new Set(reads.flatMap(({ tps }) => (tps ? [tps.id] : [])));
  return reads.flatMap(({ row, tps, qbo, decision }) => {
    const owner = qbo && people.rowOfQbo.get(qbo.id)?.tps;
    if (decision !== 'pair' || !owner || owner.id === tps?.id || inFile.has(owner.id)) return [];
    return [row.about('qbo', 'file.taken', { name: qbo.name, client: owner.name })];
  });
}

/** A pair that documents hang on cannot be taken apart. */
export function tornApart({ row, decision, qbo, now }: ReadClient, { scene }: FileSetUp): Phrase[] {
  if (!now.tps || !now.qbo || decision === 'exclude') return [];
  if (decision === 'pair' && qbo?.id === now.qbo.id) return [];
  const { id, name } = now.tps;
  let documents = 0;
  for (const { base } of scene.links.all) {
    if (base.tps.kind !== 'client' && base.tps.clientId === id) documents++;
  }
  return documents > 0 ? [row.about('qbo', 'file.linked', { client: name, documents })] : [];
}
