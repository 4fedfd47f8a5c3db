/**
 * The one table of messages between the screens and the background worker: a request's schema and
 * the type of its reply. Nothing else crosses between contexts.
 */
import { z } from 'zod/mini';
import { fileText } from '../export/mappings-messages';
import type {
  AppView,
  BackupView,
  ClientEffect,
  ConnectionView,
  EntryRow,
  FlagView,
  HealthView,
  ManagedView,
  MappingsFileView,
  OpenDocumentsView,
  PlanRow,
  RunListRow,
  RunView,
  SetupView,
  SharedSetupView,
} from '../views/views';
import type { Locale } from '../wording/locale';

const id = z.string().check(z.minLength(1), z.maxLength(200));
const text = z.string().check(z.maxLength(500));
const side = z.enum(['tps', 'qbo']);
const setupStep = z.enum(['connect', 'check', 'clients', 'codes', 'taxes', 'banks', 'preview']);
const locale = z.enum(['en', 'fr']);
const LIST_MAX = 50_000;

const clientDecision = z.object({
  tpsId: z.nullable(id),
  qboId: z.nullable(id),
  decision: z.enum(['pair', 'create', 'exclude', 'leave', 'rollUp', 'own', 'topLevel']),
  why: z.optional(text),
});

const mappingChoice = z.object({
  kind: z.enum(['code', 'special', 'tax', 'bank', 'method']),
  from: side,
  fromId: z.string().check(z.maxLength(200)),
  /** Empty for TPS's "no tax"; null takes the choice back. */
  toId: z.nullable(z.string().check(z.maxLength(200))),
});

const policy = z.enum(['hold', 'tps', 'qbo']);

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
      readOnly: z.optional(z.boolean()),
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
  /** Asks every read endpoint of both systems; writes nothing. */
  'connection.check': { from: ['page'], schema: z.object({}) },
  /** What stands in the way of a sync; `reload` reads both books first. Writes nothing. */
  'health.get': { from: ['page'], schema: z.object({ reload: z.boolean() }) },
  /** `takeOver`: a person has typed that a company which another firm claims is meant. */
  'pair.confirm': {
    from: ['page'],
    schema: z.object({ firmId: id, realm: id, takeOver: z.optional(z.boolean()) }),
  },
  'setup.saveClients': {
    from: ['page'],
    schema: z.object({ decisions: z.array(clientDecision).check(z.maxLength(LIST_MAX)) }),
  },
  'setup.saveMappings': {
    from: ['page'],
    schema: z.object({ choices: z.array(mappingChoice).check(z.maxLength(LIST_MAX)) }),
  },
  /** The person has saved this step and goes on. */
  'setup.stepDone': { from: ['page'], schema: z.object({ step: setupStep }) },
  /** Creates a service in QuickBooks for that work code, and maps the code to it. */
  'setup.createItem': {
    from: ['page'],
    schema: z.object({ codeId: id, name: id, incomeAccountId: id }),
  },
  /** What the first sync would link, create and hold, by the books as last read. */
  'setup.documents': { from: ['page'], schema: z.object({}) },
  /** Are fully paid documents that stand in both books linked as well? */
  'setup.linkSettled': { from: ['page'], schema: z.object({ on: z.boolean() }) },
  /** Who wins where both sides changed the same, and what becomes of what was removed; what is left out stays as it is. */
  'policies.save': {
    from: ['page'],
    schema: z.object({
      policies: z.object({
        name: z.optional(policy),
        firstName: z.optional(policy),
        lastName: z.optional(policy),
        email: z.optional(policy),
        phone: z.optional(policy),
        address: z.optional(policy),
        invoice: z.optional(policy),
        payment: z.optional(policy),
      }),
      removals: z.optional(z.enum(['void', 'delete'])),
    }),
  },
  'setup.finish': { from: ['page'], schema: z.object({}) },

  /** The firm's shared set-up as last looked at; asks nobody. */
  'shared.get': { from: ['page'], schema: z.object({}) },
  /** Looks into QuickBooks and takes in what others changed. */
  'shared.look': { from: ['page'], schema: z.object({}) },
  /** Takes the firm's set-up over, as it was shown. */
  'shared.adopt': { from: ['page'], schema: z.object({ generation: z.int() }) },
  /** One choice for each difference that was shown. */
  'shared.resolve': {
    from: ['page'],
    schema: z.object({
      generation: z.int(),
      choices: z
        .array(
          z.object({ key: z.string().check(z.maxLength(500)), take: z.enum(['mine', 'theirs']) }),
        )
        .check(z.maxLength(LIST_MAX)),
    }),
  },
  /** Shares this browser's set-up now, in the place of one that cannot be read. */
  'shared.replace': { from: ['page'], schema: z.object({}) },

  /** Saves the mappings as a workbook in that language. */
  'mappings.export': { from: ['page'], schema: z.object({ locale }) },
  /** What a workbook would change, or what is wrong in it. Stores nothing. */
  'mappings.look': { from: ['page'], schema: z.object({ locale, file: fileText }) },
  /** Stores exactly what was shown: `seal` is that of the look. All or nothing. */
  'mappings.apply': { from: ['page'], schema: z.object({ locale, file: fileText, seal: id }) },
  /** What the firm's administrator has set by policy. */
  'managed.get': { from: ['page'], schema: z.object({}) },

  'run.preview': { from: ['page'], schema: z.object({ description: text }) },
  /** Seals and applies the plan that was shown; `confirmed` lists the brakes that were typed away. */
  'run.apply': {
    from: ['page'],
    schema: z.object({ runId: id, planHash: id, confirmed: z.array(id).check(z.maxLength(50)) }),
  },
  /** Preview and apply in one step; stops at the preview when a brake is on. */
  'run.sync': { from: ['page'], schema: z.object({ description: text }) },
  /** Plans to take back what that run wrote; stops at the preview, always. */
  'run.undo': { from: ['page'], schema: z.object({ runId: id, description: text }) },
  /** What an undo cannot take back, and why. */
  'run.cannot': { from: ['page'], schema: z.object({ runId: id }) },
  /** `turn` is that of the run on the screen: one that went on since is not held by an old press. */
  'run.pause': { from: ['page'], schema: z.object({ runId: id, turn: z.int() }) },
  'run.resume': { from: ['page'], schema: z.object({ runId: id, turn: z.int() }) },
  /** Ends a preview or a paused run; what was not done counts as not attempted. */
  'run.cancel': { from: ['page'], schema: z.object({ runId: id }) },
  'run.get': { from: ['page'], schema: z.object({ runId: id }) },
  'run.plan': { from: ['page'], schema: z.object({ runId: id }) },
  /** A/R before and after that run's plan, client by client. */
  'run.effects': { from: ['page'], schema: z.object({ runId: id }) },
  'run.list': { from: ['page'], schema: z.object({}) },
  'run.entries': { from: ['page'], schema: z.object({ runId: z.nullable(id) }) },

  /** Clears the failure, so that the next run tries again; starts that run. Empty list: all failed. */
  'entry.retry': {
    from: ['page'],
    schema: z.object({ entryIds: z.array(id).check(z.maxLength(LIST_MAX)) }),
  },
  'entry.ignore': { from: ['page'], schema: z.object({ entryId: id, reason: text }) },
  'entry.restore': { from: ['page'], schema: z.object({ entryId: id }) },
  /** Two linked documents are not the same; the next sync carries each as its own. */
  'link.apart': { from: ['page'], schema: z.object({ entryId: id }) },
  /** Takes that back. */
  'link.join': { from: ['page'], schema: z.object({ entryId: id }) },
  'client.exclude': {
    from: ['page', 'guest'],
    schema: z.object({ side, clientId: id, reason: text }),
  },
  /** Settles one conflict as it stands now and starts a run for that record. */
  'ruling.set': {
    from: ['page'],
    schema: z.object({
      recordKey: id,
      ruling: z.enum(['tpsWins', 'qboWins', 'dateToday']),
    }),
  },
  /** Says whether two documents are one, or that one has no twin, and starts a run for it. */
  'ruling.twin': {
    from: ['page'],
    schema: z.object({ recordKey: id, other: z.nullable(id), ruling: z.enum(['same', 'apart']) }),
  },
  /** Plans to replace it by an adjustment in TPS; stops at the preview, always. */
  'foreign.convert': {
    from: ['page'],
    schema: z.object({ foreignType: z.enum(['creditMemo', 'journalEntry']), id }),
  },
  /** Gives TPS the adjustment that equals this journal entry, which stays as it is. */
  'foreign.take': {
    from: ['page'],
    schema: z.object({ foreignType: z.enum(['journalEntry', 'cheque', 'expense']), id }),
  },
  'client.wish': {
    from: ['page'],
    schema: z.object({ qboId: id, wish: z.enum(['activate', 'topLevel', 'rollUp', 'own']) }),
  },
  'client.include': { from: ['page'], schema: z.object({ side, clientId: id }) },

  'history.export': { from: ['page'], schema: z.object({}) },

  'backup.get': { from: ['page'], schema: z.object({}) },
  /** Reads both books and saves them as one file; goes on when the page is closed. */
  'backup.start': { from: ['page'], schema: z.object({}) },
  'backup.stop': { from: ['page'], schema: z.object({}) },
  /** Another tool has a backup, made on that day (not in the future). */
  'backup.state': {
    from: ['page'],
    schema: z.object({ tool: z.string().check(z.maxLength(100)), madeOn: z.iso.date() }),
  },

  /** In which language a guest speaks. */
  'guest.language': { from: ['guest'], schema: z.object({}) },
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
  'connection.check': ConnectionView;
  'health.get': HealthView;
  'pair.confirm': null;
  'setup.saveClients': null;
  'setup.saveMappings': null;
  'setup.stepDone': null;
  'setup.createItem': { name: string };
  'setup.documents': OpenDocumentsView;
  'setup.linkSettled': null;
  'policies.save': null;
  'setup.finish': null;
  'shared.get': SharedSetupView;
  'shared.look': null;
  'shared.adopt': null;
  'shared.resolve': null;
  'shared.replace': null;
  'mappings.export': { fileName: string };
  'mappings.look': MappingsFileView;
  'mappings.apply': null;
  'managed.get': ManagedView;
  'run.preview': { runId: string };
  'run.apply': null;
  'run.sync': { runId: string };
  'run.undo': { runId: string };
  'run.cannot': PlanRow[];
  'run.pause': null;
  'run.resume': null;
  'run.cancel': null;
  'run.get': RunView;
  'run.plan': PlanRow[];
  'run.effects': ClientEffect[];
  'run.list': RunListRow[];
  'run.entries': EntryRow[];
  'entry.retry': { runId: string };
  'entry.ignore': null;
  'entry.restore': null;
  'link.apart': null;
  'link.join': null;
  'client.exclude': null;
  'client.include': null;
  'ruling.set': { runId: string };
  'ruling.twin': { runId: string };
  'foreign.convert': { runId: string };
  'foreign.take': { runId: string };
  /** A run, where something is to be written for it. */
  'client.wish': { runId: string | null };
  'history.export': null;
  'backup.get': BackupView;
  'backup.start': null;
  'backup.stop': null;
  'backup.state': null;
  'guest.language': { locale: Locale };
  'flags.get': FlagView[];
}

export type Reply<N extends RequestName> = Replies[N];
