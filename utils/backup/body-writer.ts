import { idsIn } from '../port/ids-in';
import type { RawEntity, Shelf } from '../port/raw-entities';
import type { RawPage } from '../port/raw-list';
import type { BackupCounts } from '../store/backup-record';
import { type BackupLine, noCounts } from './format';
import type { ScratchFile } from './scratch';

/** The list that is being written now, and where it began. */
interface OpenList {
  readonly shelf: Shelf;
  readonly entity: RawEntity;
  readonly startBytes: number;
  readonly startPages: number;
  readonly ids: Set<string>;
}

/**
 * Writes the pages of one list after another and counts their rows. One page is held at a time, and
 * the ids of one list.
 */
export class BodyWriter {
  readonly counts: BackupCounts = noCounts();
  #pages = 0;
  #open: OpenList | null = null;

  constructor(private readonly file: ScratchFile) {}

  /** Lines written, those of void pages not counted. */
  get pages(): number {
    return this.#pages;
  }

  /** Rows of the list that is being written. Throws RangeError for a page that has no rows' ids. */
  async write(shelf: Shelf, entity: RawEntity, { page, body }: RawPage): Promise<number> {
    const list = page === 1 ? await this.#begin(shelf, entity) : this.#open;
    if (list?.shelf !== shelf || list.entity !== entity) {
      throw new RangeError(`page ${page} of ${entity} without a first page`);
    }
    const ids = idsIn(shelf, entity, body);
    if (ids === null) throw new RangeError(`page ${page} of ${entity} is no list of rows`);
    const line: BackupLine = { shelf, entity, page, body };
    await this.file.append(new TextEncoder().encode(`${JSON.stringify(line)}\n`));
    for (const id of ids) list.ids.add(id);
    this.#pages += 1;
    this.counts[shelf][entity] = list.ids.size;
    return list.ids.size;
  }

  /** A first page: of the next list, or of this one, read anew. */
  async #begin(shelf: Shelf, entity: RawEntity): Promise<OpenList> {
    const before = this.#open;
    const isAnew = before?.shelf === shelf && before.entity === entity;
    if (isAnew) {
      await this.file.cutTo(before.startBytes);
      this.#pages = before.startPages;
    }
    this.#open = {
      shelf,
      entity,
      startBytes: this.file.bytes,
      startPages: this.#pages,
      ids: new Set(),
    };
    return this.#open;
  }
}
