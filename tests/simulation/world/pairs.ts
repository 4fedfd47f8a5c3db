/** Who is whose twin, as far as the world knows: from links that were stored and writes it saw. */
import { otherSide, type Side } from '../../../utils/ledger/side';
import { type CardKind, cardKey } from './card';

export interface Pair {
  readonly kind: CardKind;
  readonly tpsId: string;
  readonly qboId: string;
}

export class Pairs {
  readonly #byEnd = new Map<string, Pair>();

  copyFrom(other: Pairs): void {
    for (const [end, pair] of other.#byEnd) this.#byEnd.set(end, pair);
  }

  /** True when it was not known. A record's later twin takes the place of an earlier one. */
  add(pair: Pair): boolean {
    const { kind, tpsId, qboId } = pair;
    const known = this.#byEnd.get(cardKey('tps', kind, tpsId));
    if (known?.qboId === qboId) return false;
    const other = this.#byEnd.get(cardKey('qbo', kind, qboId));
    if (known) this.#byEnd.delete(cardKey('qbo', kind, known.qboId));
    if (other) this.#byEnd.delete(cardKey('tps', kind, other.tpsId));
    this.#byEnd.set(cardKey('tps', kind, tpsId), pair);
    this.#byEnd.set(cardKey('qbo', kind, qboId), pair);
    return true;
  }

  find(side: Side, kind: CardKind, id: string): Pair | null {
    return this.#byEnd.get(cardKey(side, kind, id)) ?? null;
  }

  twin(side: Side, kind: CardKind, id: string): string | null {
    const pair = this.find(side, kind, id);
    if (!pair) return null;
    return otherSide(side) === 'tps' ? pair.tpsId : pair.qboId;
  }

  get all(): Pair[] {
    return [...new Set(this.#byEnd.values())];
  }

  /** A field's text with every reference in the words of TPS, so that both sides compare. */
  plain(text: string): string {
    const plain = text.replace(/\{(tps|qbo):(\w+):([AJ]?\d+)\}/g, (whole, side, kind, id) => {
      if (side === 'tps') return whole;
      const pair = this.#byEnd.get(cardKey('qbo', kind, id));
      return pair ? `{${cardKey('tps', kind, pair.tpsId)}}` : whole;
    });
    return plain.includes('; ') ? plain.split('; ').sort().join('; ') : plain;
  }
}
