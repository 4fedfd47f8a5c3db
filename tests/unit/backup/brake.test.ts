import { expect, it } from 'vitest';
import { backupBrake } from '../../../utils/runner/backup-brake';
import type { BackupRecord } from '../../../utils/store/backup-record';

const SAVED: BackupRecord = {
  how: 'file',
  at: '2026-03-02T15:00:00.000Z',
  fileName: 'backup.jsonl.gz',
  bytes: 12,
  sha256: 'ab',
  counts: { tps: {}, qbo: {}, own: {} },
};
const STATED: BackupRecord = {
  how: 'stated',
  at: '2026-03-02T15:00:00.000Z',
  tool: 'Rewind',
  madeOn: '2026-03-01',
};

it('asks once more before the first plan when no backup is known', () => {
  expect(backupBrake({}, true)).toEqual([
    { id: 'backup', what: { id: 'brake.backup' }, confirm: 'OK' },
  ]);
});

it('asks nothing once there is one, saved or stated, and nothing after the first plan', () => {
  expect(backupBrake({ backup: SAVED }, true)).toEqual([]);
  expect(backupBrake({ backup: STATED }, true)).toEqual([]);
  expect(backupBrake({}, false)).toEqual([]);
});
