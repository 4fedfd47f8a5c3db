/**
 * One person's browser: its cookies, its database, and the extension's worker in it, which can be
 * killed at any effect and started again on the same database.
 */
import 'fake-indexeddb/auto';
import '../../all-texts';
import './quick-clone';
import './time-outs';
import Dexie from 'dexie';
import type { Fetch } from '../../../utils/http/send';
import { SIDES, type Side } from '../../../utils/ledger/side';
import type { Handlers } from '../../../utils/messages/requests';
import { queueOf } from '../../../utils/platform/queue';
import type { LedgerDatabase } from '../../../utils/store/database';
import type { Desk } from '../../../utils/worker/desk';
import { handlersOf } from '../../../utils/worker/handlers';
import { SiteFetch } from '../../contract/scene/site-fetch';
import { deskOf } from './desk-of';
import { type Effects, Killed, NOTHING_HAPPENS } from './effects';
import { signIn } from './sign-in';
import type { Sites } from './sites';
import { wireRequest } from './wire-request';
import { workerDatabase } from './worker-database';

/** Everything that a browser keeps of the extension. */
export interface Luggage {
  readonly rows: ReadonlyMap<string, readonly unknown[]>;
  readonly ids: number;
  readonly budget: unknown;
}

/** So long somebody looks at a page that has just opened. */
const LOOKS_MS = 1_000;

interface Worker {
  readonly db: LedgerDatabase;
  readonly desk: Desk;
  readonly ask: Handlers;
  alive: boolean;
}

let databases = 0;

export class Browser {
  readonly sites: { readonly tps: SiteFetch; readonly qbo: SiteFetch };
  /** What happens around the worker's effects; replaced by whoever makes trouble. */
  effects: Effects = NOTHING_HAPPENS;
  /** Transactions that the database has committed so far. */
  commits = 0;
  #worker: Worker | null = null;
  readonly #dead: Worker[] = [];
  #apiKey = '';
  #ids = 0;
  #budget: unknown = null;
  readonly #databaseName = `simulation-${++databases}`;

  constructor(
    readonly index: number,
    private readonly world: Sites,
  ) {
    this.sites = { tps: new SiteFetch(world.tps.web), qbo: new SiteFetch(world.qbo.web) };
  }

  /** Items of a batch, where it is not the usual number. */
  batchItems: number | undefined;

  /** Other browsers of the firm hear of what a run has paired. */
  isShared = false;

  get worker(): Worker {
    this.#worker ??= this.#start();
    return this.#worker;
  }

  get db(): LedgerDatabase {
    return this.worker.db;
  }

  get ask(): Handlers {
    return this.worker.ask;
  }

  get desk(): Desk {
    return this.worker.desk;
  }

  async signIn(): Promise<void> {
    this.#apiKey = await signIn(this.sites);
    // Nobody signs in and goes to work within the second that QuickBooks counts requests in.
    this.world.clock.advance(LOOKS_MS);
  }

  /** From now on every effect of this worker throws; the next use starts another one. */
  kill(): Killed {
    const worker = this.#worker;
    if (worker) {
      worker.alive = false;
      this.#dead.push(worker);
      this.#worker = null;
    }
    return new Killed();
  }

  /** Everything that the extension knows is gone. */
  async loseDatabase(): Promise<void> {
    for (const table of this.db.tables) await table.clear();
  }

  async pack(): Promise<Luggage> {
    const rows = new Map<string, readonly unknown[]>();
    for (const table of this.db.tables) rows.set(table.name, await table.toArray());
    return { rows, ids: this.#ids, budget: this.#budget };
  }

  async unpack({ rows, ids, budget }: Luggage): Promise<void> {
    for (const table of this.db.tables) await table.bulkAdd([...(rows.get(table.name) ?? [])]);
    this.#ids = ids;
    this.#budget = budget;
  }

  /** The computer is put back, or was copied from another: its database is that one's. */
  async become({ rows }: Luggage): Promise<void> {
    this.kill();
    const { effects } = this;
    this.effects = NOTHING_HAPPENS;
    await this.loseDatabase();
    for (const table of this.db.tables) await table.bulkAdd([...(rows.get(table.name) ?? [])]);
    this.effects = effects;
  }

  /** The same browser beside copies of both sites: its cookies, its database, its ids. */
  async copy(world: Sites): Promise<Browser> {
    const copy = new Browser(this.index, world);
    for (const side of SIDES) copy.sites[side].copyFrom(this.sites[side]);
    copy.#apiKey = this.#apiKey;
    copy.isShared = this.isShared;
    await copy.unpack(await this.pack());
    return copy;
  }

  async close(): Promise<void> {
    for (const worker of this.#dead) worker.db.close();
    this.#worker?.db.close();
    await Dexie.delete(this.#databaseName);
  }

  #start(): Worker {
    const mustLive = () => {
      if (!worker.alive) throw new Killed();
    };
    const db = workerDatabase(
      this.#databaseName,
      (table, rows) => {
        mustLive();
        this.effects.storing(table, rows);
      },
      (writes) => {
        this.commits += 1;
        this.effects.stored(writes);
      },
    );
    const desk = deskOf({
      db,
      clock: this.world.clock,
      fetch: { tps: this.#fetch('tps', mustLive), qbo: this.#fetch('qbo', mustLive) },
      cookie: (side, name) => this.sites[side].jar.get(name),
      apiKey: this.#apiKey,
      batchItems: this.batchItems,
      newId: () => `id-${this.index}-${String(++this.#ids).padStart(6, '0')}`,
      budget: {
        get: async () => this.#budget,
        set: async (value) => {
          this.#budget = value;
        },
      },
    });
    const worker: Worker = { db, desk, ask: handlersOf(desk), alive: true };
    return worker;
  }

  #fetch(side: Side, mustLive: () => void): Fetch {
    return async (url, init) => {
      mustLive();
      const request = wireRequest(side, url, init);
      const instead = await this.effects.sending(request);
      mustLive();
      if (instead) return instead;
      // One after the other, as the systems take them: whoever looks knows whose each change is.
      const response = await queueOf(this.world).add(async () => {
        const carriedOut = await this.sites[side].fetch(url, init);
        await this.effects.committed(request, carriedOut);
        return carriedOut;
      });
      const answer = await this.effects.answered(request, response);
      mustLive();
      return answer;
    };
  }
}
