/** The desk in the extension's background worker: real sessions, real database, real tabs. */
import { browser } from 'wxt/browser';
import { opfsScratch } from '../backup/opfs-scratch';
import { saveScratchFile } from '../backup/save';
import { exportHistory } from '../export/export-history';
import { readPolicy } from '../managed/read-policy';
import { settingsUnder } from '../messages/under-policy';
import { awake } from '../platform/awake';
import { fromChrome } from '../platform/from-chrome';
import { sha256Of } from '../platform/sha256';
import { browserQboSession } from '../qbo/browser-session';
import { PeopleSent } from '../qbo/people';
import { LedgerDatabase } from '../store/database';
import { currentPair } from '../store/pair';
import { browserTpsSession } from '../tps/browser-session';
import { localeOf } from '../wording/locale';
import { BackupDesk, type BackupSeat } from './backup';
import { browserName } from './browser-name';
import { compose } from './compose';
import type { Desk } from './desk';
import { historyExport } from './history-export';
import { openInOwnTab, openSignIn } from './own-tabs';
import { settingsOf } from './settings';
import { retrySharing, shareWithFirm } from './shared-setup';

const RUN_LOCK = 'ledger-bridge-run';
const BUDGET_KEY = 'qbo.budget';

export interface BrowserDesk extends Desk, BackupSeat {
  /** A session may have come back: look again, and let a parked run go on. */
  sessionMoved(): void;
  /** A page of QuickBooks has sent something. */
  pageSent(): void;
  /** A worker has started: what the last one left under way, or parked, goes on. */
  started(): void;
}

export function browserDesk(onChange: () => void): BrowserDesk {
  const people = new PeopleSent(() => Date.now());
  const db = new LedgerDatabase();
  let exporting: ReturnType<Desk['exporting']> = { state: 'idle', fileName: null };
  const [tps, qbo] = [browserTpsSession(), browserQboSession()];
  const core = compose({
    db,
    now: () => new Date(),
    sleep,
    newId: () => crypto.randomUUID(),
    sha256: sha256Of,
    fetch: { tps: (url, init) => fetch(url, init), qbo: (url, init) => fetch(url, init) },
    sessions: {
      tps: { xsrfToken: () => fromChrome(() => tps.xsrfToken()) },
      qbo: { current: () => fromChrome(() => qbo.current()) },
    },
    budget: {
      get: () =>
        fromChrome(async () => (await browser.storage.session.get(BUDGET_KEY))[BUDGET_KEY]),
      set: (value) => fromChrome(() => browser.storage.session.set({ [BUDGET_KEY]: value })),
    },
    people: () => people.take(),
    policy: () => readPolicy(),
    browserName: browserName(navigator.userAgent),
    onChange,
  });
  const { now, ports, runner } = core;

  /** Somebody asked for work while the lock was taken: its holder looks once more. */
  let askedMeanwhile = false;
  const drive = async (): Promise<boolean> => {
    askedMeanwhile = false;
    const pair = await currentPair(db);
    if (!pair) return false;
    const run = await runner(pair).active();
    await runner(pair).drive();
    const now = run && (await db.runs.get(run.id));
    return typeof now?.endedAt === 'string';
  };
  const kick = () => {
    void navigator.locks
      .request(RUN_LOCK, { ifAvailable: true }, async (lock) => {
        if (lock) return { ended: await drive() };
        askedMeanwhile = true;
        return null;
      })
      .then((driven) => {
        if (driven && askedMeanwhile) kick();
        // A first run draws the line to the past, and may make clients: the others want to know.
        // Not under the lock: a sync that is asked for meanwhile must find it free.
        if (driven?.ended) return shareWithFirm(desk);
      });
  };

  const backups = new BackupDesk({
    db,
    ports,
    scratch: opfsScratch(),
    now,
    sleep,
    save: saveScratchFile,
    alone: async (work, signal) => {
      try {
        return await awake(() => navigator.locks.request(RUN_LOCK, { signal }, work));
      } finally {
        // A sync that was asked for meanwhile found the lock taken.
        kick();
      }
    },
    onChange,
  });

  const desk: BrowserDesk = {
    ...core,
    backups,
    setupChanged: () => void shareWithFirm(desk),
    kick,
    started() {
      void currentPair(db)
        .then((pair) => pair && runner(pair).retryParked())
        .then(kick);
    },
    pageSent: () => people.note(),
    sessionMoved() {
      core.forgetSystems();
      void currentPair(db).then(async (pair) => {
        if (!pair) return;
        await runner(pair).retryParked();
        kick();
        await retrySharing(desk);
      });
    },
    openTab: openInOwnTab,
    openSignIn,
    uiLanguage: () => browser.i18n.getUILanguage(),
    openWorkspace: async (hash) => {
      const page = browser.runtime.getURL('/workspace.html');
      const [tab] = await browser.tabs.query({ url: `${page}*` });
      if (tab?.id === undefined) await browser.tabs.create({ url: `${page}${hash}` });
      else await browser.tabs.update(tab.id, { active: true, url: `${page}${hash}` });
    },
    exporting: () => exporting,
    exportHistory: async () => {
      exporting = { state: 'working', fileName: null };
      onChange();
      try {
        const pair = await currentPair(db);
        const { language } = settingsUnder(await readPolicy(), await settingsOf(db));
        const locale = localeOf(language, browser.i18n.getUILanguage());
        const { fileName } = await exportHistory(
          await historyExport(db, pair?.id ?? '', locale, now().toISOString()),
        );
        exporting = { state: 'done', fileName };
      } catch {
        exporting = { state: 'failed', fileName: null };
      }
      onChange();
    },
  };
  return desk;
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
