import { noSeatThere, type Seat } from '../platform/meeting';
import type { BooksPort, Lane, PaymentsBefore, Pull } from '../port/books-port';
import type { SeatedNotes } from '../port/shared-notes';
import { BATCH_ITEMS_MAX } from './batch';
import type { QboDeps } from './deps';
import { findByMarker } from './find-by-marker';
import { gathering } from './gathered';
import { qboNotes } from './notes/shared-notes';
import { qboPage } from './page-of';
import { readForeign } from './read/foreign-now';
import { booksOf } from './read/identify';
import { paymentLink } from './read/payment-link';
import { probe } from './read/probe';
import { pullAll } from './read/pull-all';
import { changesAlone, pullSince } from './read/pull-since';
import { rawLists } from './read/raw';
import { readRecord } from './read/read-record';
import { receivable } from './read/receivable';
import { referencesOf } from './read/references';
import type { QboTransport } from './request';
import { createQboTransport } from './transport';
import { setActive } from './write/active';
import { removeForeign } from './write/foreign';
import { setNumber, setTag } from './write/head';
import { createItem } from './write/item';
import { createRecord, removeRecord, updateRecord, voidRecord } from './write/operations';
import { makeTopLevel } from './write/top-level';

/** The books, and the notes that the firm's browsers leave for each other in them. */
export interface QboPort extends BooksPort {
  readonly notes: SeatedNotes;
  /** What changed since a watermark; null where only all of it would be the truth. Never reads all. */
  changesAlone(watermark: string, before: PaymentsBefore): Promise<Pull | null>;
}

/**
 * QuickBooks Online as the runner sees it.
 *
 * @example
 * const qbo = createQboPort({ fetch, now: Date.now, sleep, session: browserQboSession(), budget, realm });
 * const { records, watermark } = await qbo.pullAll(() => {});
 */
export function createQboPort(deps: QboDeps): QboPort {
  const transport = createQboTransport(deps);
  const transportAt = gathering(transport, deps);
  return {
    ...booksOver(transport, deps, (seat) => booksOver(transportAt(seat), deps, noSeatThere)),
    notes: qboNotes(transport, transportAt),
    changesAlone: (watermark, before) =>
      changesAlone(transport, watermark, deps.now(), () => {}, before),
  };
}

/** Batches and what goes one by one share a budget: with much to do, both are used. */
const BATCH_LANES = 3;
const SINGLE_LANES = 4;

function lanesOf({ batchItems = BATCH_ITEMS_MAX }: QboDeps): readonly Lane[] {
  const batches = { atMost: batchItems, atLeast: 1 };
  const singles = { atMost: 1, atLeast: BATCH_LANES * batchItems };
  return [...Array(BATCH_LANES).fill(batches), ...Array(SINGLE_LANES).fill(singles)];
}

function booksOver(
  transport: QboTransport,
  deps: QboDeps,
  at: (seat: Seat) => BooksPort,
): BooksPort {
  return {
    side: 'qbo',
    lanes: lanesOf(deps),
    at,
    async identify() {
      return booksOf(transport, await transport.currentRealm());
    },
    async references(country) {
      const own = country ?? (await booksOf(transport, await transport.currentRealm())).country;
      return referencesOf(transport, own);
    },
    pullAll: (onRead) => pullAll(transport, onRead),
    pullSince: (watermark, onRead, before) =>
      pullSince(transport, watermark, deps.now(), onRead, before),
    receivable: () => receivable(transport),
    read: (kind, id) => readRecord(transport, kind, id),
    create: (draft, key) => createRecord(transport, draft, key),
    update: (id, version, draft, key) => updateRecord(transport, id, version, draft, key),
    void: (kind, id, version) => voidRecord(transport, kind, id, version),
    remove: (kind, id, version) => removeRecord(transport, kind, id, version),
    readForeign: (type, id) => readForeign(transport, type, id),
    removeForeign: (type, id, version) => removeForeign(transport, type, id, version),
    setActive: (id, version, active) => setActive(transport, id, version, active),
    makeTopLevel: (id, version) => makeTopLevel(transport, id, version),
    setNumber: (id, version, number) => setNumber(transport, id, version, number),
    setTag: (id, version, marker) => setTag(transport, id, version, marker),
    createItem: (name, accountId, key) => createItem(transport, name, accountId, key),
    paymentLink: (id) => paymentLink(transport, id),
    setPaymentLink: async () => {
      throw new Error('QBO makes its links itself');
    },
    findByMarker: (marker, draft, since, except) =>
      findByMarker(transport, marker, draft, deps.now(), since, except),
    rawLists: () => rawLists(transport),
    probe: () => probe(transport, deps.now),
    pageOf: qboPage,
  };
}
