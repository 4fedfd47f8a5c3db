import { type Json, type JsonObject, objectAt, omit, textAt } from '../json';
import type { Book } from './book';

const ADDRESSES = [
  'BillAddr',
  'ShipAddr',
  'ShipFromAddr',
  'PrimaryAddr',
  'CompanyAddr',
  'LegalAddr',
  'CustomerCommunicationAddr',
] as const;

/** ISO-3 codes by what people write. Unknown countries stay as they are. */
const COUNTRIES: Readonly<Record<string, string>> = {
  ca: 'CAN',
  can: 'CAN',
  canada: 'CAN',
  us: 'USA',
  usa: 'USA',
  'united states': 'USA',
  'united states of america': 'USA',
};
const COORDINATES: ReadonlySet<string> = new Set(['Lat', 'Long']);

function clean(book: Book, address: JsonObject): JsonObject {
  const country = textAt(address, 'Country');
  const iso = country === undefined ? undefined : COUNTRIES[country.trim().toLowerCase()];
  const plain = 'Lat' in address || 'Long' in address ? omit(address, COORDINATES) : address;
  const keeps = iso === undefined || iso === country || book.switches.addressCountry === 'asSent';
  return keeps ? plain : { ...plain, Country: iso };
}

/** Since 2025 addresses come back with ISO-3 countries, without coordinates (Intuit blog 2025-08-13). */
export function withCleanAddresses(book: Book, from: JsonObject): JsonObject {
  let out: Record<string, Json | undefined> | undefined;
  for (const key of ADDRESSES) {
    const address = objectAt(from, key);
    if (!address) continue;
    const cleaned = clean(book, address);
    if (cleaned === address) continue;
    out ??= { ...from };
    out[key] = cleaned;
  }
  return out ?? from;
}
