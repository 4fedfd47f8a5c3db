/**
 * Why the two receivables differ, to the cent. What each system itself reports is the truth to be
 * explained; the documents are the explanation; what they do not explain is *unexplained*.
 */
import { type Cents, cents } from '../ledger/cents';
import type { LinkIndex } from '../ledger/link';
import type { Both, Side } from '../ledger/side';
import type { Snapshot } from '../ledger/snapshot';
import { type Phrase, phrase } from '../wording/phrase';

/** What one document still does to its client's balance. */
interface OpenItem {
  readonly side: Side;
  readonly kind: 'invoice' | 'payment' | 'foreign';
  readonly id: string;
  readonly clientId: string;
  readonly openCents: number;
}

export interface TieOutInput {
  readonly now: Both<Snapshot>;
  readonly links: LinkIndex;
  /** A/R by client as each system reports it. */
  readonly reported: Both<{ totalCents: Cents; byClient: ReadonlyMap<string, Cents> }>;
  /** The client that stands for this one: another for a sub-customer that is rolled up. */
  readonly ownerOf: (side: Side, id: string) => string;
  /** Why a document is not carried over, by `side:kind:id`; null when nothing is known. */
  readonly causeOfDocument: (side: Side, kind: string, id: string) => Phrase | null;
  /** Why a whole client is not synced; null when it is. */
  readonly causeOfClient: (side: Side, id: string) => Phrase | null;
}

export interface ClientDifference {
  readonly name: string;
  readonly tpsId: string | null;
  readonly qboId: string | null;
  readonly tpsCents: Cents;
  readonly qboCents: Cents;
  /** TPS minus QuickBooks. */
  readonly differenceCents: Cents;
  readonly causes: readonly { readonly cause: Phrase; readonly differenceCents: Cents }[];
  readonly unexplainedCents: Cents;
}

export interface TieOut {
  readonly tpsCents: Cents;
  readonly qboCents: Cents;
  readonly clients: readonly ClientDifference[];
  readonly clientsCompared: number;
  readonly named: readonly {
    readonly cause: Phrase;
    readonly differenceCents: Cents;
    readonly clients: readonly { readonly name: string; readonly differenceCents: Cents }[];
  }[];
  readonly unexplainedCents: Cents;
}

interface Account {
  tpsId: string | null;
  qboId: string | null;
}

/** Explains the difference between both sides, client by client. */
export function tieOut(input: TieOutInput): TieOut {
  const accounts = accountsOf(input);
  const items = itemsByClient(input);
  const reported = { tps: byOwner(input, 'tps'), qbo: byOwner(input, 'qbo') };
  const clients = accounts.map((account) => explain(account, input, items, reported));
  const differing = clients.filter((c) => c.differenceCents !== 0 || c.unexplainedCents !== 0);
  const tpsCents = input.reported.tps.totalCents;
  const qboCents = input.reported.qbo.totalCents;
  const named = groupCauses(differing);
  const explained = named.reduce((sum, n) => sum + n.differenceCents, 0);
  return {
    tpsCents,
    qboCents,
    clients: differing,
    clientsCompared: clients.length,
    named,
    unexplainedCents: cents(tpsCents - qboCents - explained),
  };
}

function accountsOf(input: TieOutInput): Account[] {
  const accounts: Account[] = [];
  const ids = (side: Side) =>
    new Set([...input.now[side].clients.keys(), ...input.reported[side].byClient.keys()]);
  for (const tpsId of ids('tps')) {
    accounts.push({ tpsId, qboId: input.links.twin('tps', 'client', tpsId) });
  }
  for (const qboId of ids('qbo')) {
    if (input.ownerOf('qbo', qboId) !== qboId) continue;
    if (input.links.twin('qbo', 'client', qboId) === null) accounts.push({ tpsId: null, qboId });
  }
  return accounts;
}

function itemsByClient({ now, ownerOf }: TieOutInput): Map<string, OpenItem[]> {
  const byClient = new Map<string, OpenItem[]>();
  const add = (item: OpenItem) => {
    if (item.openCents === 0) return;
    const key = `${item.side}:${ownerOf(item.side, item.clientId)}`;
    const list = byClient.get(key);
    if (list) list.push(item);
    else byClient.set(key, [item]);
  };
  for (const { side, invoices, payments, foreign } of [now.tps, now.qbo]) {
    for (const { id, clientId, balanceCents } of invoices.values()) {
      add({ side, kind: 'invoice', id, clientId, openCents: balanceCents });
    }
    for (const { id, clientId, unappliedCents } of payments.values()) {
      add({ side, kind: 'payment', id, clientId, openCents: -unappliedCents });
    }
    for (const { id, clientId, openCents } of foreign) {
      add({ side, kind: 'foreign', id, clientId, openCents });
    }
  }
  return byClient;
}

function explain(
  account: Account,
  input: TieOutInput,
  items: ReadonlyMap<string, OpenItem[]>,
  reported: Reported,
): ClientDifference {
  const { tpsId, qboId } = account;
  const tpsCents = reportedFor(reported, 'tps', tpsId);
  const qboCents = reportedFor(reported, 'qbo', qboId);
  const tpsItems = tpsId === null ? [] : (items.get(`tps:${tpsId}`) ?? []);
  const qboItems = qboId === null ? [] : (items.get(`qbo:${qboId}`) ?? []);
  const byCause = new Map<string, { cause: Phrase; differenceCents: number }>();
  let documents = 0;
  const seen = new Set<OpenItem>();
  for (const item of [...tpsItems, ...qboItems]) {
    if (seen.has(item)) continue;
    const twin = twinItem(item, item.side === 'tps' ? qboItems : tpsItems, input.links);
    if (twin) seen.add(twin);
    const sign = item.side === 'tps' ? 1 : -1;
    const difference = sign * (item.openCents - (twin?.openCents ?? 0));
    documents += difference;
    if (difference === 0) continue;
    const cause = causeOf(item, account, input);
    const key = JSON.stringify(cause);
    const sum = byCause.get(key)?.differenceCents ?? 0;
    byCause.set(key, { cause, differenceCents: sum + difference });
  }
  const differenceCents = cents(tpsCents - qboCents);
  const client = input.now.tps.clients.get(tpsId ?? '') ?? input.now.qbo.clients.get(qboId ?? '');
  return {
    name: client?.name ?? `#${tpsId ?? qboId}`,
    tpsId,
    qboId,
    tpsCents,
    qboCents,
    differenceCents,
    causes:
      differenceCents === 0 && documents === 0
        ? []
        : [...byCause.values()]
            .filter((c) => c.differenceCents !== 0)
            .map((c) => ({ cause: c.cause, differenceCents: cents(c.differenceCents) })),
    unexplainedCents: cents(differenceCents - documents),
  };
}

function reportedFor(reported: Reported, side: Side, id: string | null): Cents {
  return id === null ? cents(0) : (reported[side].get(id) ?? cents(0));
}

/** A/R by the client that stands for each. */
type Reported = Both<ReadonlyMap<string, Cents>>;

function byOwner(input: TieOutInput, side: Side): ReadonlyMap<string, Cents> {
  const sums = new Map<string, Cents>();
  for (const [clientId, amountCents] of input.reported[side].byClient) {
    const owner = input.ownerOf(side, clientId);
    sums.set(owner, cents((sums.get(owner) ?? 0) + amountCents));
  }
  return sums;
}

function twinItem(
  item: OpenItem,
  others: readonly OpenItem[],
  links: LinkIndex,
): OpenItem | undefined {
  if (item.kind !== 'invoice' && item.kind !== 'payment') return undefined;
  const twinId = links.twin(item.side, item.kind, item.id);
  return others.find((other) => other.kind === item.kind && other.id === twinId);
}

function causeOf(item: OpenItem, account: Account, input: TieOutInput): Phrase {
  const own = input.causeOfDocument(item.side, item.kind, item.id);
  const twinId =
    item.kind === 'invoice' || item.kind === 'payment'
      ? input.links.twin(item.side, item.kind, item.id)
      : null;
  const other = item.side === 'tps' ? 'qbo' : 'tps';
  const twin =
    twinId === null || item.kind === 'foreign'
      ? undefined
      : input.now[other][item.kind === 'invoice' ? 'invoices' : 'payments'].get(twinId);
  return (
    input.causeOfClient(item.side, item.clientId) ??
    (twin ? input.causeOfClient(other, twin.clientId) : null) ??
    (account.tpsId === null ? null : input.causeOfClient('tps', account.tpsId)) ??
    (account.qboId === null ? null : input.causeOfClient('qbo', account.qboId)) ??
    own ??
    (twinId === null ? null : input.causeOfDocument(other, item.kind, twinId)) ??
    phrase(twinId === null ? 'cause.notSynced' : 'cause.differs')
  );
}

function groupCauses(clients: readonly ClientDifference[]): TieOut['named'] {
  const groups = new Map<
    string,
    { cause: Phrase; sum: number; clients: { name: string; differenceCents: Cents }[] }
  >();
  for (const client of clients) {
    for (const { cause, differenceCents } of client.causes) {
      const key = JSON.stringify(cause);
      const group = groups.get(key) ?? { cause, sum: 0, clients: [] };
      group.sum += differenceCents;
      group.clients.push({ name: client.name, differenceCents });
      groups.set(key, group);
    }
  }
  return [...groups.values()]
    .map((g) => ({ cause: g.cause, differenceCents: cents(g.sum), clients: g.clients }))
    .sort((a, b) => Math.abs(b.differenceCents) - Math.abs(a.differenceCents));
}
