/** Makes backups in the worker, one at a time, and remembers what is known of the newest one. */
import { backupFileName } from '../backup/file-name';
import { BackupStopped, makeBackup } from '../backup/make';
import { ownLists } from '../backup/own-lists';
import type { BackupContents } from '../backup/read';
import { BACKUP_FILE, type Scratch } from '../backup/scratch';
import type { Both } from '../ledger/side';
import type { Refusal } from '../messages/ask';
import type { RequestOf } from '../messages/requests';
import type { BooksPort } from '../port/books-port';
import { PortError } from '../port/port-error';
import type { BackupProgress, BackupRecord } from '../store/backup-record';
import type { LedgerDatabase } from '../store/database';
import { currentPair } from '../store/pair';
import type { PairRow } from '../store/rows';
import type { BackupView } from '../views/views';
import { type Phrase, phrase } from '../wording/phrase';
import { DeskRefusal } from './refusal';

/** Set while a backup is being made: still there when a new worker starts, it was cut off. */
const AT_WORK_KEY = 'backup.atWork';

export interface BackupDeskDeps {
  readonly db: LedgerDatabase;
  ports(pair: PairRow): Both<BooksPort>;
  readonly scratch: Scratch;
  readonly now: () => Date;
  readonly sleep: (ms: number) => Promise<void>;
  /** Downloads a scratch file; gives the name under which it was saved. */
  readonly save: (scratchName: string, fileName: string) => Promise<string>;
  /**
   * Does the work while no sync is at work, and waits for that as long as it takes. Throws when the
   * signal is given before the work could start.
   */
  readonly alone: <T>(work: () => Promise<T>, signal: AbortSignal) => Promise<T>;
  readonly onChange: () => void;
}

export class BackupDesk {
  #job: AbortController | null = null;
  /** The job has its turn: it waits for no sync any more. */
  #begun = false;
  #progress: BackupProgress | null = null;
  #ended: { readonly state: 'stopped' | 'failed'; readonly problem: Refusal | null } | null = null;

  constructor(private readonly deps: BackupDeskDeps) {}

  async view(): Promise<BackupView> {
    const backup = (await currentPair(this.deps.db))?.backup ?? null;
    if (this.#job) {
      const stopping = this.#job.signal.aborted;
      const waits = !this.#begun && (await this.#syncAtWork());
      return {
        ...{ state: 'working', waits, stopping, progress: this.#progress },
        ...{ problem: null, backup },
      };
    }
    const ended = this.#ended ?? (await this.#cutOff());
    const state = ended?.state ?? 'idle';
    return {
      ...{ state, waits: false, stopping: false, progress: null },
      ...{ problem: ended?.problem ?? null, backup },
    };
  }

  async #syncAtWork(): Promise<boolean> {
    const runs = this.deps.db.runs.where('status').anyOf('working', 'applying');
    return (await runs.count()) > 0;
  }

  /** Starts, and answers at once; the promise within ends with the backup. Refuses a second one. */
  async start(): Promise<{ ended: Promise<void> }> {
    if (this.#job) throw new DeskRefusal(phrase('backup.atWork'));
    const job = new AbortController();
    this.#job = job;
    this.#begun = false;
    this.#ended = null;
    this.#progress = null;
    const pair = await currentPair(this.deps.db);
    if (!pair) {
      this.#job = null;
      throw new DeskRefusal(phrase('run.pairGone'));
    }
    return { ended: this.#run(pair, job) };
  }

  /** Stops before the next page. What was read is thrown away. */
  stop(): void {
    this.#job?.abort();
    this.deps.onChange();
  }

  /** A person says that another tool has a backup. */
  async state({ tool, madeOn }: RequestOf<'backup.state'>): Promise<void> {
    const name = tool.trim();
    if (name === '') throw new DeskRefusal(phrase('backup.noTool'));
    if (madeOn > localDate(this.deps.now())) {
      throw new DeskRefusal(phrase('backup.future', { madeDate: madeOn }));
    }
    const at = this.deps.now().toISOString();
    await this.#keep({ how: 'stated', at, tool: name, madeOn });
    this.#ended = null;
  }

  async #run(pair: PairRow, job: AbortController): Promise<void> {
    const { db, scratch } = this.deps;
    try {
      await db.settings.put({ key: AT_WORK_KEY, value: this.deps.now().toISOString() });
      await this.#keep(await this.deps.alone(() => this.#make(pair, job.signal), job.signal));
      this.#ended = null;
    } catch (error) {
      // A wait for one's turn that is broken off throws an error of its own.
      const isStopped = error instanceof BackupStopped || (job.signal.aborted && !this.#begun);
      this.#ended = isStopped
        ? { state: 'stopped', problem: null }
        : { state: 'failed', problem: problemOf(error) };
    } finally {
      await scratch.clear().catch(() => undefined);
      await db.settings.delete(AT_WORK_KEY);
      this.#job = null;
      this.deps.onChange();
    }
  }

  async #make(pair: PairRow, signal: AbortSignal): Promise<BackupRecord> {
    const { db, scratch, now, sleep } = this.deps;
    this.#begun = true;
    this.deps.onChange();
    const ports = this.deps.ports(pair);
    const tell = (progress: BackupProgress) => {
      this.#progress = progress;
      this.deps.onChange();
    };
    const contents = await makeBackup({
      pair,
      lists: { tps: ports.tps.rawLists(), qbo: ports.qbo.rawLists(), own: ownLists(db, pair) },
      ...{ scratch, now, sleep, signal, onProgress: tell },
    });
    if (signal.aborted) throw new BackupStopped();
    if (this.#progress) tell({ ...this.#progress, stage: 'saving' });
    const fileName = await this.#save(contents);
    const { bytes, sha256, counts } = contents;
    return { how: 'file', at: now().toISOString(), fileName, bytes, sha256, counts };
  }

  async #save({ head }: BackupContents): Promise<string> {
    try {
      return await this.deps.save(BACKUP_FILE, backupFileName(head.company.name, head.madeAt));
    } catch (error) {
      throw new DeskRefusal(phrase('backup.notSaved'), String(error).slice(0, 500));
    }
  }

  async #keep(backup: BackupRecord): Promise<void> {
    const pair = await currentPair(this.deps.db);
    if (!pair) throw new DeskRefusal(phrase('run.pairGone'));
    await this.deps.db.pairs.update(pair.id, { backup });
    this.deps.onChange();
  }

  /** An earlier worker was ended in the middle of a backup. */
  async #cutOff(): Promise<{ state: 'failed'; problem: Refusal } | null> {
    const row = await this.deps.db.settings.get(AT_WORK_KEY);
    if (!row || this.#job) return null;
    await this.deps.scratch.clear();
    await this.deps.db.settings.delete(AT_WORK_KEY);
    const problem = { what: phrase('backup.cutOff'), technical: null };
    this.#ended = { state: 'failed', problem };
    return { state: 'failed', problem };
  }
}

/** A desk that can make backups. */
export interface BackupSeat {
  readonly backups?: BackupDesk;
}

export function backupsOf({ backups }: BackupSeat): BackupDesk {
  if (!backups) throw new DeskRefusal(phrase('request.refused'), 'no place for backups');
  return backups;
}

/** A system's failure in the words of a backup: nothing goes on by itself here. */
function problemOf(error: unknown): Refusal {
  if (error instanceof DeskRefusal) return { what: error.what, technical: error.technical };
  if (!(error instanceof PortError)) {
    return { what: phrase('backup.failed'), technical: String(error).slice(0, 500) };
  }
  return { what: sentenceOf(error), technical: error.technical };
}

function sentenceOf({ kind, side: system, what }: PortError): Phrase {
  if (what.id === 'port.listMoved') return phrase('backup.listMoved', { system });
  if (kind === 'signedOut') return phrase('backup.signedOut', { system });
  if (kind === 'unreachable' || kind === 'busy') return phrase('backup.noAnswer', { system });
  return what;
}

/** The day by the clock of whoever sits here, as a plain date. */
function localDate(now: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
