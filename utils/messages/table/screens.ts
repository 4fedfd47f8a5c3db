/** What every screen asks for, and where it leads. */
import { z } from 'zod/mini';
import { SHARES } from '../../views/app';
import type { AppView, ManagedView } from '../../views/views';
import { answers, id, setupStep, side, type Table, text } from './message';

const _policy = z.enum(['hold', 'tps', 'qbo']);

export const screens = {
  'app.get': { from: ['page'], schema: z.object({}), reply: answers<AppView>(), writes: 'no' },
  'settings.save': {
    from: ['page'],
    schema: z.object({
      language: z.optional(z.enum(['auto', 'en', 'fr'])),
      oneStep: z.optional(z.boolean()),
      readOnly: z.optional(z.boolean()),
      sharePercent: z.optional(z.literal([...SHARES])),
    }),
    reply: answers<null>(),
    writes: 'no',
  },
  /** Opens (or focuses) a tab of that system so that the user can sign in. */
  'session.open': {
    from: ['page'],
    schema: z.object({ side }),
    reply: answers<null>(),
    writes: 'no',
  },
  /** Asks both systems anew who is signed in. */
  'session.check': { from: ['page'], schema: z.object({}), reply: answers<null>(), writes: 'no' },
  'tab.open': {
    from: ['page', 'guest'],
    schema: z.object({ side, url: text }),
    reply: answers<null>(),
    writes: 'no',
  },
  'workspace.open': {
    from: ['page', 'guest'],
    schema: z.object({
      view: z.enum(['setup', 'preview', 'history', 'tieout', 'clients', 'settings']),
      step: z.optional(setupStep),
      runId: z.optional(id),
    }),
    reply: answers<null>(),
    writes: 'no',
  },
  /** What the firm's administrator has set by policy. */
  'managed.get': {
    from: ['page'],
    schema: z.object({}),
    reply: answers<ManagedView>(),
    writes: 'no',
  },
  'history.export': { from: ['page'], schema: z.object({}), reply: answers<null>(), writes: 'no' },
} as const satisfies Table;
