/**
 * IndexedDB of the extension: a cache of both books and a journal of what was done. With the
 * markers in the two systems every link can be rebuilt without it. Only the worker and top-level
 * extension pages can open it (a framed page cannot).
 */

import Dexie, { type EntityTable } from 'dexie';
import { StoreMemory } from './memory';
import type {
  EntryRecord,
  HeldRow,
  IgnoreRow,
  JournalRow,
  LinkRow,
  MappingRowStored,
  MirrorRow,
  PairRow,
  PastRow,
  QuarantineRow,
  RulingRow,
  RunRecord,
  SettingRow,
  WishRow,
} from './rows';
import { toVersion2 } from './to-version-2';
import { toVersion4 } from './to-version-4';
import { toVersion5 } from './to-version-5';

/** The last of the versions below. */
const VERSION = 5;
/** Dexie's version 5 is IndexedDB's 50. */
const NATIVE_VERSIONS = 10;

/** What Dexie does for `liveQuery`, which nothing here uses, costs a tenth of all that a run does. */
const FOR_SCREENS_THAT_WATCH = ['Cache', 'Observability'];

export class LedgerDatabase extends Dexie {
  readonly memory: StoreMemory;
  pairs!: EntityTable<PairRow, 'id'>;
  mirror!: EntityTable<MirrorRow, 'key'>;
  links!: EntityTable<LinkRow, 'key'>;
  mappings!: EntityTable<MappingRowStored, 'key'>;
  wishes!: EntityTable<WishRow, 'key'>;
  ignores!: EntityTable<IgnoreRow, 'key'>;
  rulings!: EntityTable<RulingRow, 'key'>;
  runs!: EntityTable<RunRecord, 'id'>;
  journal!: EntityTable<JournalRow, 'key'>;
  entries!: EntityTable<EntryRecord, 'id'>;
  settings!: EntityTable<SettingRow, 'key'>;
  quarantine!: EntityTable<QuarantineRow, 'key'>;
  past!: EntityTable<PastRow, 'key'>;
  held!: EntityTable<HeldRow, 'runId'>;

  /** A transaction must see what it has written itself, which memory knows only once it is committed. */
  get isInTransaction(): boolean {
    return (Dexie.currentTransaction ?? null) !== null;
  }

  constructor(name = 'ledger-bridge') {
    super(name, { chromeTransactionDurability: 'strict' });
    for (const name of FOR_SCREENS_THAT_WATCH) this.unuse({ stack: 'dbcore', name });
    this.memory = new StoreMemory(this);
    this.version(1).stores({
      pairs: 'id',
      mirror: 'key, [pairId+side+kind]',
      links: 'key, pairId, &tpsKey, &qboKey',
      mappings: 'key, pairId',
      wishes: 'key, pairId',
      ignores: 'key, pairId',
      runs: 'id, pairId, status, startedAt',
      journal: 'key, [runId+seq], [runId+state]',
      entries: 'id, runId, pairId, [pairId+recordKey], status, at',
      settings: 'key',
    });
    this.version(2).stores({ rulings: 'key, pairId' }).upgrade(toVersion2);
    this.version(3).stores({ quarantine: 'key, pairId' });
    this.version(4).stores({ past: 'key, pairId' }).upgrade(toVersion4);
    this.version(VERSION)
      .stores({
        held: 'runId, pairId',
        entries: 'id, runId, pairId, [pairId+recordKey], status, at, [runId+at]',
      })
      .upgrade(toVersion5);
    // Dexie would work on what a newer version of us has written, without knowing its rules.
    const refuseNewer = () => {
      const stored = Math.floor(this.backendDB().version / NATIVE_VERSIONS);
      if (stored > VERSION) throw new Dexie.VersionError(`${stored} is stored`);
    };
    // At every opening: a worker that runs on is closed and opened again when the version moves.
    this.on('ready', refuseNewer, true);
    this.on('ready', () => this.memory.forgetAll(), true);
  }
}
