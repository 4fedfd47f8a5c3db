import { noSeatThere, type Seat, type Together } from '../platform/meeting';
import type { BooksPort, Lane } from '../port/books-port';
import type { TpsDeps } from './deps';
import { findByMarker } from './find-by-marker';
import { createFirmGuard, type FirmGuard } from './firm-guard';
import { gathering, PARALLEL_MAX } from './gathered';
import { tpsPage } from './page-of';
import { readOne, recordIn } from './read/one';
import { probe } from './read/probe';
import { pullAll, pullSince } from './read/pull';
import { rawLists } from './read/raw';
import { receivable } from './read/receivable';
import { referencesOf } from './read/references';
import { createTpsTransport, type TpsTransport } from './transport';
import {
  createRecord,
  removeRecord,
  setClientActive,
  setNumber,
  setTag,
  updateRecord,
  voidRecord,
  writePaymentLink,
} from './write/operations';

/**
 * TPS Cloud Axis as the runner sees it.
 *
 * @example
 * const tps = createTpsPort({ fetch, now: Date.now, session: browserTpsSession(), firmId });
 * const { records, watermark } = await tps.pullAll(() => {});
 */
export function createTpsPort(deps: TpsDeps): BooksPort {
  const transport = createTpsTransport(deps);
  const firm = createFirmGuard(deps, transport);
  const transportAt = gathering(transport);
  /** What several have read side by side is asked about once, when all of it has been read. */
  const asked: Together<null, void> = async (all) => {
    const [one] = await Promise.allSettled([firm.pulled()]);
    return all.map(() => one);
  };
  return booksOver(transport, firm, deps, (seat) => {
    const firmAt = { ...firm, pulled: () => seat.atLast(asked, null) };
    return booksOver(transportAt(seat), firmAt, deps, noSeatThere);
  });
}

/** Each is a request of its own; they share what the journal says of them. */
const LANES: readonly Lane[] = [
  { atMost: 3 * PARALLEL_MAX, atLeast: 1 },
  { atMost: 3 * PARALLEL_MAX, atLeast: 3 * PARALLEL_MAX },
];

function booksOver(
  transport: TpsTransport,
  firm: FirmGuard,
  deps: TpsDeps,
  at: (seat: Seat) => BooksPort,
): BooksPort {
  const pulling = async <T>(act: () => Promise<T>): Promise<T> => {
    await firm.read();
    const result = await act();
    await firm.pulled();
    return result;
  };
  const writing = async <T>(act: () => Promise<T>): Promise<T> => {
    await firm.write();
    return act();
  };
  return {
    side: 'tps',
    lanes: LANES,
    at,
    identify: () => firm.identify(),
    references: () => pulling(() => referencesOf(transport)),
    pullAll: (onRead) => pulling(() => pullAll(transport, onRead)),
    pullSince: (watermark, onRead) => pulling(() => pullSince(transport, watermark, onRead)),
    receivable: () => pulling(() => receivable(transport)),
    async read(kind, id) {
      await firm.read();
      const reply = await readOne(transport, kind, id);
      return reply && recordIn(kind, reply);
    },
    create: (draft) => writing(() => createRecord(transport, draft)),
    update: (id, version, draft) => writing(() => updateRecord(transport, id, version, draft)),
    void: (kind, id, version) => writing(() => voidRecord(transport, kind, id, version)),
    remove: (kind, id, version) => writing(() => removeRecord(transport, kind, id, version)),
    setActive: (id, version, active) =>
      writing(() => setClientActive(transport, id, version, active)),
    makeTopLevel: async () => {
      throw new Error('TPS clients are flat');
    },
    paymentLink: async () => null,
    setPaymentLink: (id, version, link) =>
      writing(() => writePaymentLink(transport, id, version, link)),
    setNumber: (id, version, number) => writing(() => setNumber(transport, id, version, number)),
    setTag: (id, version, marker) => writing(() => setTag(transport, id, version, marker)),
    async findByMarker(marker, draft, since, except) {
      await firm.read();
      const found = await findByMarker(transport, marker, draft, since, except);
      // What was not sent before and is not there is sent next, which asks who is signed in.
      if (found || since === null) await firm.pulled();
      return found;
    },
    rawLists: () => rawLists(transport, pulling),
    probe: () => pulling(() => probe(transport, deps.now)),
    pageOf: (kind, id) => tpsPage(kind, id, deps.origin),
  };
}
