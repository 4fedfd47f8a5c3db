import type { Client } from '../ledger/entities';
import { nameForQbo } from '../ledger/refused-draft';
import type { Snapshot } from '../ledger/snapshot';

/**
 * The name under which a client can be created on the other side: its own, or `Name (C)` where a
 * vendor, an employee or an inactive customer has it. A person is asked before that is used.
 */
export function freeName(client: Client, other: Pick<Snapshot, 'references' | 'clients'>): string {
  const taken = takenOn(other);
  const own = client.side === 'tps' ? nameForQbo(client.name) : client.name;
  let name = own;
  for (let n = 1; taken.has(spelling(name)); n++) {
    name = `${own} (C${n === 1 ? '' : n})`;
  }
  return name;
}

const known = new WeakMap<Snapshot['clients'], ReadonlySet<string>>();

function takenOn({ clients, references }: Pick<Snapshot, 'references' | 'clients'>) {
  let taken = known.get(clients);
  if (!taken) {
    const names = new Set(references.takenNames.map(spelling));
    // TPS knows clients by their Client ID: two may have the same name.
    for (const client of clients.values()) {
      if (client.side === 'qbo' && client.parentId === null) {
        names.add(spelling(client.name.replace(DELETED, '')));
      }
    }
    taken = names;
    known.set(clients, taken);
  }
  return taken;
}

/** QBO appends this to the name of an inactive customer (recorded for several lists). */
const DELETED = / \(deleted\)$/;

/** QBO compares names without regard to case. */
function spelling(name: string): string {
  return name.trim().toLowerCase();
}
