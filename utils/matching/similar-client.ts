import type { Client } from '../ledger/entities';
import { bareName, wordSet } from './names';

/**
 * The name of a client of the other side that this one could well be: then a person decides before
 * a new one is created. Strict on purpose; the set-up page casts a wider net.
 */
export function similarClient(client: Client, others: ReadonlyMap<string, Client>): string | null {
  const bare = bareName(client.name);
  const words = wordSet(client.name);
  const email = client.email.trim().toLowerCase();
  for (const other of others.values()) {
    if (other.status === 'deleted') continue;
    if (bareName(other.name) === bare || wordSet(other.name) === words) return other.name;
    if (email !== '' && other.email.trim().toLowerCase() === email) return other.name;
  }
  return null;
}
