import type { BackupRecord } from '../store/backup-record';
import type { Brake } from '../sync/plan/brakes';
import { phrase } from '../wording/phrase';

/** The same in both languages, as it is stored with the run. */
const CONFIRM = 'OK';

/** Before the first plan is applied, somebody has a backup or types that it goes without one. */
export function backupBrake(
  pair: { readonly backup?: BackupRecord | undefined },
  firstRun: boolean,
): Brake[] {
  if (!firstRun || pair.backup) return [];
  return [{ id: 'backup', what: phrase('brake.backup'), confirm: CONFIRM }];
}
