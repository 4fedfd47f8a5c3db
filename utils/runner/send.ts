/** The one request, or the few, that an intent comes down to. */
import type { Draft } from '../ledger/drafts';
import type { LedgerRecord } from '../ledger/entities';
import { isLinkable, type Linkable } from '../ledger/link';
import { markerText, stamped } from '../ledger/marker';
import { type Both, otherSide, type Side } from '../ledger/side';
import type { BooksPort } from '../port/books-port';
import type { ActIntent, Intent, RenumberIntent } from '../sync/intent';
import { removeOriginal } from './original';

/** What came of it: null after a delete, or `noLink` where QBO has no address to pay online. */
export type Sent = Linkable | null | 'noLink';

/** @param twinId id of the record's twin, for an act that is about both. */
export async function send(
  ports: Both<BooksPort>,
  intent: Intent,
  draft: Draft | null,
  version: string,
  key: string,
  twinId: string | null,
  firm: string,
): Promise<Sent> {
  const { does, type } = intent;
  const port = ports[intent.to];
  switch (does) {
    case 'create':
    case 'reenter':
      return linkable(await port.create(mustHave(draft, intent), key));
    case 'replace':
      if (intent.part === 'adjustment') {
        return linkable(await port.create(mustHave(draft, intent), key));
      }
      await removeOriginal(port, intent, version);
      return null;
    case 'update':
    case 'detach':
    case 'restore': {
      const { id } = intent.target;
      return linkable(await port.update(id, version, mustHave(draft, intent), key));
    }
    case 'void':
      if (type === 'client') throw new Error(`no client is voided: ${intent.key}`);
      return linkable(await port.void(type, intent.target.id, version));
    case 'delete':
      await port.remove(type, intent.target.id, version);
      return null;
    case 'renumber':
      return linkable(await port.setNumber(intent.target.id, version, intent.draft.number));
    case 'act':
      return sendAct(ports, intent, port, version, twinId, firm);
    case 'link':
      throw new Error(`nothing to send for ${intent.key}`);
  }
}

function mustHave(draft: Draft | null, { key }: Intent): Draft {
  if (!draft) throw new Error(`nothing to send for ${key}`);
  return draft;
}

async function sendAct(
  ports: Both<BooksPort>,
  { act, target: { id: targetId } }: ActIntent,
  port: BooksPort,
  version: string,
  twinId: string | null,
  firm: string,
): Promise<Sent> {
  switch (act) {
    case 'activate':
      return linkable(await port.setActive(targetId, version, true));
    case 'deactivate':
      return linkable(await port.setActive(targetId, version, false));
    case 'topLevel':
      return linkable(await port.makeTopLevel(targetId, version));
    case 'paymentLink': {
      const link = twinId === null ? null : await ports.qbo.paymentLink(twinId);
      return link === null
        ? 'noLink'
        : linkable(await port.setPaymentLink(targetId, version, link));
    }
    case 'tag': {
      if (twinId === null) throw new Error(`no twin of ${targetId} to name`);
      return linkable(await port.setTag(targetId, version, tagOf(port.side, twinId, firm)));
    }
  }
}

/** The tag of an invoice on `side`: it names its twin. */
function tagOf(side: Side, twinId: string, firm: string): string {
  const marker = markerText({ side: otherSide(side), type: 'invoice', id: twinId });
  return stamped(marker, firm) ?? marker;
}

/** Is what an act wants already so? */
export function actHolds(intent: ActIntent | RenumberIntent, now: Linkable): boolean {
  if (intent.does === 'renumber') {
    return now.kind === 'invoice' && now.number === intent.draft.number;
  }
  switch (intent.act) {
    // Which one it shall name is known when it is sent; sent again, it is the same.
    case 'tag':
      return false;
    case 'paymentLink':
      return now.kind === 'invoice' && now.paymentLink !== null;
    case 'topLevel':
      return now.kind === 'client' && now.parentId === null;
    case 'activate':
      return now.kind === 'client' && now.status === 'active';
    case 'deactivate':
      return now.kind === 'client' && now.status !== 'active';
  }
}

/** Throws for a record that cannot be anybody's twin: a port gave what it must not give. */
export function linkable(record: LedgerRecord): Linkable {
  if (!isLinkable(record)) throw new Error(`unexpected record: ${record.kind}`);
  return record;
}
