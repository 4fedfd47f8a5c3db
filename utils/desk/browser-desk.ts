/** The desk in the extension's background worker: real sessions, real database, real tabs. */
import { browser } from 'wxt/browser';
import { exportHistory } from '../export/export-history';
import type { Both } from '../ledger/side';
import { browserQboSession } from '../qbo/browser-session';
import { createQboPort } from '../qbo/port';
import type { RunnerDeps } from '../runner/deps';
import type { BooksPort } from '../runner/port';
import { Runner } from '../runner/runner';
import { LedgerDatabase, type PairRow } from '../store/database';
import { browserTpsSession } from '../tps/browser-session';
import { createTpsPort } from '../tps/port';
import { localeOf } from '../wording/locale';
import { settingsOf } from './app-view';
import { currentPair, type Desk } from './desk';
import { historyExport } from './history-export';
import { Systems } from './systems';

const RUN_LOCK = 'ledger-bridge-run';
const BUDGET_KEY = 'qbo.budget';

export interface BrowserDesk extends Desk {
  /** A session may have come back: look again, and let a parked run go on. */
  sessionMoved(): void;
}

export function browserDesk(onChange: () => void): BrowserDesk {
  const db = new LedgerDatabase();
  const now = () => new Date();
  let sent = { tps: 0, qbo: 0, writes: 0 };
  let exporting: ReturnType<Desk['exporting']> = { state: 'idle', fileName: null };

  // One pair of ports per pair of books: the limiter's queue lives in the port.
  const known = new Map<string, Both<BooksPort>>();
  const ports = (pair: PairRow | null): Both<BooksPort> => {
    const key = pair?.id ?? '';
    const made = known.get(key) ?? makePorts(pair);
    known.set(key, made);
    return made;
  };
  const makePorts = (pair: PairRow | null): Both<BooksPort> => {
    const common = {
      fetch: (url: string, init: RequestInit) => fetch(url, init),
      now: () => Date.now(),
      onRequest: ({ side, write }: { side: 'tps' | 'qbo'; write: boolean }) => {
        sent[side] += 1;
        if (write) sent.writes += 1;
      },
    };
    return {
      tps: createTpsPort({
        ...common,
        session: browserTpsSession(),
        firmId: pair?.firm.id ?? null,
        firmName: pair?.firm.name,
      }),
      qbo: createQboPort({
        ...common,
        session: browserQboSession(),
        sleep,
        budget: {
          get: async () => (await browser.storage.session.get(BUDGET_KEY))[BUDGET_KEY],
          set: (value) => browser.storage.session.set({ [BUDGET_KEY]: value }),
        },
        realm: pair?.company.realm ?? null,
        companyName: pair?.company.name,
      }),
    };
  };

  const runnerDeps = (pair: PairRow): RunnerDeps => ({
    db,
    ports: ports(pair),
    now,
    newId: () => crypto.randomUUID(),
    sha256,
    sleep,
    takeRequests: () => {
      const taken = sent;
      sent = { tps: 0, qbo: 0, writes: 0 };
      return taken;
    },
    onChange,
  });
  const runner = (pair: PairRow) => new Runner(runnerDeps(pair));
  const systems = new Systems(ports, Date.now, onChange);

  const kick = () => {
    void navigator.locks.request(RUN_LOCK, { ifAvailable: true }, async (lock) => {
      if (!lock) return;
      const pair = await currentPair(db);
      if (pair) await runner(pair).drive();
    });
  };

  return {
    db,
    now,
    newId: () => crypto.randomUUID(),
    ports,
    runnerDeps,
    runner,
    kick,
    systems: (pair) => systems.view(pair),
    checkSystems: (pair) => systems.check(pair),
    sessionMoved() {
      systems.forget();
      void currentPair(db).then(async (pair) => {
        if (!pair) return;
        await runner(pair).retryParked();
        kick();
      });
    },
    openTab: async (side, url) => {
      const host = side === 'qbo' ? 'https://qbo.intuit.com/*' : 'https://app.tpssoftware.com/*';
      const [tab] = await browser.tabs.query({ url: host });
      if (tab?.id === undefined) {
        await browser.tabs.create({ url });
        return;
      }
      await browser.tabs.update(tab.id, { active: true, url });
      if (tab.windowId !== undefined) await browser.windows.update(tab.windowId, { focused: true });
    },
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
        const { language } = await settingsOf(db);
        const locale = localeOf(language, browser.i18n.getUILanguage());
        const { fileName } = await exportHistory(await historyExport(db, pair?.id ?? '', locale));
        exporting = { state: 'done', fileName };
      } catch {
        exporting = { state: 'failed', fileName: null };
      }
      onChange();
    },
    onChange,
  };
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
