import 'fake-indexeddb/auto';
import { gunzipSync } from 'node:zlib';
import { readBackup } from '../../../utils/backup/read';
import { idsIn } from '../../../utils/port/ids-in';
import { LedgerDatabase } from '../../../utils/store/database';
import { BackupDesk, type BackupDeskDeps } from '../../../utils/worker/backup';
import { buildFirm } from '../../sandbox/firm';
import { type MemoryScratch, memoryScratch } from '../../unit/backup/memory-scratch';
import { pairRow } from '../../unit/backup/pair';
import { type QboScene, qboScene, REALM } from './qbo-scene';
import { type TpsScene, tpsScene } from './tps-scene';

export interface BackupScene {
  readonly tps: TpsScene;
  readonly qbo: QboScene;
  readonly db: LedgerDatabase;
  readonly scratch: MemoryScratch;
  /** What the browser was given to save. */
  readonly saved: { readonly name: string; readonly file: Blob }[];
  desk(change?: Partial<BackupDeskDeps>): BackupDesk;
  /** Makes a backup to its end, good or bad. */
  backUp(desk?: BackupDesk): Promise<BackupDesk>;
}

let databases = 0;

/** A firm of 40 clients with every finding, paired, in both stand-ins. */
export async function backupScene(): Promise<BackupScene> {
  const tps = await tpsScene();
  const qbo = await qboScene();
  await buildFirm(
    { seed: 7, clients: 40, country: 'CA', today: '2026-03-02', findings: 'all' },
    tps.standIn,
    qbo.standIn,
    REALM,
  );
  const db = new LedgerDatabase(`backup-${++databases}`);
  await db.pairs.add(pairRow());
  const scratch = memoryScratch();
  const saved: BackupScene['saved'] = [];
  const desk: BackupScene['desk'] = (change = {}) =>
    new BackupDesk({
      db,
      ports: () => ({ tps: tps.port, qbo: qbo.port }),
      scratch,
      now: () => new Date('2026-03-02T15:00:00Z'),
      sleep: async () => {},
      save: async (scratchName, fileName) => {
        saved.push({ name: fileName, file: scratch.file(scratchName) });
        return fileName;
      },
      alone: (work) => work(),
      onChange: () => {},
      ...change,
    });
  return {
    ...{ tps, qbo, db, scratch, saved, desk },
    async backUp(backups = desk()) {
      await (await backups.start()).ended;
      return backups;
    },
  };
}

/** The one file that was saved. */
export function onlyFile({ saved }: BackupScene): Blob {
  const [only] = saved;
  if (!only || saved.length > 1) throw new Error(`${saved.length} files`);
  return only.file;
}

/** Ids of every row in a file, by entity, in the file's order. */
export async function idsInFile(file: Blob): Promise<Map<string, Set<string>>> {
  const found = new Map<string, Set<string>>();
  await readBackup(file, ({ shelf, entity, body }) => {
    const ids = found.get(entity) ?? new Set();
    for (const id of idsIn(shelf, entity, body) ?? []) ids.add(id);
    found.set(entity, ids);
  });
  return found;
}

export async function textOf(file: Blob): Promise<string> {
  return gunzipSync(Buffer.from(await file.arrayBuffer())).toString('utf8');
}
