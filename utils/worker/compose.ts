/**
 * The one wiring of the worker: database, adapters, gate, runner and sessions put together. Chrome,
 * the simulation and the tests give it another world; what it is made of is the same everywhere.
 */
import type { Fetch } from '../http/send';
import type { ReadPolicy } from '../managed/policy';
import { readOnlyBecause } from '../messages/under-policy';
import { ChromeSilent } from '../platform/from-chrome';
import type { BooksPort } from '../port/books-port';
import type { OnRequest } from '../port/observer';
import type { BudgetStore } from '../qbo/budget';
import { createQboPort, type QboPort } from '../qbo/port';
import type { QboSessionSource } from '../qbo/session';
import type { RunnerDeps } from '../runner/deps';
import { Runner } from '../runner/runner';
import { WriteGate } from '../runner/write-gate';
import type { LedgerDatabase } from '../store/database';
import { openKept } from '../store/kept-rows';
import { paymentsBefore } from '../store/payments-before';
import type { PairRow } from '../store/rows';
import { createTpsPort } from '../tps/port';
import type { TpsSessionSource } from '../tps/session';
import type { Desk } from './desk';
import { settingsOf } from './settings';
import { Systems } from './systems';

/** Everything that lies outside. */
export interface World {
  readonly db: LedgerDatabase;
  readonly now: () => Date;
  readonly sleep: (ms: number) => Promise<void>;
  readonly newId: () => string;
  readonly sha256: (text: string) => Promise<string>;
  readonly fetch: { readonly tps: Fetch; readonly qbo: Fetch };
  readonly sessions: { readonly tps: TpsSessionSource; readonly qbo: QboSessionSource };
  /** Survives the worker, as `storage.session` does. */
  readonly budget: BudgetStore;
  /** When people have sent something from QuickBooks' own pages; each is told once. */
  readonly people?: () => readonly number[];
  readonly policy: () => Promise<ReadPolicy>;
  /** "Chrome on Windows" */
  readonly browserName: string;
  /** Items of a batch to QuickBooks; absent: what is known to be taken. */
  readonly batchItems?: number;
  readonly onChange: () => void;
}

type Composed = Pick<
  Desk,
  | 'db'
  | 'now'
  | 'newId'
  | 'policy'
  | 'notes'
  | 'qboChanges'
  | 'runnerDeps'
  | 'runner'
  | 'systems'
  | 'checkSystems'
  | 'onChange'
> & {
  ports(pair: PairRow | null): { readonly tps: BooksPort; readonly qbo: QboPort };
  /** What was known of the sessions is doubtful now. */
  forgetSystems(): void;
};

export function compose(world: World): Composed {
  const { db, now, newId, policy, onChange } = world;
  // At every opening: what cannot be read is out of the way before anybody reads.
  db.on('ready', () => openKept(db, now().toISOString()), true);
  const requests = new RequestCount();
  const gate = new WriteGate();
  const ports = portsOf(world, gate, requests);
  const runnerDeps = (pair: PairRow): RunnerDeps => ({
    db,
    ports: ports(pair),
    notes: ports(pair).qbo.notes,
    gate,
    browserName: world.browserName,
    now,
    newId,
    sha256: world.sha256,
    sleep: world.sleep,
    takeRequests: () => requests.take(),
    onChange,
  });
  const systems = new Systems(ports, () => now().getTime(), onChange);
  return {
    db,
    now,
    newId,
    policy,
    ports,
    notes: () => ports(null).qbo.notes,
    qboChanges: (pair, watermark) =>
      ports(pair).qbo.changesAlone(watermark, paymentsBefore(db, pair)),
    runnerDeps,
    runner: (pair) => new Runner(runnerDeps(pair)),
    systems: (pair) => systems.view(pair),
    checkSystems: (pair) => systems.check(pair),
    forgetSystems: () => systems.forget(),
    onChange,
  };
}

/** One pair of ports for each pair of books; the limiter's line is that of the budget. */
function portsOf(world: World, gate: WriteGate, requests: RequestCount): Composed['ports'] {
  const { db, fetch, sessions, sleep, budget, newId, policy } = world;
  const whyReadOnly = async () => {
    const read = await policy();
    if (read.isSilent) throw new ChromeSilent('the policy is not told');
    return readOnlyBecause(read, await settingsOf(db));
  };
  /** Whoever was refused: the run waits as well, and its screens say until when. */
  const onWait = (untilMs: number) => {
    const waitingUntil = new Date(untilMs).toISOString();
    const atWork = db.runs.where('status').anyOf('working', 'applying');
    void atWork.modify({ waitingUntil }).then(world.onChange, () => undefined);
  };
  const common = {
    now: () => world.now().getTime(),
    onRequest: requests.note,
    beforeWrite: gate.pass,
    whyReadOnly,
  };
  const make = (pair: PairRow | null) => ({
    tps: createTpsPort({
      ...common,
      fetch: fetch.tps,
      session: sessions.tps,
      firmId: pair?.firm.id ?? null,
      firmName: pair?.firm.name,
    }),
    qbo: createQboPort({
      ...common,
      fetch: fetch.qbo,
      session: sessions.qbo,
      sleep,
      budget,
      newId,
      share: async () => (await settingsOf(db)).sharePercent / 100,
      people: world.people,
      batchItems: world.batchItems,
      onWait,
      realm: pair?.company.realm ?? null,
      companyName: pair?.company.name,
    }),
  });
  const known = new Map<string, ReturnType<typeof make>>();
  return (pair) => {
    const key = pair?.id ?? '';
    const made = known.get(key) ?? make(pair);
    known.set(key, made);
    return made;
  };
}

/** Requests that were really sent, for the counts of a run. */
class RequestCount {
  #sent = { tps: 0, qbo: 0, writes: 0 };

  readonly note: OnRequest = ({ side, write }) => {
    this.#sent[side] += 1;
    if (write) this.#sent.writes += 1;
  };

  take(): { tps: number; qbo: number; writes: number } {
    const taken = this.#sent;
    this.#sent = { tps: 0, qbo: 0, writes: 0 };
    return taken;
  }
}
