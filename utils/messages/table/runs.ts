/** Runs: plan, apply, hold, look at, undo. */
import { z } from 'zod/mini';
import type { ClientEffect, EntryPage, PlanRow, RunPage, RunView } from '../../views/views';
import { answers, id, type Table, text } from './message';

export const runs = {
  'run.preview': {
    from: ['page'],
    schema: z.object({ description: text }),
    reply: answers<{ runId: string }>(),
    writes: 'plan',
  },
  /** Seals and applies the plan that was shown; `confirmed` lists the brakes that were typed away. */
  'run.apply': {
    from: ['page'],
    schema: z.object({ runId: id, planHash: id, confirmed: z.array(id).check(z.maxLength(50)) }),
    reply: answers<null>(),
    writes: 'books',
  },
  /** Preview and apply in one step; stops at the preview when a brake is on. */
  'run.sync': {
    from: ['page'],
    schema: z.object({ description: text }),
    reply: answers<{ runId: string }>(),
    writes: 'books',
  },
  /** Plans to take back what that run wrote; stops at the preview, always. */
  'run.undo': {
    from: ['page'],
    schema: z.object({ runId: id, description: text }),
    reply: answers<{ runId: string }>(),
    writes: 'plan',
  },
  /** What an undo cannot take back, and why. */
  'run.cannot': {
    from: ['page'],
    schema: z.object({ runId: id }),
    reply: answers<PlanRow[]>(),
    writes: 'no',
  },
  /** `turn` is that of the run on the screen: one that went on since is not held by an old press. */
  'run.pause': {
    from: ['page'],
    schema: z.object({ runId: id, turn: z.int() }),
    reply: answers<null>(),
    writes: 'no',
  },
  'run.resume': {
    from: ['page'],
    schema: z.object({ runId: id, turn: z.int() }),
    reply: answers<null>(),
    writes: 'books',
  },
  /** Ends a preview or a paused run; what was not done counts as not attempted. */
  'run.cancel': {
    from: ['page'],
    schema: z.object({ runId: id }),
    reply: answers<null>(),
    writes: 'no',
  },
  'run.get': {
    from: ['page'],
    schema: z.object({ runId: id }),
    reply: answers<RunView>(),
    writes: 'no',
  },
  'run.plan': {
    from: ['page'],
    schema: z.object({ runId: id }),
    reply: answers<PlanRow[]>(),
    writes: 'no',
  },
  /** A/R before and after that run's plan, client by client. */
  'run.effects': {
    from: ['page'],
    schema: z.object({ runId: id }),
    reply: answers<ClientEffect[]>(),
    writes: 'no',
  },
  'run.list': {
    from: ['page'],
    schema: z.object({ newest: z.int().check(z.positive()), with: z.nullable(id) }),
    reply: answers<RunPage>(),
    writes: 'no',
  },
  'run.entries': {
    from: ['page'],
    // Where there are more, what is open comes along whatever its age.
    schema: z.object({ runId: z.nullable(id), newest: z.int().check(z.positive()) }),
    reply: answers<EntryPage>(),
    writes: 'no',
  },
} as const satisfies Table;
