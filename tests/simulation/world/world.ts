/**
 * One firm with its people, its browsers and its bad luck: what a trace is played in. The world
 * sees every effect as it happens and knows what must be true after each.
 */
import { z } from 'zod';
import { otherSide, SIDES, type Side } from '../../../utils/ledger/side';
import type { JournalRow } from '../../../utils/store/database';
import { seededRandom } from '../../sandbox/firm/random';
import type { Mishap, Trouble } from '../faults/mishap';
import { type Weather, weather } from '../faults/weather';
import { journaled } from '../invariants/journaled';
import { markedTwice, Twins } from '../invariants/one-twin';
import { PersonsValues } from '../invariants/persons-values';
import type { Violation } from '../invariants/violation';
import { type ActName, doWork } from '../people/acts';
import { decide } from '../people/decisions';
import { meddle } from '../people/meddle';
import { Browser } from './browser';
import { type Card, type CardKind, type Cards, cardKey } from './card';
import { type Pair, Pairs } from './pairs';
import { qboCards } from './qbo-cards';
import { lookAtQbo } from './sign-in';
import { FIRM, OTHER_FIRM, OTHER_REALM, REALM, type Sites } from './sites';
import { type Target, targetOf } from './target';
import { tpsCards } from './tps-cards';
import type { WireRequest } from './wire-request';

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

const KINDS: readonly CardKind[] = ['client', 'invoice', 'payment'];

const planned = z.object({ state: z.literal('planned') });

function isPlanned(row: unknown): boolean {
  return planned.safeParse(row).success;
}

function changeOf(old: Card | undefined, card: Card): string {
  if (!old) return `is new: ${JSON.stringify(card)}`;
  const fields = Object.keys(card.fields).filter(
    (field) => old.fields[field] !== card.fields[field],
  );
  const texts = fields.map((field) => `${field} "${old.fields[field]}" > "${card.fields[field]}"`);
  if (old.voided !== card.voided) texts.push(`voided ${card.voided}`);
  if (old.marker !== card.marker) texts.push(`marker "${card.marker}"`);
  return texts.join('; ');
}

function isAbout(target: Target | null, { kind, id }: Card): boolean {
  return target?.id === id && (target.kind === null || target.kind === kind);
}

export class World {
  readonly violations: Violation[] = [];
  readonly counts: Counts = { steps: 0, requests: 0, writes: 0, faults: 0, kills: 0, acts: 0 };
  /** Several browsers: each shares the set-up after a run, as the real worker does. */
  isShared = false;
  /** Writes to the books; the firm's notes in QuickBooks are none. */
  bookWrites = 0;
  readonly pairs = new Pairs();
  /** Runs that have ended and whose counts were right. */
  readonly runsOver = new Set<string>();
  /** Runs that have ended and left nothing half-written. */
  readonly runsLookedAt = new Set<string>();
  readonly values: PersonsValues;
  readonly twins: Twins;
  /** Plans that a person has seen and approved, by run. */
  readonly approved = new Map<string, { planHash: string; keys: ReadonlySet<string> }>();
  /** Records that the extension has created, by `side:kind:id`: what each was created for. */
  readonly #origins = new Map<string, string>();
  readonly #rows = new Map<WireRequest, JournalRow | null>();
  #cards: { tps: Cards; qbo: Cards };
  /** Counts everything that changes in the books. */
  #moment = 0;
  /** When each browser last began to read the books, and when it made a plan of what it had read. */
  readonly #readAt = new Map<number, number>();
  readonly #plannedAt = new Map<number, number>();
  readonly browsers: Browser[] = [];

  constructor(
    readonly sites: Sites,
    /** Hears what happens, for whoever follows a single trace. */
    readonly tell: (line: string) => void = () => {},
  ) {
    const report = (violation: Violation) => this.violations.push(violation);
    this.values = new PersonsValues(this.pairs, report);
    this.twins = new Twins(this.pairs, report);
    this.#cards = { tps: tpsCards(sites.books), qbo: qboCards(sites.company) };
  }

  get cards(): { readonly tps: Cards; readonly qbo: Cards } {
    return this.#cards;
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
    this.#readAt.set(browser.index, this.#moment);
    this.values.reads(this.#moment);
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
    for (const side of SIDES) this.#look(side, 'person', null);
  }

  /** Twins that became so where the world was not looking agree on what they say now. */
  joinedUnseen(browser: Browser, pairs: readonly Pair[]): void {
    this.reads(browser);
    for (const pair of pairs) {
      this.pairs.add(pair);
      this.#settled(pair, browser);
    }
  }

  /** A browser stores links: from now on these are twins. */
  #joined(browser: Browser, rows: readonly unknown[]): void {
    for (const row of rows) {
      const { type, tpsId, qboId } = linkEnds.parse(row);
      this.#pair(type, tpsId, qboId, browser);
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
      committed: async (request) => this.#committed(browser, request),
      storing: (table, rows) => {
        if (table === 'links') this.#joined(browser, rows);
        if (table === 'journal' && rows.some(isPlanned)) {
          this.#plannedAt.set(browser.index, this.#moment);
        }
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
      if (seededRandom(this.#moment).chance(0.5)) await lookAtQbo(browser.sites);
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
    if (targetOf(request) === null) return;
    this.bookWrites += 1;
    const madeFor = (id: string, kind: CardKind | null) =>
      KINDS.filter((one) => kind === null || kind === one)
        .map((one) => this.#origins.get(cardKey(request.side, one, id)))
        .find((origin) => origin !== undefined) ?? null;
    const report = (violation: Violation) => this.report(violation);
    const row = await journaled(browser.db, request, this.approved, madeFor, report);
    this.#rows.set(request, row);
  }

  #checkRealm({ side, path }: WireRequest): void {
    const realm = /\/company\/(\d+)\//.exec(path)?.[1];
    if (side === 'tps' || realm === REALM) return;
    this.report({ invariant: 4, kind: 'a write to another company', text: path });
  }

  #committed(browser: Browser, request: WireRequest): void {
    const target = targetOf(request);
    if (!target) return;
    const row = this.#rows.get(request) ?? null;
    this.#rows.delete(request);
    this.tell(
      `write by browser ${browser.index}: ${request.side} ${request.method} ${request.path}`,
    );
    this.tell(`  for ${row?.intent.key} ${request.body.slice(0, 400)}`);
    this.#look(request.side, 'extension', { ...target, row, browser });
  }

  /** Compares the books of one side with how they were, and tells whoever watches. */
  #look(
    side: Side,
    who: 'person' | 'extension',
    write: (Target & { row: JournalRow | null; browser: Browser }) | null,
  ): void {
    const before = this.#cards[side];
    const now = side === 'tps' ? tpsCards(this.sites.books) : qboCards(this.sites.company);
    this.#cards = { ...this.#cards, [side]: now };
    this.#moment += 1;
    for (const [key, card] of now) {
      const old = before.get(key);
      if (JSON.stringify(old) !== JSON.stringify(card))
        this.tell(`  ${key} ${changeOf(old, card)}`);
    }
    for (const key of before.keys()) if (!now.has(key)) this.tell(`  ${key} is gone`);
    for (const [key, card] of now) {
      const old = before.get(key);
      if (!old) this.#appeared(card, who, write);
      else this.#moved(old, card, who, isAbout(write, card) ? write : null);
    }
    for (const [key, old] of before) {
      if (!now.has(key) && who === 'extension' && isAbout(write, old)) this.values.tookAway(old);
    }
    if (who === 'extension') markedTwice(now, (violation) => this.report(violation));
  }

  #appeared(
    card: Card,
    who: 'person' | 'extension',
    write: { row: JournalRow | null; browser: Browser } | null,
  ): void {
    for (const field of Object.keys(card.fields)) {
      this.values.changed(card, field, who, this.#moment);
    }
    const record = write?.row?.intent.record;
    if (who === 'person' || !record || !write) return;
    const origin = `${record.side}:${record.kind}:${record.id}`;
    this.twins.created(card, origin, this.#cards[card.side]);
    this.#origins.set(cardKey(card.side, card.kind, card.id), origin);
    const [tpsId, qboId] = card.side === 'tps' ? [card.id, record.id] : [record.id, card.id];
    if (record.kind === card.kind) this.#pair(card.kind, tpsId, qboId, write.browser);
  }

  #moved(
    old: Card,
    card: Card,
    who: 'person' | 'extension',
    write: { row: JournalRow | null } | null,
  ): void {
    const changed = Object.keys(card.fields).filter(
      (field) => old.fields[field] !== card.fields[field],
    );
    const gone = card.voided && !old.voided;
    if (changed.length === 0 && !gone) return;
    const other = this.#twinOf(card);
    if (who === 'extension' && write) {
      const onTheWay = write.row?.intent.key.startsWith('detach:') ?? false;
      // A client that is made inactive keeps all its fields, and can be made active again.
      if (gone && card.kind !== 'client') this.values.tookAway(old);
      else if (!gone) this.values.replaced(old, card, other, onTheWay);
    }
    for (const field of changed) {
      this.values.changed(card, field, who, this.#moment);
    }
    const pair = this.pairs.find(card.side, card.kind, card.id);
    if (!pair || !other) return;
    if (card.side === 'tps') this.values.settle(pair, card, other);
    else this.values.settle(pair, other, card);
  }

  #twinOf({ side, kind, id }: Card): Card | null {
    const twin = this.pairs.twin(side, kind, id);
    const there = otherSide(side);
    return twin === null ? null : (this.#cards[there].get(cardKey(there, kind, twin)) ?? null);
  }

  #pair(kind: CardKind, tpsId: string, qboId: string, browser: Browser): void {
    if (!this.pairs.add({ kind, tpsId, qboId })) return;
    this.#settled({ kind, tpsId, qboId }, browser);
  }

  #settled(pair: Pair, browser: Browser): void {
    const { kind, tpsId, qboId } = pair;
    const tps = this.#cards.tps.get(cardKey('tps', kind, tpsId));
    const qbo = this.#cards.qbo.get(cardKey('qbo', kind, qboId));
    if (!tps || !qbo) return;
    const readAt = this.#readAt.get(browser.index) ?? 0;
    const plannedAt = Math.max(readAt, this.#plannedAt.get(browser.index) ?? 0);
    this.values.joined(pair, tps, qbo, { from: readAt, to: plannedAt });
  }
}
