/**
 * The one table of messages between the screens and the background worker: a request's schema and
 * the type of its reply. Nothing else crosses between contexts.
 */
import { z } from 'zod/mini';
import { fileText } from '../export/mappings-messages';
import { MAPPING_KINDS } from '../ledger/mappings';
import { SIDES } from '../ledger/side';
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
const side = z.enum(SIDES);
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
  kind: z.enum(MAPPING_KINDS),
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

/** What an order can lead to: a document in one of the books, a plan that is only shown, or neither. */
export type Writes = 'no' | 'plan' | 'books';

/** One message: who may send it, what it must look like, what is answered, what it can lead to. */
interface Message<S extends z.ZodMiniType> {
  readonly from: readonly Sender[];
  readonly schema: S;
  readonly reply: Answer<unknown>;
  /** Where it can lead to a write into the books, a policy or *Read only* forbids it. */
  readonly writes: Writes | ((request: never) => Writes);
  /** The firm's other browsers are told of what is decided. */
  readonly shares?: true;
}

/** The type of an answer; nothing at run time. */
interface Answer<R> {
  readonly type?: R;
}
const answers = <R>(): Answer<R> => ({});

export const requests = {
  'app.get': { from: ['page'], schema: z.object({}), reply: answers<AppView>(), writes: 'no' },
  'settings.save': {
    from: ['page'],
    schema: z.object({
      language: z.optional(z.enum(['auto', 'en', 'fr'])),
      oneStep: z.optional(z.boolean()),
      readOnly: z.optional(z.boolean()),
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

  'setup.get': {
    from: ['page'],
    schema: z.object({ reload: z.boolean() }),
    reply: answers<SetupView>(),
    writes: 'no',
  },
  /** Asks every read endpoint of both systems; writes nothing. */
  'connection.check': {
    from: ['page'],
    schema: z.object({}),
    reply: answers<ConnectionView>(),
    writes: 'no',
  },
  /** What stands in the way of a sync; `reload` reads both books first. Writes nothing. */
  'health.get': {
    from: ['page'],
    schema: z.object({ reload: z.boolean() }),
    reply: answers<HealthView>(),
    writes: 'no',
  },
  /** `takeOver`: a person has typed that a company which another firm claims is meant. */
  'pair.confirm': {
    from: ['page'],
    schema: z.object({ firmId: id, realm: id, takeOver: z.optional(z.boolean()) }),
    reply: answers<null>(),
    writes: 'no',
  },
  'setup.saveClients': {
    from: ['page'],
    schema: z.object({ decisions: z.array(clientDecision).check(z.maxLength(LIST_MAX)) }),
    reply: answers<null>(),
    writes: 'no',
    shares: true,
  },
  'setup.saveMappings': {
    from: ['page'],
    schema: z.object({ choices: z.array(mappingChoice).check(z.maxLength(LIST_MAX)) }),
    reply: answers<null>(),
    writes: 'no',
    shares: true,
  },
  /** The person has saved this step and goes on. */
  'setup.stepDone': {
    from: ['page'],
    schema: z.object({ step: setupStep }),
    reply: answers<null>(),
    writes: 'no',
  },
  /** Creates a service in QuickBooks for that work code, and maps the code to it. */
  'setup.createItem': {
    from: ['page'],
    schema: z.object({ codeId: id, name: id, incomeAccountId: id }),
    reply: answers<{ name: string }>(),
    writes: 'books',
    shares: true,
  },
  /** What the first sync would link, create and hold, by the books as last read. */
  'setup.documents': {
    from: ['page'],
    schema: z.object({}),
    reply: answers<OpenDocumentsView>(),
    writes: 'no',
  },
  /** Are fully paid documents that stand in both books linked as well? */
  'setup.linkSettled': {
    from: ['page'],
    schema: z.object({ on: z.boolean() }),
    reply: answers<null>(),
    writes: 'no',
    shares: true,
  },
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
    reply: answers<null>(),
    writes: 'no',
    shares: true,
  },
  'setup.finish': {
    from: ['page'],
    schema: z.object({}),
    reply: answers<null>(),
    writes: 'no',
    shares: true,
  },

  /** The firm's shared set-up as last looked at; asks nobody. */
  'shared.get': {
    from: ['page'],
    schema: z.object({}),
    reply: answers<SharedSetupView>(),
    writes: 'no',
  },
  /** Looks into QuickBooks and takes in what others changed. */
  'shared.look': { from: ['page'], schema: z.object({}), reply: answers<null>(), writes: 'no' },
  /** Takes the firm's set-up over, as it was shown. */
  'shared.adopt': {
    from: ['page'],
    schema: z.object({ generation: z.int() }),
    reply: answers<null>(),
    writes: 'no',
  },
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
    reply: answers<null>(),
    writes: 'no',
  },
  /** Shares this browser's set-up now, in the place of one that cannot be read. */
  'shared.replace': { from: ['page'], schema: z.object({}), reply: answers<null>(), writes: 'no' },

  /** Saves the mappings as a workbook in that language. */
  'mappings.export': {
    from: ['page'],
    schema: z.object({ locale }),
    reply: answers<{ fileName: string }>(),
    writes: 'no',
  },
  /** What a workbook would change, or what is wrong in it. Stores nothing. */
  'mappings.look': {
    from: ['page'],
    schema: z.object({ locale, file: fileText }),
    reply: answers<MappingsFileView>(),
    writes: 'no',
  },
  /** Stores exactly what was shown: `seal` is that of the look. All or nothing. */
  'mappings.apply': {
    from: ['page'],
    schema: z.object({ locale, file: fileText, seal: id }),
    reply: answers<null>(),
    writes: 'no',
    shares: true,
  },
  /** What the firm's administrator has set by policy. */
  'managed.get': {
    from: ['page'],
    schema: z.object({}),
    reply: answers<ManagedView>(),
    writes: 'no',
  },

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
    schema: z.object({}),
    reply: answers<RunListRow[]>(),
    writes: 'no',
  },
  'run.entries': {
    from: ['page'],
    schema: z.object({ runId: z.nullable(id) }),
    reply: answers<EntryRow[]>(),
    writes: 'no',
  },

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

  'history.export': { from: ['page'], schema: z.object({}), reply: answers<null>(), writes: 'no' },

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
} as const satisfies Readonly<Record<string, Message<z.ZodMiniType>>>;

export type RequestName = keyof typeof requests;
export type RequestOf<N extends RequestName> = z.infer<(typeof requests)[N]['schema']>;

export type Reply<N extends RequestName> =
  (typeof requests)[N]['reply'] extends Answer<infer R> ? R : never;

/** A handler for each message: what the worker has to offer. */
export type Handlers = { [N in RequestName]: (request: RequestOf<N>) => Promise<Reply<N>> };

/** What a request, as it was sent, can lead to. */
export function writesOf<N extends RequestName>(name: N, request: RequestOf<N>): Writes {
  const { writes }: { writes: Writes | ((request: never) => Writes) } = requests[name];
  return typeof writes === 'function' ? writes(request as never) : writes;
}

/** Are the firm's other browsers told of it? */
export function isShared(name: RequestName): boolean {
  return 'shares' in requests[name];
}
