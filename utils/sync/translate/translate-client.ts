import type { ClientDraft } from '../../ledger/drafts';
import type { Client } from '../../ledger/entities';
import { markerText } from '../../ledger/marker';

/** TPS Client IDs are short; this is the longest that we make up. */
const CODE_STEM_MAX = 6;

/** A client as a new one on the other side. TPS demands a Client ID, so one is made from the name. */
export function translateClient(client: Client, as?: string): ClientDraft {
  return {
    kind: 'client',
    name: as ?? client.name,
    code: client.side === 'tps' ? client.code : codeFromName(client),
    firstName: client.firstName,
    lastName: client.lastName,
    email: client.email,
    phone: client.phone,
    address: client.address,
    marker: markerText({ side: client.side, type: 'client', id: client.id }),
  };
}

/** `Lafontaine & Fils` with QBO id 187 as `LAFONT-187`: readable, and unique by the id. */
function codeFromName(client: Client): string {
  const stem = client.name
    .normalize('NFD')
    .replace(/[^A-Za-z0-9]/g, '')
    .slice(0, CODE_STEM_MAX)
    .toUpperCase();
  return `${stem || 'QBO'}-${client.id}`;
}
