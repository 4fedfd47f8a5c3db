import type { Client } from '../ledger/entities';
import { bareName, wordSet } from './names';

/**
 * Answers, for a client, the name of a client among `others` that it could well be: then a person
 * decides before a new one is created. Strict on purpose; the set-up page casts a wider net.
 */
export function similarClients(others: Iterable<Client>): (client: Client) => string | null {
  const known = new Map<string, string>();
  for (const other of others) {
    if (other.status === 'deleted') continue;
    for (const key of keysOf(other)) if (!known.has(key)) known.set(key, other.name);
  }
  return (client) => {
    for (const key of keysOf(client)) {
      const name = known.get(key);
      if (name !== undefined) return name;
    }
    return null;
  };
}

function keysOf(client: Client): string[] {
  const keys = [`n:${bareName(client.name)}`, `w:${wordSet(client.name)}`];
  const email = client.email.trim().toLowerCase();
  if (email !== '') keys.push(`e:${email}`);
  return keys;
}
