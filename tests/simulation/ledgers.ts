/** What must be true of the two books, seen in the stand-ins' own ledgers. */
import type { Sent } from '../contract/scene/site-fetch';
import { isWriteRequest } from '../sandbox/traffic';
import type { Office } from './office';

/** Documents that stand twice on one side: same marker, or same number for the same client. */
export function duplicatesIn(office: Pick<Office, 'books' | 'company'>): string[] {
  const found: string[] = [];
  const seen = new Map<string, string>();
  const note = (key: string, id: string) => {
    const before = seen.get(key);
    if (before !== undefined) found.push(`${key}: ${before} and ${id}`);
    else seen.set(key, id);
  };
  for (const doc of office.company.ledger().documents) {
    // A payment of 0.00 only applies a journal entry, and carries its marker.
    if (doc.voided || doc.deleted || doc.totalCents === 0) continue;
    const marker = /\[TPS(?:#\w+)? [a-z]+ \d+\]/.exec(doc.privateNote ?? '');
    if (marker) note(`QBO ${marker[0]}`, doc.id);
    if (doc.entity === 'Invoice' && doc.docNumber) note(`QBO invoice ${doc.docNumber}`, doc.id);
  }
  for (const doc of office.books.ledger().documents) {
    if (doc.status === 'void') continue;
    const marker = /\[QBO(?:#\w+)? [a-z]+ \d+\]/.exec(doc.description);
    if (marker) note(`TPS ${marker[0]}`, String(doc.id));
    if (doc.type === 'invoice') note(`TPS invoice ${doc.number}`, String(doc.id));
  }
  return found;
}

/** Everything that a second look must find unchanged: the documents of both sides. */
export function picture(office: Pick<Office, 'books' | 'company'>): unknown {
  return {
    qbo: office.company
      .ledger()
      .documents.filter((doc) => !doc.deleted)
      .map((doc) => [doc.entity, doc.docNumber, doc.customerId, doc.totalCents, doc.balanceCents])
      .map(String)
      .sort(),
    tps: office.books
      .ledger()
      .documents.map((doc) => [
        doc.type,
        doc.clientId,
        doc.totalCents,
        doc.balanceCents,
        doc.status,
      ])
      .map(String)
      .sort(),
  };
}

/** Could this request change something? */
export function isWrite({ method, url, body }: Sent): boolean {
  const { pathname, search } = new URL(url);
  return isWriteRequest(method, `${pathname}${search}`, body);
}

/** Requests that change something, by what the two sites saw. */
export function writesSeen(office: Office): string[] {
  return [...office.sites.tps.sent, ...office.sites.qbo.sent]
    .filter(isWrite)
    .map(({ method, url }) => `${method} ${new URL(url).pathname}`);
}
