/** One handler for each request of the message table. */
import type { Replies, RequestName, RequestOf } from '../messages/requests';
import type { SettingsView } from '../messages/views';
import { phrase } from '../wording/phrase';
import { appView, settingsOf } from './app-view';
import { currentPair, type Desk } from './desk';
import {
  entryRows,
  excludeClient,
  ignoreEntry,
  includeClient,
  restoreEntry,
  retryEntries,
} from './entries';
import { flagsFor } from './flags';
import { isSystemPage } from './pages';
import { DeskRefusal } from './refusal';
import { journalOf, planRow, runRow, runView } from './run-view';
import { confirmPair, finishSetup, mustPair, saveClients, saveMappings, setupView } from './setup';

export type Handlers = {
  [N in RequestName]: (request: RequestOf<N>) => Promise<Replies[N]>;
};

const SIGN_IN_PAGES = {
  tps: 'https://app.tpssoftware.com/',
  qbo: 'https://qbo.intuit.com/app/homepage',
};

export function handlersOf(desk: Desk): Handlers {
  const { db } = desk;
  return {
    'app.get': () => appView(desk),
    'settings.save': async (change) => {
      const value: SettingsView = { ...(await settingsOf(db)), ...defined(change) };
      await db.settings.put({ key: 'settings', value });
      desk.onChange();
      return null;
    },
    'session.open': async ({ side }) => {
      await desk.openTab(side, SIGN_IN_PAGES[side]);
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
    'pair.confirm': (request) => confirmPair(desk, request),
    'setup.saveClients': (request) => saveClients(desk, request),
    'setup.saveMappings': (request) => saveMappings(desk, request),
    'setup.finish': () => finishSetup(desk),
    'run.preview': ({ description }) => startRun(desk, description, false),
    'run.sync': ({ description }) => startRun(desk, description, true),
    'run.apply': async ({ runId, planHash, confirmed }) => {
      await (await runnerOf(desk)).approve(runId, planHash, confirmed);
      desk.kick();
      return null;
    },
    'run.pause': async ({ runId }) => {
      await (await runnerOf(desk)).pause(runId);
      return null;
    },
    'run.resume': async ({ runId }) => {
      await (await runnerOf(desk)).resume(runId);
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
    'run.plan': async ({ runId }) => (await journalOf(db, runId)).map(planRow),
    'run.list': async () => (await db.runs.orderBy('startedAt').reverse().toArray()).map(runRow),
    'run.entries': ({ runId }) => entryRows(desk, runId),
    'entry.retry': (request) => retryEntries(desk, request),
    'entry.ignore': (request) => ignoreEntry(desk, request),
    'entry.restore': (request) => restoreEntry(desk, request),
    'client.exclude': (request) => excludeClient(desk, request),
    'client.include': (request) => includeClient(desk, request),
    'history.export': async () => {
      await mustPair(db);
      void desk.exportHistory();
      return null;
    },
    'flags.get': (request) => flagsFor(desk, request),
  };
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
