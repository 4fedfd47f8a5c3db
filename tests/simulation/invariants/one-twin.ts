/**
 * Invariant 1: a document has at most one live twin. Counted on what the extension itself created,
 * by the document that it was created for, and on what both systems held before it came.
 */
import { firmTag } from '../../../utils/ledger/firm-tag';
import { otherSide } from '../../../utils/ledger/side';
import { type Card, type Cards, cardKey } from '../world/card';
import type { Pairs } from '../world/pairs';
import { FIRM } from '../world/sites';
import type { Report } from './violation';

export class Twins {
  /** Cards that the extension created, by the card that each was created for. */
  readonly #madeFor = new Map<string, Set<string>>();
  readonly #originOf = new Map<string, string>();
  /** Cards that a person said have no twin in the one that they had: each is carried anew. */
  readonly #apart = new Set<string>();

  constructor(
    private readonly pairs: Pairs,
    private readonly report: Report,
  ) {}

  copyFrom(other: Twins): void {
    for (const [origin, made] of other.#madeFor) this.#madeFor.set(origin, new Set(made));
    for (const [made, origin] of other.#originOf) this.#originOf.set(made, origin);
    for (const key of other.#apart) this.#apart.add(key);
  }

  /** A person said of two twins (`side:kind:id`) that they are two documents. */
  takenApart(keys: readonly string[]): void {
    for (const key of keys) this.#apart.add(key);
  }

  wasMade(card: Card): boolean {
    return this.#originOf.has(keyOf(card));
  }

  /** The extension created `made` for `origin` (`side:kind:id`). `here` are the records beside it. */
  created(made: Card, origin: string, here: Cards): void {
    const isApart = this.#apart.has(origin);
    const echoed = this.#originOf.get(origin);
    if (echoed !== undefined && !isApart) {
      this.report({
        invariant: 1,
        kind: 'a document came back to the side it is from',
        text: `${keyOf(made)} was created for ${origin}, which was itself created for ${echoed}`,
      });
    }
    const others = this.#madeFor.get(origin) ?? new Set<string>();
    const live = [...others].filter((key) => here.get(key)?.voided === false);
    if (live.length > 0 && !isApart) {
      this.report({
        invariant: 1,
        kind: 'a second twin',
        text: `${origin} has the twins ${[...live, keyOf(made)].join(' and ')}`,
      });
    }
    const [side, kind, id] = partsOf(origin);
    const before = this.pairs.find(side, made.kind, id);
    const twin = before && here.get(cardKey(made.side, made.kind, before[`${made.side}Id`]));
    if (kind === made.kind && !isApart && twin && !twin.voided && !others.has(keyOf(twin))) {
      this.report({
        invariant: 1,
        kind: 'a second twin',
        text: `${origin} had the twin ${keyOf(twin)} before ${keyOf(made)} was created`,
      });
    }
    if (made.kind !== 'client' && made.marker !== markerFor(origin)) {
      this.report({
        invariant: 1,
        kind: 'a document without its marker',
        text: `${keyOf(made)} was created for ${origin} and carries "${made.marker}"`,
      });
    }
    this.#madeFor.set(origin, others.add(keyOf(made)));
    this.#originOf.set(keyOf(made), origin);
  }
}

function keyOf(card: Card): string {
  return cardKey(card.side, card.kind, card.id);
}

function partsOf(key: string): readonly ['tps' | 'qbo', string, string] {
  const [side, kind = '', id = ''] = key.split(':');
  return [side === 'tps' ? 'tps' : 'qbo', kind, id];
}

function markerFor(origin: string): string {
  const [side, kind, id] = partsOf(origin);
  const list = { A: 'adjustment', J: 'journal' }[id.charAt(0)];
  return `[${side.toUpperCase()}#${firmTag(String(FIRM.id))} ${list ?? kind} ${list ? id.slice(1) : id}]`;
}

/** Documents of one side that carry the same marker, or stand for the same one of the other side. */
export function markedTwice(cards: Iterable<Card>, report: Report): void {
  const seen = new Map<string, string>();
  for (const card of cards) {
    // A payment of 0.00 only applies a journal entry, and carries its marker.
    if (card.voided || card.fields.amount === '0') continue;
    if (card.marker === '' || !card.marker.includes(marksOf(card))) continue;
    const before = seen.get(`${card.side} ${card.marker}`);
    if (before) {
      report({
        invariant: 1,
        kind: 'two documents carry one marker',
        text: `${before} and ${keyOf(card)}: ${card.marker}`,
      });
    }
    seen.set(`${card.side} ${card.marker}`, keyOf(card));
  }
}

function marksOf(card: Card): string {
  return `[${otherSide(card.side).toUpperCase()}#`;
}
