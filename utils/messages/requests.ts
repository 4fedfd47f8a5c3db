/**
 * The one table of messages between the screens and the background worker: a request's schema and
 * the type of its reply. Nothing else crosses between contexts.
 */
import { z } from 'zod/mini';
import type { AppView, EntryRow, FlagView, PlanRow, RunRow, RunView, SetupView } from './views';

const id = z.string().check(z.minLength(1), z.maxLength(200));
const text = z.string().check(z.maxLength(500));
const side = z.enum(['tps', 'qbo']);
const setupStep = z.enum(['connect', 'clients', 'codes', 'taxes', 'banks', 'preview']);
const LIST_MAX = 50_000;

const clientDecision = z.object({
  tpsId: z.nullable(id),
  qboId: z.nullable(id),
  decision: z.enum(['pair', 'create', 'exclude', 'leave']),
  why: z.optional(text),
});

const mappingChoice = z.object({
  kind: z.enum(['code', 'special', 'tax', 'bank', 'method']),
  from: side,
  fromId: z.string().check(z.maxLength(200)),
  /** Empty for TPS's "no tax"; null takes the choice back. */
  toId: z.nullable(z.string().check(z.maxLength(200))),
});

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

/** Who may send it: `page` = our own extension pages, `guest` = content scripts in TPS and QBO. */
export type Sender = 'page' | 'guest';

export const requests = {
  'app.get': { from: ['page'], schema: z.object({}) },
  'settings.save': {
    from: ['page'],
    schema: z.object({
      language: z.optional(z.enum(['auto', 'en', 'fr'])),
      oneStep: z.optional(z.boolean()),
    }),
  },
  /** Opens (or focuses) a tab of that system so that the user can sign in. */
  'session.open': { from: ['page'], schema: z.object({ side }) },
  /** Asks both systems anew who is signed in. */
  'session.check': { from: ['page'], schema: z.object({}) },
  'tab.open': { from: ['page', 'guest'], schema: z.object({ side, url: text }) },
  'workspace.open': {
    from: ['page', 'guest'],
    schema: z.object({
      view: z.enum(['setup', 'preview', 'history', 'tieout', 'clients', 'settings']),
      step: z.optional(setupStep),
      runId: z.optional(id),
    }),
  },

  'setup.get': { from: ['page'], schema: z.object({ reload: z.boolean() }) },
  'pair.confirm': { from: ['page'], schema: z.object({ firmId: id, realm: id }) },
  'setup.saveClients': {
    from: ['page'],
    schema: z.object({ decisions: z.array(clientDecision).check(z.maxLength(LIST_MAX)) }),
  },
  'setup.saveMappings': {
    from: ['page'],
    schema: z.object({ choices: z.array(mappingChoice).check(z.maxLength(LIST_MAX)) }),
  },
  'setup.finish': { from: ['page'], schema: z.object({}) },

  'run.preview': { from: ['page'], schema: z.object({ description: text }) },
  /** Seals and applies the plan that was shown; `confirmed` lists the brakes that were typed away. */
  'run.apply': {
    from: ['page'],
    schema: z.object({ runId: id, planHash: id, confirmed: z.array(id).check(z.maxLength(50)) }),
  },
  /** Preview and apply in one step; stops at the preview when a brake is on. */
  'run.sync': { from: ['page'], schema: z.object({ description: text }) },
  'run.pause': { from: ['page'], schema: z.object({ runId: id }) },
  'run.resume': { from: ['page'], schema: z.object({ runId: id }) },
  /** Ends a preview or a paused run; what was not done counts as not attempted. */
  'run.cancel': { from: ['page'], schema: z.object({ runId: id }) },
  'run.get': { from: ['page'], schema: z.object({ runId: id }) },
  'run.plan': { from: ['page'], schema: z.object({ runId: id }) },
  'run.list': { from: ['page'], schema: z.object({}) },
  'run.entries': { from: ['page'], schema: z.object({ runId: z.nullable(id) }) },

  /** Clears the failure, so that the next run tries again; starts that run. Empty list: all failed. */
  'entry.retry': {
    from: ['page'],
    schema: z.object({ entryIds: z.array(id).check(z.maxLength(LIST_MAX)) }),
  },
  'entry.ignore': { from: ['page'], schema: z.object({ entryId: id, reason: text }) },
  'entry.restore': { from: ['page'], schema: z.object({ entryId: id }) },
  'client.exclude': {
    from: ['page', 'guest'],
    schema: z.object({ side, clientId: id, reason: text }),
  },
  'client.include': { from: ['page'], schema: z.object({ side, clientId: id }) },

  'history.export': { from: ['page'], schema: z.object({}) },

  /** What the content script sees on a QBO page; answers with flags for what is known to hurt. */
  'flags.get': {
    from: ['guest'],
    schema: z.object({
      realm: z.nullable(id),
      subjects: z.array(flagSubject).check(z.maxLength(500)),
    }),
  },
} as const;

export type RequestName = keyof typeof requests;
export type RequestOf<N extends RequestName> = z.infer<(typeof requests)[N]['schema']>;

export interface Replies {
  'app.get': AppView;
  'settings.save': null;
  'session.open': null;
  'session.check': null;
  'tab.open': null;
  'workspace.open': null;
  'setup.get': SetupView;
  'pair.confirm': null;
  'setup.saveClients': null;
  'setup.saveMappings': null;
  'setup.finish': null;
  'run.preview': { runId: string };
  'run.apply': null;
  'run.sync': { runId: string };
  'run.pause': null;
  'run.resume': null;
  'run.cancel': null;
  'run.get': RunView;
  'run.plan': PlanRow[];
  'run.list': RunRow[];
  'run.entries': EntryRow[];
  'entry.retry': { runId: string };
  'entry.ignore': null;
  'entry.restore': null;
  'client.exclude': null;
  'client.include': null;
  'history.export': null;
  'flags.get': FlagView[];
}

export type Reply<N extends RequestName> = Replies[N];
