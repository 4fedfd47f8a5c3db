import { patiently } from '../port/patiently';
import { SHELVES, type Shelf } from '../port/raw-entities';
import type { RawList } from '../port/raw-list';
import type { BackupProgress } from '../store/backup-record';
import type { PairRow } from '../store/rows';
import { BodyWriter } from './body-writer';
import { type BackupHead, FORMAT, VERSION } from './format';
import { pack } from './pack';
import { type BackupContents, readBackup } from './read';
import { BACKUP_FILE, BODY_FILE, type Scratch } from './scratch';

/** A person stopped it. */
export class BackupStopped extends Error {
  constructor() {
    super('stopped');
    this.name = 'BackupStopped';
  }
}

export interface BackupWork {
  readonly pair: PairRow;
  readonly lists: { readonly [S in Shelf]: readonly RawList[] };
  readonly scratch: Scratch;
  readonly now: () => Date;
  readonly sleep: (ms: number) => Promise<void>;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: BackupProgress) => void;
}

/**
 * Reads everything into `BACKUP_FILE` of the scratch, opens that file again and checks it. Throws
 * PortError when a system fails, BackupStopped when the signal says so; then there is no file.
 */
export async function makeBackup(work: BackupWork): Promise<BackupContents> {
  const { pair, lists, scratch, signal } = work;
  await scratch.clear();
  const madeAt = work.now().toISOString();
  const bodyFile = await scratch.create(BODY_FILE);
  const body = new BodyWriter(bodyFile);
  const jobs = SHELVES.flatMap((shelf) => lists[shelf].map((list) => ({ shelf, list })));
  let rowsBefore = 0;
  for (const [index, { shelf, list }] of jobs.entries()) {
    const { entity } = list;
    const tell = (stage: BackupProgress['stage'], rows: number) => {
      const place = { shelf, entity, list: index + 1, lists: jobs.length };
      work.onProgress({ stage, ...place, rows, rowsTotal: rowsBefore + rows });
    };
    tell('reading', 0);
    const read = () =>
      list.read(async (page) => {
        throwIfStopped(signal);
        tell('reading', await body.write(shelf, entity, page));
      });
    const sleep = async (ms: number) => {
      throwIfStopped(signal);
      await work.sleep(ms);
      throwIfStopped(signal);
    };
    await patiently(read, { now: work.now, sleep });
    rowsBefore += body.counts[shelf][entity] ?? 0;
    if (index === jobs.length - 1) tell('packing', 0);
  }
  throwIfStopped(signal);
  const head: BackupHead = {
    format: FORMAT,
    version: VERSION,
    madeAt,
    firm: pair.firm,
    company: pair.company,
    currency: pair.currency,
    counts: body.counts,
    pages: body.pages,
  };
  const file = await pack(head, await bodyFile.close(), await scratch.create(BACKUP_FILE));
  return readBackup(file);
}

function throwIfStopped(signal: AbortSignal): void {
  if (signal.aborted) throw new BackupStopped();
}
