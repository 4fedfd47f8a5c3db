/**
 * Why the two receivables differ, to the cent. What each system itself reports is the truth to be
 * explained; the documents are the explanation; what they do not explain is *unexplained*.
 */

import { type Cents, cents, sumCents, ZERO } from '../ledger/cents';
import type { RecordKind } from '../ledger/entities';
import type { QboId, TpsId } from '../ledger/ids';
import type { LinkIndex } from '../ledger/link';
import type { PlainDate } from '../ledger/plain-date';
import { sideKey } from '../ledger/record-key';
import type { Both, Side } from '../ledger/side';
import type { Snapshots } from '../ledger/snapshot';
import { type Phrase, phrase } from '../wording/phrase';
import { type LeftOut, leftOut, type Reported } from './future-dated';
import { groupBy } from './group-by';
import { type Offset, type OpenDifference, parted } from './offsets';
import { itemsByClient, type OpenItem, twinItem } from './open-items';

export interface TieOutInput {
  readonly now: Snapshots;
  readonly links: LinkIndex;
  /** The firm's day. */
  readonly today: PlainDate;
  /** A/R by client as each system reports it. */
  readonly reported: Reported;
  /** The client that stands for this one: another for a sub-customer that is rolled up. */
  readonly ownerOf: (side: Side, id: string) => string;
  /** Why a document is not carried over, by `side:kind:id`; null when nothing is known. */
  readonly causeOfDocument: (side: Side, kind: RecordKind, id: string) => Phrase | null;
  /** Why the documents of a client may not be all that moves its balance; null when they are. */
  readonly causeOfRest: (side: Side, id: string) => Phrase | null;
  /** Why a whole client is not synced; null when it is. */
  readonly causeOfClient: (side: Side, id: string) => Phrase | null;
}

export interface ClientDifference {
  readonly name: string;
  readonly tpsId: TpsId | null;
  readonly qboId: QboId | null;
  readonly tpsCents: Cents;
  readonly qboCents: Cents;
  /** TPS minus QuickBooks. */
  readonly differenceCents: Cents;
  readonly causes: readonly { readonly cause: Phrase; readonly differenceCents: Cents }[];
  readonly offsets: readonly Offset[];
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
  /** Documents that differ, and that no total shows. */
  readonly offsets: readonly (Offset & { readonly name: string })[];
  readonly unexplainedCents: Cents;
}

interface Account {
  tpsId: TpsId | null;
  qboId: QboId | null;
}

/** Explains the difference between both sides, client by client. */
export function tieOut(input: TieOutInput): TieOut {
  const accounts = accountsOf(input);
  const items = itemsByClient(input.now, input.ownerOf);
  const reported = { tps: byOwner(input, 'tps'), qbo: byOwner(input, 'qbo') };
  const future = leftOut(input.now, input.reported, input.today);
  const owned = { tps: idsByOwner(input, 'tps'), qbo: idsByOwner(input, 'qbo') };
  const clients = accounts.map((account) => {
    const { tpsId, qboId } = account;
    const futureCents = future.ofClients(
      owned.tps.get(tpsId ?? '') ?? [],
      owned.qbo.get(qboId ?? '') ?? [],
    );
    return explain(account, input, items, reported, futureCents);
  });
  const differing = clients.filter(
    ({ differenceCents, unexplainedCents, causes, offsets }) =>
      differenceCents !== 0 || unexplainedCents !== 0 || causes.length > 0 || offsets.length > 0,
  );
  const tpsCents = input.reported.tps.totalCents;
  const qboCents = input.reported.qbo.totalCents;
  const named = [...groupCauses(differing), ...leftOutOfTotals(future)];
  const explained = named.reduce((sum, n) => sum + n.differenceCents, 0);
  return {
    tpsCents,
    qboCents,
    clients: differing,
    clientsCompared: clients.length,
    named,
    offsets: differing.flatMap(({ name, offsets }) =>
      offsets.map((offset) => ({ ...offset, name })),
    ),
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

/** Those that each client stands for, itself among them. */
function idsByOwner({ now, ownerOf }: TieOutInput, side: Side): ReadonlyMap<string, string[]> {
  const owned = new Map<string, string[]>();
  for (const id of now[side].clients.keys()) {
    const owner = ownerOf(side, id);
    const ids = owned.get(owner);
    if (ids) ids.push(id);
    else owned.set(owner, [id]);
  }
  return owned;
}

function explain(
  account: Account,
  input: TieOutInput,
  items: ReadonlyMap<string, OpenItem[]>,
  reported: ByOwner,
  leftOutCents: Cents,
): ClientDifference {
  const { tpsId, qboId } = account;
  const tpsCents = reportedFor(reported, 'tps', tpsId);
  const qboCents = reportedFor(reported, 'qbo', qboId);
  const tpsItems = tpsId === null ? [] : (items.get(sideKey('tps', tpsId)) ?? []);
  const qboItems = qboId === null ? [] : (items.get(sideKey('qbo', qboId)) ?? []);
  const ofClient: OpenDifference[] = [];
  const ofDocuments: OpenDifference[] = [];
  const seen = new Set<OpenItem>();
  for (const item of [...tpsItems, ...qboItems]) {
    if (seen.has(item)) continue;
    const twin = twinItem(item, item.side === 'tps' ? qboItems : tpsItems, input.links) ?? null;
    if (twin) seen.add(twin);
    const sign = item.side === 'tps' ? 1 : -1;
    const difference = cents(sign * (item.openCents - (twin?.openCents ?? 0)));
    if (difference === 0) continue;
    const wholeClient = whyWholeClient(item, account, input);
    const one = { item, twin, differenceCents: difference };
    if (wholeClient) ofClient.push({ ...one, cause: wholeClient });
    else ofDocuments.push({ ...one, cause: whyDocument(item, input) });
  }
  const { shown, offsets } = parted(ofDocuments);
  const documentsCents = sumCents([...ofClient, ...ofDocuments].map((one) => one.differenceCents));
  const differenceCents = cents(tpsCents - qboCents);
  const restCents = cents(differenceCents - documentsCents);
  const whyRest = restCents === 0 ? null : restOf(account, input);
  const futureCents = whyRest ? ZERO : leftOutCents;
  const client = input.now.tps.clients.get(tpsId ?? '') ?? input.now.qbo.clients.get(qboId ?? '');
  return {
    name: client?.name ?? `#${tpsId ?? qboId}`,
    tpsId,
    qboId,
    tpsCents,
    qboCents,
    differenceCents,
    causes: [
      ...causesOf([...ofClient, ...shown]),
      ...(whyRest ? [{ cause: whyRest, differenceCents: restCents }] : []),
      ...ofFuture(futureCents),
    ],
    offsets,
    unexplainedCents: whyRest ? ZERO : cents(restCents - futureCents),
  };
}

/** A total may leave out what the balances of the clients have. */
function leftOutOfTotals({ ofTotals }: LeftOut): TieOut['named'] {
  return ofFuture(ofTotals).map((one) => ({ ...one, clients: [] }));
}

function ofFuture(differenceCents: Cents): ClientDifference['causes'] {
  return differenceCents === 0 ? [] : [{ cause: phrase('cause.futureDated'), differenceCents }];
}

function restOf({ tpsId, qboId }: Account, { causeOfRest }: TieOutInput): Phrase | null {
  return (
    (tpsId === null ? null : causeOfRest('tps', tpsId)) ??
    (qboId === null ? null : causeOfRest('qbo', qboId))
  );
}

function causesOf(differences: readonly OpenDifference[]): ClientDifference['causes'] {
  return groupBy(differences, ({ cause }) => JSON.stringify(cause))
    .map((group) => ({
      cause: group[0].cause,
      differenceCents: sumCents(group.map((one) => one.differenceCents)),
    }))
    .filter(({ differenceCents }) => differenceCents !== 0);
}

function reportedFor(reported: ByOwner, side: Side, id: string | null): Cents {
  return id === null ? cents(0) : (reported[side].get(id) ?? cents(0));
}

/** A/R by the client that stands for each. */
type ByOwner = Both<ReadonlyMap<string, Cents>>;

function byOwner(input: TieOutInput, side: Side): ReadonlyMap<string, Cents> {
  const sums = new Map<string, Cents>();
  for (const [clientId, amountCents] of input.reported[side].byClient) {
    const owner = input.ownerOf(side, clientId);
    sums.set(owner, cents((sums.get(owner) ?? 0) + amountCents));
  }
  return sums;
}

/** Why the client of a document, or of its twin, is not synced at all. */
function whyWholeClient(item: OpenItem, account: Account, input: TieOutInput): Phrase | null {
  const other = item.side === 'tps' ? 'qbo' : 'tps';
  const twinId = twinIdOf(item, input);
  const twin =
    twinId === null
      ? undefined
      : input.now[other][item.kind === 'invoice' ? 'invoices' : 'payments'].get(twinId);
  return (
    input.causeOfClient(item.side, item.clientId) ??
    (twin ? input.causeOfClient(other, twin.clientId) : null) ??
    (account.tpsId === null ? null : input.causeOfClient('tps', account.tpsId)) ??
    (account.qboId === null ? null : input.causeOfClient('qbo', account.qboId))
  );
}

function whyDocument(item: OpenItem, input: TieOutInput): Phrase {
  const other = item.side === 'tps' ? 'qbo' : 'tps';
  const twinId = twinIdOf(item, input);
  return (
    input.causeOfDocument(item.side, item.kind, item.id) ??
    (twinId === null ? null : input.causeOfDocument(other, item.kind, twinId)) ??
    phrase(twinId === null ? 'cause.notSynced' : 'cause.differs')
  );
}

function twinIdOf({ side, kind, id }: OpenItem, { links }: TieOutInput): string | null {
  return kind === 'foreign' ? null : links.twin(side, kind, id);
}

function groupCauses(clients: readonly ClientDifference[]): TieOut['named'] {
  const told = clients.flatMap(({ name, causes }) => causes.map((one) => ({ ...one, name })));
  return groupBy(told, ({ cause }) => JSON.stringify(cause))
    .map((group) => ({
      cause: group[0].cause,
      differenceCents: sumCents(group.map((one) => one.differenceCents)),
      clients: group.map(({ name, differenceCents }) => ({ name, differenceCents })),
    }))
    .sort((a, b) => Math.abs(b.differenceCents) - Math.abs(a.differenceCents));
}
