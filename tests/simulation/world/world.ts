/**
 * One firm with its people, its browsers and its bad luck: what a trace is played in. The world
 * sees every effect as it happens and knows what must be true after each.
 */
import { z } from 'zod';
import { SIDES, type Side } from '../../../utils/ledger/side';
import type { JournalRow } from '../../../utils/store/rows';
import { seededRandom } from '../../sandbox/firm/random';
import type { Mishap, Trouble } from '../faults/mishap';
import { type Weather, weather } from '../faults/weather';
import { journaled } from '../invariants/journaled';
import type { Violation } from '../invariants/violation';
import { type ActName, doWork } from '../people/acts';
import { decide } from '../people/decisions';
import { meddle } from '../people/meddle';
import { Browser, type Luggage } from './browser';
import type { CardKind } from './card';
import { lookAtQbo } from './sign-in';
import { copySites, FIRM, OTHER_FIRM, OTHER_REALM, REALM, type Sites } from './sites';
import { targetOf } from './target';
import { idsIn, partsOf, type WireRequest } from './wire-request';
import { Witness } from './witness';

export interface Counts {
  steps: number;
  requests: number;
  writes: number;
  faults: number;
  kills: number;
  acts: number;
}

const linkEnds = z.object({
  type: z.enum(['client', 'invoice', 'payment']),
  tpsId: z.string(),
  qboId: z.string(),
});

/** What a person said of two that were linked. */
const takenApart = z
  .object({ do: z.literal('apart'), recordKey: z.string(), lasting: z.unknown() })
  .refine(({ lasting }) => lasting !== undefined);

const planned = z.object({ state: z.literal('planned') });

function isPlanned(row: unknown): boolean {
  return planned.safeParse(row).success;
}

export class World {
  readonly violations: Violation[] = [];
  readonly counts: Counts = { steps: 0, requests: 0, writes: 0, faults: 0, kills: 0, acts: 0 };
  /** Several browsers: each shares the set-up after a run, as the real worker does. */
  isShared = false;
  /** Writes to the books; the firm's notes in QuickBooks are none. */
  bookWrites = 0;
  /** Runs that have ended and whose counts were right. */
  readonly runsOver = new Set<string>();
  /** Runs that have ended and left nothing half-written. */
  readonly runsLookedAt = new Set<string>();
  /** Plans that a person has seen and approved, by run. */
  readonly approved = new Map<string, { planHash: string; keys: ReadonlySet<string> }>();
  readonly #rows = new Map<WireRequest, readonly (JournalRow | null)[]>();
  /** What a step of a run has written already, by its row and the record. */
  readonly #written = new Set<string>();
  readonly #witness: Witness;
  readonly browsers: Browser[] = [];
  /** Profiles that were copied away, by browser. */
  readonly kept = new Map<number, Luggage>();

  constructor(
    readonly sites: Sites,
    /** Hears what happens, for whoever follows a single trace. */
    readonly tell: (line: string) => void = () => {},
  ) {
    this.#witness = new Witness(sites, (violation) => this.report(violation), tell);
  }

  /** The same world once more, all calm: what happens in the one is not seen in the other. */
  async copy(): Promise<World> {
    const copy = new World(copySites(this.sites), this.tell);
    copy.violations.push(...this.violations);
    Object.assign(copy.counts, this.counts);
    copy.isShared = this.isShared;
    copy.bookWrites = this.bookWrites;
    for (const id of this.runsOver) copy.runsOver.add(id);
    for (const id of this.runsLookedAt) copy.runsLookedAt.add(id);
    for (const [id, plan] of this.approved) copy.approved.set(id, plan);
    copy.#witness.copyFrom(this.#witness);
    for (const browser of this.browsers) {
      const made = await browser.copy(copy.sites);
      copy.browsers[browser.index] = made;
      copy.storm(made, []);
    }
    return copy;
  }

  /** Both books as they stand, in words that both sides share. */
  get cards(): Witness['cards'] {
    return this.#witness.cards;
  }

  /** Who is whose twin. */
  get pairs(): Witness['pairs'] {
    return this.#witness.pairs;
  }

  /** What a record of the extension's was created for; null for all others. */
  madeFor(side: Side, id: string, kind: CardKind): string | null {
    return this.#witness.madeFor(side, id, kind);
  }

  /** What people typed, and what became of it. */
  get values(): Witness['values'] {
    return this.#witness.values;
  }

  report(violation: Violation): void {
    this.violations.push(violation);
  }

  /** A browser whose person is signed in; made when it is first needed. */
  async browser(index: number): Promise<Browser> {
    const known = this.browsers[index];
    if (known) return known;
    const made = new Browser(index, this.sites);
    made.isShared = this.isShared;
    this.browsers[index] = made;
    await made.signIn();
    made.effects = this.#weather(made, []);
    return made;
  }

  /** The mishaps of one step, in place of those before. */
  storm(browser: Browser, mishaps: readonly Mishap[]): Weather {
    const made = this.#weather(browser, mishaps);
    browser.effects = made;
    return made;
  }

  /** A browser starts to read: what is typed from now on may not be seen by that run. */
  reads(browser: Browser): void {
    this.#witness.reads(browser.index);
  }

  /** Somebody works in one of the systems. */
  work(act: ActName, r: number): void {
    const done = doWork(this.sites, act, r);
    this.tell(`${done ? 'person' : 'refused'}: ${act}`);
    if (done) this.#worked();
  }

  #worked(): void {
    this.counts.acts += 1;
    this.look();
  }

  /** People have worked in the systems by themselves: the world takes note. */
  look(): void {
    for (const side of SIDES) this.#witness.look(side, 'person', []);
  }

  /** A browser has stored rows; what was rolled back is not told. */
  #stored(browser: Browser, table: string, rows: readonly unknown[]): void {
    if (table === 'links') this.#joined(browser, rows);
    if (table === 'rulings') this.#takenApart(rows);
    if (table === 'journal' && rows.some(isPlanned)) this.#witness.plans(browser.index);
  }

  /** A browser stores links: from now on these are twins. */
  #joined(browser: Browser, rows: readonly unknown[]): void {
    for (const row of rows) {
      const { type, tpsId, qboId } = linkEnds.parse(row);
      this.#witness.paired({ kind: type, tpsId, qboId }, browser.index);
    }
  }

  #takenApart(rows: readonly unknown[]): void {
    for (const row of rows) {
      const read = takenApart.safeParse(row);
      if (read.success) this.#witness.takenApart(read.data.recordKey.split('|'));
    }
  }

  async close(): Promise<void> {
    for (const browser of this.browsers) await browser.close();
  }

  #weather(browser: Browser, mishaps: readonly Mishap[]): Weather {
    return weather(mishaps, {
      advance: (ms) => this.sites.clock.advance(ms),
      nowMs: () => this.sites.clock.now().getTime(),
      kill: () => {
        this.counts.kills += 1;
        this.tell(`browser ${browser.index}: the worker is killed`);
        return browser.kill();
      },
      happen: (trouble) => this.#happen(browser, trouble),
      sending: (request) => this.#sending(browser, request),
      committed: (request, response) => this.#committed(browser, request, response),
      stored: (writes) => {
        for (const { table, rows } of writes) this.#stored(browser, table, rows);
      },
    });
  }

  async #happen(browser: Browser, trouble: Trouble): Promise<void> {
    const { tps, qbo } = this.sites;
    if (trouble.kind !== 'work') this.tell(`trouble: ${JSON.stringify(trouble)}`);
    if (trouble.kind === 'work') this.work(trouble.act, trouble.r);
    else if (trouble.kind === 'meddle') {
      if (await meddle(browser, this.sites, trouble.r)) this.#worked();
    } else if (trouble.kind === 'decide')
      await decide(browser, trouble.decision, seededRandom(trouble.r));
    else if (trouble.kind === 'expire') this.sites[trouble.side].sessions.expireAll();
    else if (trouble.kind === 'rotateCsrf') this.sites[trouble.side].sessions.rotateCsrf();
    else if (trouble.kind === 'revokeSync') tps.sessions.revokeSyncPermission();
    else if (trouble.kind === 'switch' && trouble.side === 'tps')
      tps.sessions.switchFirm(OTHER_FIRM);
    else if (trouble.kind === 'switch') {
      qbo.sessions.switchCompany(OTHER_REALM);
      if (seededRandom(this.#witness.moment).chance(0.5)) await lookAtQbo(browser.sites);
    }
  }

  /** Everybody is signed in again, to the right books, and may write. */
  async mendSessions(): Promise<void> {
    const { tps, qbo } = this.sites;
    tps.sessions.switchFirm(FIRM);
    tps.sessions.grantSyncPermission();
    for (const browser of this.browsers) await browser.signIn();
    qbo.sessions.switchCompany(REALM);
    for (const browser of this.browsers) await lookAtQbo(browser.sites);
  }

  async #sending(browser: Browser, request: WireRequest): Promise<void> {
    this.counts.requests += 1;
    if (!request.write) return;
    this.counts.writes += 1;
    this.#checkRealm(request);
    const parts = partsOf(request);
    if (!parts.some((part) => targetOf(part) !== null)) return;
    this.bookWrites += 1;
    const madeFor = (id: string, kind: CardKind | null) =>
      this.#witness.madeFor(request.side, id, kind);
    const report = (violation: Violation) => this.report(violation);
    const rows: (JournalRow | null)[] = [];
    // Two new records of a batch belong to two steps of the plan.
    for (const part of parts) {
      rows.push(await journaled(browser.db, part, this.approved, madeFor, report, rows));
    }
    this.#rows.set(request, rows);
  }

  #checkRealm({ side, path }: WireRequest): void {
    const realm = /\/company\/(\d+)\//.exec(path)?.[1];
    if (side === 'tps' || realm === REALM) return;
    this.report({ invariant: 4, kind: 'a write to another company', text: path });
  }

  async #committed(browser: Browser, request: WireRequest, response: Response): Promise<void> {
    const parts = partsOf(request);
    const isBatch = parts[0] !== request;
    const made = isBatch ? await idsIn(request, response) : [];
    const rows = this.#rows.get(request) ?? [];
    this.#rows.delete(request);
    const writes = parts.flatMap((part, at) => {
      const target = targetOf(part);
      const id = made[at];
      if (!target || id === null) return [];
      const row = rows[at] ?? null;
      this.tell(`write by browser ${browser.index}: ${part.side} ${part.method} ${part.path}`);
      this.tell(`  for ${row?.intent.key} ${part.body.slice(0, 400)}`);
      const of = `${row?.key} ${id}`;
      const takesBack =
        /requestid=[^&]*-back/.test(request.path) || (isBatch && this.#written.has(of));
      if (isBatch) this.#written.add(of);
      return [{ ...target, made: id ?? null, row, browser: browser.index, takesBack }];
    });
    if (writes.length > 0) this.#witness.look(request.side, 'extension', writes);
  }
}
