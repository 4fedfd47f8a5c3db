/**
 * Sees everything that changes in the two books, knows who did it and who is whose twin, and tells
 * the invariants that are about single records.
 */
import { otherSide, type Side } from '../../../utils/ledger/side';
import type { JournalRow } from '../../../utils/store/rows';
import { markedTwice, Twins } from '../invariants/one-twin';
import { PersonsValues } from '../invariants/persons-values';
import type { Report } from '../invariants/violation';
import { type Card, type CardKind, type Cards, cardKey } from './card';
import { type Pair, Pairs } from './pairs';
import { qboCards } from './qbo-cards';
import type { Sites } from './sites';
import type { Target } from './target';
import { tpsCards } from './tps-cards';

const KINDS: readonly CardKind[] = ['client', 'invoice', 'payment'];

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

/** Before it is voided for good, an invoice gives its number up, and nothing else. */
function freesNumber(row: JournalRow | null, changed: readonly string[]): boolean {
  return row?.intent.does === 'renumber' && changed.join() === 'number';
}

/** A write of the extension, and the step of a plan that it belongs to. */
interface Write extends Target {
  /** Of a write in a batch: the record that its answer names. */
  readonly made: string | null;
  readonly row: JournalRow | null;
  readonly browser: number;
  readonly takesBack: boolean;
}

function isAbout({ id, kind }: Target, card: Card): boolean {
  return id === card.id && (kind === null || kind === card.kind);
}

/** The write that made this record: the only one, or that whose answer names it. */
function makerOf(writes: readonly Write[], { kind, id }: Card): Write | null {
  const [only] = writes;
  if (writes.length === 1 && only) return only;
  return writes.find((write) => write.made === id && write.kind === kind) ?? null;
}

export class Witness {
  readonly pairs = new Pairs();
  readonly values: PersonsValues;
  readonly #twins: Twins;
  /** Records that the extension has created, by `side:kind:id`: what each was created for. */
  readonly #origins = new Map<string, string>();
  #cards: { readonly tps: Cards; readonly qbo: Cards };
  /** Records whose tag a person typed, or copied with the document. */
  readonly #typedTags = new Set<string>();
  /** Records that are gone, as they last were. */
  readonly #gone = new Map<string, Card>();
  #moment = 0;
  /** When each browser last began to read the books, and when it made a plan of what it had read. */
  readonly #readAt = new Map<number, number>();
  readonly #plannedAt = new Map<number, number>();

  constructor(
    private readonly sites: Sites,
    private readonly report: Report,
    private readonly tell: (line: string) => void,
  ) {
    this.values = new PersonsValues(this.pairs, report);
    this.#twins = new Twins(this.pairs, report);
    this.#cards = { tps: tpsCards(sites.books), qbo: qboCards(sites.company) };
  }

  /** Knows what another witness has seen, in books that are copies of those. */
  copyFrom(other: Witness): void {
    this.pairs.copyFrom(other.pairs);
    this.values.copyFrom(other.values);
    this.#twins.copyFrom(other.#twins);
    for (const [made, origin] of other.#origins) this.#origins.set(made, origin);
    for (const [browser, at] of other.#readAt) this.#readAt.set(browser, at);
    for (const [browser, at] of other.#plannedAt) this.#plannedAt.set(browser, at);
    for (const key of other.#typedTags) this.#typedTags.add(key);
    for (const [key, card] of other.#gone) this.#gone.set(key, card);
    this.#cards = other.#cards;
    this.#moment = other.#moment;
  }

  get cards(): { readonly tps: Cards; readonly qbo: Cards } {
    return this.#cards;
  }

  /** Counts everything that changes in the books. */
  get moment(): number {
    return this.#moment;
  }

  /** A browser begins to read: what is typed from now on may not be seen by that run. */
  reads(browser: number): void {
    this.#readAt.set(browser, this.#moment);
    this.values.reads(this.#moment);
  }

  /** A browser makes a plan of what it has read. */
  plans(browser: number): void {
    this.#plannedAt.set(browser, this.#moment);
  }

  /** What a record of the extension's was created for (`side:kind:id`); null for all others. */
  madeFor(side: Side, id: string, kind: CardKind | null): string | null {
    const kinds = KINDS.filter((one) => kind === null || kind === one);
    const origins = kinds.map((one) => this.#origins.get(cardKey(side, one, id)));
    return origins.find((origin) => origin !== undefined) ?? null;
  }

  /** Compares the books of one side with how they were, and tells whoever watches. */
  look(side: Side, who: 'person' | 'extension', writes: readonly Write[]): void {
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
      if (!old) this.#appeared(card, who, makerOf(writes, card));
      else this.#moved(old, card, who, writes.find((write) => isAbout(write, card)) ?? null);
    }
    for (const [key, old] of before) {
      if (!now.has(key)) this.#gone.set(key, old);
      if (!now.has(key) && who === 'extension' && writes.some((write) => isAbout(write, old)))
        this.values.tookAway(old);
    }
    for (const [key, card] of now) {
      if (before.get(key)?.marker === card.marker) continue;
      if (who === 'person' && card.marker !== '') this.#typedTags.add(key);
      else this.#typedTags.delete(key);
    }
    if (who !== 'extension') return;
    const ours = [...now].flatMap(([key, card]) => (this.#typedTags.has(key) ? [] : [card]));
    markedTwice(ours, (violation) => this.report(violation));
  }

  #appeared(card: Card, who: 'person' | 'extension', write: Write | null): void {
    for (const field of Object.keys(card.fields)) {
      this.values.changed(card, field, who, this.#moment);
    }
    const record = write?.row?.intent.record;
    if (who === 'person' || !record || !write) return;
    const origin = `${record.side}:${record.kind}:${record.id}`;
    // A person took the tag out, and another browser has never seen the link: it is a new one there.
    const source = this.#cards[record.side].get(origin);
    if (source?.marker === '') this.#twins.takenApart([origin]);
    this.#twins.created(card, origin, this.#cards[card.side]);
    this.#origins.set(cardKey(card.side, card.kind, card.id), origin);
    const [tpsId, qboId] = card.side === 'tps' ? [card.id, record.id] : [record.id, card.id];
    if (record.kind === card.kind) this.paired({ kind: card.kind, tpsId, qboId }, write.browser);
  }

  #moved(old: Card, card: Card, who: 'person' | 'extension', write: Write | null): void {
    const changed = Object.keys(card.fields).filter(
      (field) => old.fields[field] !== card.fields[field],
    );
    const gone = card.voided && !old.voided;
    if (changed.length === 0 && !gone) return;
    const other = this.#twinOf(card);
    if (who === 'extension' && write) {
      // What was not as meant becomes again what it was.
      const onTheWay = write.takesBack || (write.row?.intent.key.startsWith('detach:') ?? false);
      // A client that is made inactive keeps all its fields, and can be made active again.
      if (gone && card.kind !== 'client') this.values.tookAway(old);
      else if (!gone && !(freesNumber(write.row, changed) && (!other || other.voided)))
        this.values.replaced(old, card, other, onTheWay);
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

  /** A twin may be removed after it was read: what it said then was agreed upon, its end is news. */
  #lastSeen(side: Side, kind: CardKind, id: string): Card | undefined {
    const key = cardKey(side, kind, id);
    return this.#cards[side].get(key) ?? this.#gone.get(key);
  }

  /** A person said that two twins are two documents: whichever was made for the other, it is its own. */
  takenApart(keys: readonly string[]): void {
    this.#twins.takenApart(keys);
    for (const key of keys) this.#typedTags.add(key);
  }

  /** Two records are twins from now on; a browser has read the books, and joined them. */
  paired(pair: Pair, browser: number): void {
    if (!this.pairs.add(pair)) return;
    const { kind, tpsId, qboId } = pair;
    const tps = this.#lastSeen('tps', kind, tpsId);
    const qbo = this.#lastSeen('qbo', kind, qboId);
    if (!tps || !qbo) return;
    const readAt = this.#readAt.get(browser) ?? 0;
    const plannedAt = Math.max(readAt, this.#plannedAt.get(browser) ?? 0);
    this.values.joined(pair, tps, qbo, { from: readAt, to: plannedAt });
  }
}
