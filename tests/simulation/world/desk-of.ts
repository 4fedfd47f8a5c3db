/** The desk of a worker: the real one, but for Chrome's tabs and downloads. */
import { createHash } from 'node:crypto';
import type { Fetch } from '../../../utils/http/send';
import { NO_POLICY } from '../../../utils/managed/policy';
import { readOnlyBecause } from '../../../utils/messages/under-policy';
import type { BooksPort } from '../../../utils/port/books-port';
import { createQboPort, type QboPort } from '../../../utils/qbo/port';
import type { RunnerDeps } from '../../../utils/runner/deps';
import { Runner } from '../../../utils/runner/runner';
import { WriteGate } from '../../../utils/runner/write-gate';
import type { LedgerDatabase, PairRow } from '../../../utils/store/database';
import { createTpsPort } from '../../../utils/tps/port';
import type { Desk } from '../../../utils/worker/desk';
import { settingsOf } from '../../../utils/worker/settings';
import { Systems } from '../../../utils/worker/systems';
import type { SimClock } from './sites';

export interface DeskParts {
  readonly db: LedgerDatabase;
  readonly clock: SimClock;
  readonly fetch: { readonly tps: Fetch; readonly qbo: Fetch };
  /** What the browser holds, read anew for each request. */
  cookie(side: 'tps' | 'qbo', name: string): string | null;
  readonly apiKey: string;
  readonly newId: () => string;
  /** Survives the worker, as `storage.session` does. */
  readonly budget: { get(): Promise<unknown>; set(value: unknown): Promise<void> };
}

export function deskOf(parts: DeskParts): Desk {
  const { db, clock, newId } = parts;
  let sent = { tps: 0, qbo: 0, writes: 0 };
  const now = () => clock.now();
  const sleep = async (ms: number) => clock.advance(ms);
  const gate = new WriteGate();
  const whyReadOnly = async () => readOnlyBecause(NO_POLICY, await settingsOf(db));
  const ports = (pair: PairRow | null): { tps: BooksPort; qbo: QboPort } => {
    const common = {
      now: () => clock.now().getTime(),
      onRequest: ({ side, write }: { side: 'tps' | 'qbo'; write: boolean }) => {
        sent[side] += 1;
        if (write) sent.writes += 1;
      },
      beforeWrite: gate.pass,
      whyReadOnly,
    };
    return {
      tps: createTpsPort({
        ...common,
        fetch: parts.fetch.tps,
        session: { xsrfToken: async () => parts.cookie('tps', 'XSRF-TOKEN') },
        firmId: pair?.firm.id ?? null,
        firmName: pair?.firm.name,
      }),
      qbo: createQboPort({
        ...common,
        fetch: parts.fetch.qbo,
        sleep,
        session: {
          current: async () => ({
            authorization: `Intuit_APIKey intuit_apikey=${parts.apiKey}, intuit_apikey_version=1.0`,
            companyId: parts.cookie('qbo', 'qbo.currentcompanyid'),
            csrfToken: parts.cookie('qbo', 'qbo.csrftoken'),
            xCsrfToken: null,
            extra: {},
          }),
        },
        budget: parts.budget,
        realm: pair?.company.realm ?? null,
        companyName: pair?.company.name,
      }),
    };
  };
  const deps = (books: ReturnType<typeof ports>): RunnerDeps => ({
    db,
    ports: books,
    notes: books.qbo.notes,
    gate,
    browserName: 'Chrome on Linux',
    now,
    newId,
    sha256: async (text) => createHash('sha256').update(text).digest('hex'),
    sleep,
    takeRequests: () => {
      const taken = sent;
      sent = { tps: 0, qbo: 0, writes: 0 };
      return taken;
    },
    onChange: () => {},
  });
  const runnerDeps = (pair: PairRow) => deps(ports(pair));
  const systems = new Systems(
    ports,
    () => clock.now().getTime(),
    () => {},
  );
  return {
    db,
    now,
    newId,
    policy: async () => NO_POLICY,
    ports,
    notes: () => ports(null).qbo.notes,
    runnerDeps,
    runner: (pair) => new Runner(runnerDeps(pair)),
    kick: () => {},
    systems: (pair) => systems.view(pair),
    checkSystems: (pair) => systems.check(pair),
    openTab: async () => {},
    openSignIn: async () => {},
    openWorkspace: async () => {},
    exportHistory: async () => {},
    exporting: () => ({ state: 'idle', fileName: null }),
    onChange: () => {},
  };
}
