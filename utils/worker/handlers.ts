/** One handler for each request of the message table. */

import { type MappingsTransfer, offscreenTransfer } from '../export/mappings-transfer';
import { TRAITS } from '../ledger/traits';
import {
  type Handlers,
  isShared,
  type RequestName,
  type RequestOf,
  writesOf,
} from '../messages/requests';
import { forbidden, lockedSetting, settingsUnder } from '../messages/under-policy';
import { currentPair } from '../store/pair';
import { isSystemPage } from '../views/pages';
import { planRow, runView } from '../views/run-view';
import type { SettingsView } from '../views/views';
import { type Phrase, phrase } from '../wording/phrase';
import { appView } from './app-view';
import { type BackupSeat, backupsOf } from './backup';
import { runEffects } from './client-effects';
import { connectionCheck } from './connection-check';
import { convertForeign, takeForeign } from './convert';
import { rule, ruleTwin, wishFor } from './decide';
import type { Desk } from './desk';
import {
  entryPage,
  excludeClient,
  ignoreEntry,
  includeClient,
  restoreEntry,
  retryEntries,
} from './entries';
import { flagsFor } from './flags';
import { healthView } from './health';
import { shownRows } from './journal-rows';
import { localeNow } from './locale';
import { applyMappingsFile, exportMappings, lookAtMappingsFile } from './mappings-file';
import { mustPair } from './must-pair';
import { confirmPair } from './pair';
import { DeskRefusal } from './refusal';
import { settingsOf } from './settings';
import { finishSetup, saveClients, saveMappings, setupView } from './setup';
import { createItemFor } from './setup-items';
import { linkSettled, markStep, savePolicies, setupDocuments } from './setup-steps';
import {
  adoptSharedSetup,
  lookAtSharedSetup,
  replaceSharedSetup,
  resolveSharedSetup,
  sharedSetupView,
} from './shared-setup';
import { joinAgain, takeApart } from './take-apart';
import { cannotUndo, runList, undoRun } from './undo';

export function handlersOf(
  desk: Desk & BackupSeat,
  mappingsFiles: MappingsTransfer = offscreenTransfer,
): Handlers {
  const { db, policy: policyNow } = desk;
  const refuseIf = (why: Phrase | null) => {
    if (why) throw new DeskRefusal(why);
  };
  const handlers: Handlers = {
    'app.get': async () => {
      const [view, read] = await Promise.all([appView(desk), policyNow()]);
      return { ...view, settings: settingsUnder(read, view.settings) };
    },
    'managed.get': policyNow,
    'settings.save': async (change) => {
      refuseIf(lockedSetting((await policyNow()).policy, change));
      const value: SettingsView = { ...(await settingsOf(db)), ...defined(change) };
      await db.settings.put({ key: 'settings', value });
      desk.onChange();
      return null;
    },
    'session.open': async ({ side }) => {
      await desk.openSignIn(side, TRAITS[side].home);
      return null;
    },
    'session.check': async () => {
      await desk.checkSystems(await currentPair(db));
      desk.onChange();
      return null;
    },
    'tab.open': async ({ side, url }) => {
      if (!isSystemPage(side, url)) throw new DeskRefusal(phrase('request.refused'));
      await desk.openTab(side, url);
      return null;
    },
    'workspace.open': async ({ view, step, runId }) => {
      await desk.openWorkspace(`#/${[view, step ?? runId].filter(Boolean).join('/')}`);
      return null;
    },
    'setup.get': ({ reload }) => setupView(desk, reload),
    'connection.check': () => connectionCheck(desk),
    'health.get': (request) => healthView(desk, request),
    'pair.confirm': (request) => confirmPair(desk, request),
    'setup.saveClients': (request) => saveClients(desk, request),
    'setup.saveMappings': (request) => saveMappings(desk, request),
    'setup.stepDone': (request) => markStep(desk, request),
    'setup.createItem': async (request: RequestOf<'setup.createItem'>) => {
      return createItemFor(desk, request);
    },
    'setup.documents': () => setupDocuments(desk),
    'setup.linkSettled': (request) => linkSettled(desk, request),
    'policies.save': (request) => savePolicies(desk, request),
    'setup.finish': () => finishSetup(desk),
    'shared.get': () => sharedSetupView(desk),
    'shared.look': () => lookAtSharedSetup(desk),
    'shared.adopt': (request) => adoptSharedSetup(desk, request),
    'shared.resolve': (request) => resolveSharedSetup(desk, request),
    'shared.replace': () => replaceSharedSetup(desk),
    'mappings.export': ({ locale }) => exportMappings(desk, mappingsFiles, locale),
    'mappings.look': (request) => lookAtMappingsFile(desk, mappingsFiles, request),
    'mappings.apply': (request) => applyMappingsFile(desk, mappingsFiles, request),
    'run.preview': ({ description }) => startRun(desk, description, false),
    'run.sync': async ({ description }) => {
      return startRun(desk, description, true);
    },
    'run.apply': async ({ runId, planHash, confirmed }) => {
      await (await runnerOf(desk)).approve(runId, planHash, confirmed);
      desk.kick();
      return null;
    },
    'run.undo': (request) => undoRun(desk, request),
    'run.cannot': ({ runId }) => cannotUndo(db, runId),
    'run.pause': async ({ runId, turn }) => {
      await (await runnerOf(desk)).pause(runId, turn);
      return null;
    },
    'run.resume': async ({ runId, turn }) => {
      await (await runnerOf(desk)).resume(runId, turn);
      desk.kick();
      return null;
    },
    'run.cancel': async ({ runId }) => {
      await (await runnerOf(desk)).cancel(runId);
      return null;
    },
    'run.get': async ({ runId }) => {
      const run = await db.runs.get(runId);
      if (!run) throw new DeskRefusal(phrase('run.unknown'));
      return runView(run, desk.now());
    },
    'run.plan': async ({ runId }) => (await shownRows(desk, runId)).map(planRow),
    'run.effects': ({ runId }) => runEffects(desk, runId),
    'run.list': (request) => runList(desk, request),
    'run.entries': (request) => entryPage(desk, request),
    'entry.retry': async (request) => {
      return retryEntries(desk, request);
    },
    'entry.ignore': (request) => ignoreEntry(desk, request),
    'entry.restore': (request) => restoreEntry(desk, request),
    'link.apart': (request: RequestOf<'link.apart'>) => takeApart(desk, request),
    'link.join': (request: RequestOf<'link.join'>) => joinAgain(desk, request),
    'client.exclude': (request) => excludeClient(desk, request),
    'client.include': (request) => includeClient(desk, request),
    'ruling.set': async (request) => {
      return rule(desk, request);
    },
    'ruling.twin': async (request) => {
      return ruleTwin(desk, request);
    },
    'foreign.convert': async (request) => {
      const { language } = settingsUnder(await policyNow(), await settingsOf(db));
      return convertForeign(desk, request, language);
    },
    'foreign.take': async (request) => {
      return takeForeign(desk, request);
    },
    'client.wish': async (request: RequestOf<'client.wish'>) => {
      return wishFor(desk, request);
    },
    'history.export': async () => {
      await mustPair(db);
      void desk.exportHistory();
      return null;
    },
    'backup.get': () => backupsOf(desk).view(),
    'backup.start': async () => {
      await backupsOf(desk).start();
      return null;
    },
    'backup.stop': async () => {
      backupsOf(desk).stop();
      return null;
    },
    'backup.state': async (request) => {
      await backupsOf(desk).state(request);
      return null;
    },
    'guest.language': async () => ({ locale: await localeNow(desk) }),
    'flags.get': (request) => flagsFor(desk, request),
  };
  return byTheTable(desk, handlers);
}

/** What the table says of each message is done for all of them alike: who is asked, who is told. */
function byTheTable(desk: Desk, handlers: Handlers): Handlers {
  const guarded = <N extends RequestName>(name: N, handle: Handlers[N]): Handlers[N] =>
    (async (request: RequestOf<N>) => {
      if (writesOf(name, request) === 'books') {
        const confirmed = name === 'run.apply' ? confirmedIn(request) : [];
        const why = forbidden(await desk.policy(), await settingsOf(desk.db), confirmed);
        if (why) throw new DeskRefusal(why);
      }
      const reply = await handle(request as never);
      if (isShared(name)) desk.setupChanged?.();
      return reply;
    }) as Handlers[N];
  const names = Object.keys(handlers) as RequestName[];
  return Object.fromEntries(
    names.map((name) => [name, guarded(name, handlers[name])]),
  ) as unknown as Handlers;
}

/** The brakes that somebody typed away. */
function confirmedIn(request: object): readonly string[] {
  return 'confirmed' in request && Array.isArray(request.confirmed) ? request.confirmed : [];
}

async function startRun(desk: Desk, description: string, oneStep: boolean) {
  const pair = await mustPair(desk.db);
  if (!pair.ready) throw new DeskRefusal(phrase('run.notReady'));
  const runId = await desk.runner(pair).start({ pairId: pair.id, description, oneStep });
  desk.kick();
  return { runId };
}

async function runnerOf(desk: Desk) {
  return desk.runner(await mustPair(desk.db));
}

function defined<T extends object>(change: T): { [K in keyof T]-?: Exclude<T[K], undefined> } {
  const kept = Object.entries(change).filter(([, value]) => value !== undefined);
  return Object.fromEntries(kept) as { [K in keyof T]-?: Exclude<T[K], undefined> };
}
