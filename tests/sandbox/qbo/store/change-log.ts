import type { Rec } from './record';

/** Slots that may be empty before the log is written anew. */
const EMPTY_SLOTS_MIN = 1000;

/**
 * The records of one table in the order of their last change. A record has one slot; the slot of
 * an earlier change is emptied, so that reading is a walk over an array.
 */
export class ChangeLog {
  private slots: (Rec | undefined)[] = [];
  /** Time of each slot, the emptied ones too: never falls. */
  private times: number[] = [];
  private readonly slotOf = new Map<string, number>();

  /** The record was changed, or came new. */
  note(rec: Rec): void {
    const old = this.slotOf.get(rec.id);
    if (old !== undefined) this.slots[old] = undefined;
    const last = this.times.at(-1);
    this.slotOf.set(rec.id, this.slots.length);
    this.slots.push(rec);
    this.times.push(rec.updatedMs);
    const empty = this.slots.length - this.slotOf.size;
    const isBehind = last !== undefined && last > rec.updatedMs;
    if (isBehind || (empty > EMPTY_SLOTS_MIN && empty > 2 * this.slotOf.size)) this.rewrite();
  }

  /** The record was replaced by one of the same time. */
  swap(rec: Rec): void {
    const slot = this.slotOf.get(rec.id);
    if (slot !== undefined) this.slots[slot] = rec;
  }

  forget(id: string): void {
    const slot = this.slotOf.get(id);
    if (slot === undefined) return;
    this.slots[slot] = undefined;
    this.slotOf.delete(id);
  }

  /** Changed at or after `fromMs`, oldest change first. */
  *since(fromMs: number): Generator<Rec> {
    let low = 0;
    let high = this.times.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.times[middle] ?? 0) < fromMs) low = middle + 1;
      else high = middle;
    }
    for (let at = low; at < this.slots.length; at += 1) {
      const rec = this.slots[at];
      if (rec) yield rec;
    }
  }

  /** The one changed last comes first. */
  *latestFirst(): Generator<Rec> {
    for (let at = this.slots.length - 1; at >= 0; at -= 1) {
      const rec = this.slots[at];
      if (rec) yield rec;
    }
  }

  private rewrite(): void {
    const recs = this.slots
      .filter((rec) => rec !== undefined)
      .sort((a, b) => a.updatedMs - b.updatedMs || Number(a.id) - Number(b.id));
    this.slots = recs;
    this.times = recs.map((rec) => rec.updatedMs);
    recs.forEach((rec, at) => {
      this.slotOf.set(rec.id, at);
    });
  }
}
