/** The one request, or the few, that an intent comes down to. */
import type { Draft } from '../ledger/drafts';
import type { LedgerRecord } from '../ledger/entities';
import { isLinkable, type Linkable } from '../ledger/link';
import { markerText, stamped } from '../ledger/marker';
import { type Both, otherSide, type Side } from '../ledger/side';
import type { BooksPort } from '../port/books-port';
import type { Intent, IntentAct } from '../sync/intent';
import { isOfOriginal, removeOriginal } from './original';

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
  const { verb, type, targetId } = intent;
  const port = ports[intent.to];
  const { act } = intent;
  if (act && targetId !== null) {
    return sendAct(ports, { ...intent, act }, port, targetId, version, twinId, firm);
  }
  if (verb === 'delete' && isOfOriginal(intent)) {
    await removeOriginal(port, intent, version);
    return null;
  }
  if (verb === 'delete' && targetId !== null) {
    await port.remove(type, targetId, version);
    return null;
  }
  if (verb === 'void' && targetId !== null && type !== 'client') {
    return linkable(await port.void(type, targetId, version));
  }
  if (!draft) throw new Error(`nothing to send for ${intent.key}`);
  return linkable(
    verb === 'create' || targetId === null
      ? await port.create(draft, key)
      : await port.update(targetId, version, draft, key),
  );
}

async function sendAct(
  ports: Both<BooksPort>,
  { act, draft }: Intent & { act: IntentAct },
  port: BooksPort,
  targetId: string,
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
    case 'freeNumber': {
      if (draft?.kind !== 'invoice') throw new Error('no number to give up');
      return linkable(await port.setNumber(targetId, version, draft.number));
    }
  }
}

/** The tag of an invoice on `side`: it names its twin. */
function tagOf(side: Side, twinId: string, firm: string): string {
  const marker = markerText({ side: otherSide(side), type: 'invoice', id: twinId });
  return stamped(marker, firm) ?? marker;
}

/** Is what an act wants already so? */
export function actHolds({ act, draft }: Intent, now: Linkable): boolean {
  // Which one it shall name is known when it is sent; sent again, it is the same.
  if (act === 'tag') return false;
  if (act === 'freeNumber') {
    return now.kind === 'invoice' && draft?.kind === 'invoice' && now.number === draft.number;
  }
  if (act === 'paymentLink') return now.kind === 'invoice' && now.paymentLink !== null;
  if (now.kind !== 'client') return false;
  if (act === 'topLevel') return now.parentId === null;
  return (now.status === 'active') === (act === 'activate');
}

/** Throws for a record that cannot be anybody's twin: a port gave what it must not give. */
export function linkable(record: LedgerRecord): Linkable {
  if (!isLinkable(record)) throw new Error(`unexpected record: ${record.kind}`);
  return record;
}
