/** A backup of both books. */
import { z } from 'zod/mini';
import type { BackupView } from '../../views/views';
import { answers, type Table } from './message';

export const backup = {
  'backup.get': {
    from: ['page'],
    schema: z.object({}),
    reply: answers<BackupView>(),
    writes: 'no',
  },
  /** Reads both books and saves them as one file; goes on when the page is closed. */
  'backup.start': { from: ['page'], schema: z.object({}), reply: answers<null>(), writes: 'no' },
  'backup.stop': { from: ['page'], schema: z.object({}), reply: answers<null>(), writes: 'no' },
  /** Another tool has a backup, made on that day (not in the future). */
  'backup.state': {
    from: ['page'],
    schema: z.object({ tool: z.string().check(z.maxLength(100)), madeOn: z.iso.date() }),
    reply: answers<null>(),
    writes: 'no',
  },
} as const satisfies Table;
