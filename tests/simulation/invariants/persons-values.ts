/**
 * Invariant 8: nothing a person typed is overwritten silently. For every field of every record the
 * witness knows who wrote its value, and on what both twins last agreed. The extension may replace
 * a value only where that value was agreed upon, and only by one that the other side has had since.
 */
import { otherSide, type Side } from '../../../utils/ledger/side';
import { type Card, type CardKind, cardKey } from '../world/card';
import type { Pair, Pairs } from '../world/pairs';
import type { Report } from './violation';

interface Agreed {
  readonly tps: string;
  readonly qbo: string;
}

/** A field's value since a moment of the world. */
interface Typed {
  readonly value: string;
  readonly at: number;
}

/** A browser reads the books after `from` until `to`: it may have seen what was typed meanwhile. */
interface Reading {
  readonly from: number;
  readonly to: number;
}

type Who = 'person' | 'extension';

export class PersonsValues {
  /** Fields that the extension wrote last, by `side:kind:id.field`; all others are persons'. */
  readonly #ours = new Set<string>();
  /** Values since the last agreement, oldest first. */
  readonly #values = new Map<string, Typed[]>();
  /** When a person last typed it: compared with when the books were last read. */
  readonly #typedAt = new Map<string, number>();
  readonly #agreed = new Map<string, Agreed>();
  /** Typed while the twins were being joined: nobody can say what they agreed upon. */
  readonly #unclear = new Set<string>();

  /** When a browser last began to read: a run may still write what it saw then. */
  #readFrom = 0;

  constructor(
    private readonly pairs: Pairs,
    private readonly report: Report,
  ) {}

  copyFrom(other: PersonsValues): void {
    for (const key of other.#ours) this.#ours.add(key);
    for (const [key, values] of other.#values) this.#values.set(key, [...values]);
    for (const [key, at] of other.#typedAt) this.#typedAt.set(key, at);
    for (const [key, agreed] of other.#agreed) this.#agreed.set(key, agreed);
    for (const key of other.#unclear) this.#unclear.add(key);
    this.#readFrom = other.#readFrom;
  }

  /** A browser begins to read the books. */
  reads(moment: number): void {
    this.#readFrom = moment;
  }

  /** A field has another value now. Call `replaced` first when the extension did it. */
  changed(card: Card, field: string, who: Who, moment: number): void {
    const key = fieldKey(card, field);
    const value = card.fields[field] ?? '';
    this.#values.set(key, [...(this.#values.get(key) ?? []), { value, at: moment }]);
    if (who === 'person') {
      this.#ours.delete(key);
      this.#typedAt.set(key, moment);
    } else {
      this.#ours.add(key);
    }
  }

  /** Two records became twins; what was typed after the reading was not seen by who joined them. */
  joined(pair: Pair, tps: Card, qbo: Card, reading: Reading): void {
    for (const field of sharedFields(tps, qbo)) {
      if (this.#settle(pair, tps, qbo, field)) continue;
      const key = pairKey(pair, field);
      const typed = [tps, qbo].map((card) => this.#typedAt.get(fieldKey(card, field)) ?? -1);
      if (typed.every((at) => at <= reading.from)) this.#agree(key, tps, qbo, field);
      else if (typed.some((at) => at > reading.from && at <= reading.to)) this.#unclear.add(key);
      else this.#agreedAsRead(key, tps, qbo, field, reading);
    }
  }

  /** What was typed since the reading is due: the twins agreed on what was there before it. */
  #agreedAsRead(key: string, tps: Card, qbo: Card, field: string, { to }: Reading): void {
    const read = (card: Card) => {
      const values = this.#values.get(fieldKey(card, field)) ?? [];
      return values.findLast(({ at }) => at <= to)?.value ?? card.fields[field] ?? '';
    };
    this.#unclear.delete(key);
    this.#agreed.set(key, { tps: read(tps), qbo: read(qbo) });
  }

  /** Where both say the same now, they agree anew. */
  settle(pair: Pair, tps: Card, qbo: Card): void {
    for (const field of sharedFields(tps, qbo)) this.#settle(pair, tps, qbo, field);
  }

  /** The extension wrote `after` over `before`; `onTheWay`: the first of two writes, which only takes off. */
  replaced(before: Card, after: Card, other: Card | null, onTheWay = false): void {
    const { side, kind, id } = before;
    const pair = this.pairs.find(side, kind, id);
    for (const field of Object.keys(after.fields)) {
      const [old, now] = [before.fields[field] ?? '', after.fields[field] ?? ''];
      if (this.#same(old, now)) continue;
      const what = `${side} ${kind} ${id} (${before.label}) ${field}: "${old}" became "${now}"`;
      if (!pair) {
        this.report({
          invariant: 8,
          kind: 'a record without a twin was changed',
          text: what,
        });
        continue;
      }
      const key = pairKey(pair, field);
      if (this.#unclear.has(key)) continue;
      const agreed = this.#agreed.get(key);
      const ours = this.#ours.has(fieldKey(before, field));
      const otherNow = other?.fields[field] ?? '(gone)';
      const story = `${what}; agreed on "${agreed?.tps}" / "${agreed?.qbo}", the other side has "${otherNow}"`;
      if (!ours && (!agreed || !this.#same(old, agreed[side]))) {
        this.report({
          invariant: 8,
          kind: 'a value that a person typed was overwritten',
          text: story,
        });
      } else if (!onTheWay && !this.#isFromOther(pair, side, kind, field, now, agreed)) {
        this.report({ invariant: 8, kind: 'a value came from nowhere', text: story });
      }
    }
  }

  /** The extension voided or removed a record: nothing in it may be newer than the agreement. */
  tookAway(before: Card): void {
    const { side, kind, id } = before;
    const pair = this.pairs.find(side, kind, id);
    for (const field of Object.keys(before.fields)) {
      if (this.#ours.has(fieldKey(before, field))) continue;
      const key = pair && pairKey(pair, field);
      if (key && this.#unclear.has(key)) continue;
      const agreed = key ? this.#agreed.get(key) : undefined;
      const value = before.fields[field] ?? '';
      if (agreed && this.#same(value, agreed[side])) continue;
      this.report({
        invariant: 8,
        kind: 'a record that a person had changed was taken away',
        text: `${side} ${kind} ${id} (${before.label}) ${field}: "${value}", agreed on "${agreed?.[side]}"`,
      });
    }
  }

  /** Differs from what was agreed: the other side must get it, or a person must be told. */
  isDue(pair: Pair, card: Card, field: string): boolean {
    const key = pairKey(pair, field);
    if (this.#unclear.has(key)) return false;
    const agreed = this.#agreed.get(key);
    return !agreed || !this.#same(card.fields[field] ?? '', agreed[card.side]);
  }

  same(a: string, b: string): boolean {
    return this.#same(a, b);
  }

  #isFromOther(
    pair: Pair,
    side: Side,
    kind: CardKind,
    field: string,
    now: string,
    agreed: Agreed | undefined,
  ): boolean {
    const there = otherSide(side);
    const otherId = there === 'tps' ? pair.tpsId : pair.qboId;
    const had = this.#values.get(`${cardKey(there, kind, otherId)}.${field}`) ?? [];
    const known = [...had.map(({ value }) => value), ...(agreed ? [agreed.tps, agreed.qbo] : [])];
    return known.some((value) => this.#same(value, now));
  }

  #settle(pair: Pair, tps: Card, qbo: Card, field: string): boolean {
    if (!this.#same(tps.fields[field] ?? '', qbo.fields[field] ?? '')) return false;
    this.#agree(pairKey(pair, field), tps, qbo, field);
    return true;
  }

  #agree(key: string, tps: Card, qbo: Card, field: string): void {
    this.#unclear.delete(key);
    this.#agreed.set(key, { tps: tps.fields[field] ?? '', qbo: qbo.fields[field] ?? '' });
    for (const card of [tps, qbo]) {
      const value = card.fields[field] ?? '';
      const before = this.#values.get(fieldKey(card, field)) ?? [];
      const seen = before.findLastIndex(({ at }) => at <= this.#readFrom);
      const now = { value, at: before.at(-1)?.at ?? 0 };
      this.#values.set(fieldKey(card, field), [...before.slice(Math.max(0, seen)), now]);
    }
  }

  #same(a: string, b: string): boolean {
    return this.pairs.plain(a) === this.pairs.plain(b);
  }
}

function sharedFields(tps: Card, qbo: Card): string[] {
  return Object.keys(tps.fields).filter((field) => field in qbo.fields);
}

function fieldKey(card: Card, field: string): string {
  return `${cardKey(card.side, card.kind, card.id)}.${field}`;
}

function pairKey(pair: Pair, field: string): string {
  return `${pair.kind}:${pair.tpsId}:${pair.qboId}.${field}`;
}
