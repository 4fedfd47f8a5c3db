import type { BooksPort, Writable } from '../runner/port';
import type { QboDeps } from './deps';
import { findByMarker } from './find-by-marker';
import { qboPage } from './page-of';
import { booksOf } from './read/identify';
import { readOne, recordIn } from './read/one';
import { pullAll } from './read/pull-all';
import { pullSince } from './read/pull-since';
import { receivable } from './read/receivable';
import { referencesOf } from './read/references';
import { createQboTransport } from './transport';
import { createRecord, removeRecord, updateRecord, voidRecord } from './write/operations';

/**
 * QuickBooks Online as the runner sees it.
 *
 * @example
 * const qbo = createQboPort({ fetch, now: Date.now, sleep, session: browserQboSession(), budget, realm });
 * const { records, watermark } = await qbo.pullAll(() => {});
 */
export function createQboPort(deps: QboDeps): BooksPort {
  const transport = createQboTransport(deps);
  return {
    side: 'qbo',
    async identify() {
      return booksOf(transport, await transport.currentRealm());
    },
    async references() {
      const { country } = await booksOf(transport, await transport.currentRealm());
      return referencesOf(transport, country);
    },
    pullAll: (onRead) => pullAll(transport, onRead),
    pullSince: (watermark, onRead) => pullSince(transport, watermark, deps.now(), onRead),
    receivable: () => receivable(transport),
    async read(kind: Writable, id) {
      const reply = await readOne(transport, kind, id);
      return reply && recordIn(kind, reply);
    },
    create: (draft, key) => createRecord(transport, draft, key),
    update: (id, version, draft, key) => updateRecord(transport, id, version, draft, key),
    void: (kind, id, version) => voidRecord(transport, kind, id, version),
    remove: (kind, id, version) => removeRecord(transport, kind, id, version),
    findByMarker: (marker, draft) => findByMarker(transport, marker, draft, deps.now()),
    pageOf: qboPage,
  };
}
