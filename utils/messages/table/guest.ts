/** What our guests in the pages of TPS and QuickBooks ask. */
import { z } from 'zod/mini';
import type { FlagView } from '../../views/views';
import type { Locale } from '../../wording/locale';
import { answers, id, type Table } from './message';

const flagSubject = z.object({
  type: z.enum([
    'creditmemo',
    'journal',
    'deposit',
    'expense',
    'check',
    'invoice',
    'payment',
    'customer',
  ]),
  id,
});

export const guest = {
  /** In which language a guest speaks. */
  'guest.language': {
    from: ['guest'],
    schema: z.object({}),
    reply: answers<{ locale: Locale }>(),
    writes: 'no',
  },
  /** What the content script sees on a QBO page; answers with flags for what is known to hurt. */
  'flags.get': {
    from: ['guest'],
    schema: z.object({
      realm: z.nullable(id),
      subjects: z.array(flagSubject).check(z.maxLength(500)),
    }),
    reply: answers<FlagView[]>(),
    writes: 'no',
  },
} as const satisfies Table;
