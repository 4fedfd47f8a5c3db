/** What a person decides about one entry, one client or one document. */
import { z } from 'zod/mini';
import { answers, id, LIST_MAX, side, type Table, text } from './message';

export const decisions = {
  /** Clears the failure, so that the next run tries again; starts that run. Empty list: all failed. */
  'entry.retry': {
    from: ['page'],
    schema: z.object({ entryIds: z.array(id).check(z.maxLength(LIST_MAX)) }),
    reply: answers<{ runId: string }>(),
    writes: 'books',
  },
  'entry.ignore': {
    from: ['page'],
    schema: z.object({ entryId: id, reason: text }),
    reply: answers<null>(),
    writes: 'no',
    shares: true,
  },
  'entry.restore': {
    from: ['page'],
    schema: z.object({ entryId: id }),
    reply: answers<null>(),
    writes: 'no',
    shares: true,
  },
  /** Two linked documents are not the same; the next sync carries each as its own. */
  'link.apart': {
    from: ['page'],
    schema: z.object({ entryId: id }),
    reply: answers<null>(),
    writes: 'no',
    shares: true,
  },
  /** Takes that back. */
  'link.join': {
    from: ['page'],
    schema: z.object({ entryId: id }),
    reply: answers<null>(),
    writes: 'no',
    shares: true,
  },
  'client.exclude': {
    from: ['page', 'guest'],
    schema: z.object({ side, clientId: id, reason: text }),
    reply: answers<null>(),
    writes: 'no',
    shares: true,
  },
  /** Settles one conflict as it stands now and starts a run for that record. */
  'ruling.set': {
    from: ['page'],
    schema: z.object({
      recordKey: id,
      ruling: z.enum(['tpsWins', 'qboWins', 'dateToday']),
    }),
    reply: answers<{ runId: string }>(),
    writes: 'books',
  },
  /** Says whether two documents are one, or that one has no twin, and starts a run for it. */
  'ruling.twin': {
    from: ['page'],
    schema: z.object({ recordKey: id, other: z.nullable(id), ruling: z.enum(['same', 'apart']) }),
    reply: answers<{ runId: string }>(),
    writes: 'books',
  },
  /** Plans to replace it by an adjustment in TPS; stops at the preview, always. */
  'foreign.convert': {
    from: ['page'],
    schema: z.object({ foreignType: z.enum(['creditMemo', 'journalEntry']), id }),
    reply: answers<{ runId: string }>(),
    writes: 'plan',
  },
  /** Gives TPS the adjustment that equals this journal entry, which stays as it is. */
  'foreign.take': {
    from: ['page'],
    schema: z.object({ foreignType: z.enum(['journalEntry', 'cheque', 'expense']), id }),
    reply: answers<{ runId: string }>(),
    writes: 'books',
  },
  'client.wish': {
    from: ['page'],
    schema: z.object({ qboId: id, wish: z.enum(['activate', 'topLevel', 'rollUp', 'own']) }),
    reply: answers<{ runId: string | null }>(),
    writes: ({ wish }) => (wish === 'activate' || wish === 'topLevel' ? 'books' : 'no'),
    shares: true,
  },
  'client.include': {
    from: ['page'],
    schema: z.object({ side, clientId: id }),
    reply: answers<null>(),
    writes: 'no',
    shares: true,
  },
} as const satisfies Table;
