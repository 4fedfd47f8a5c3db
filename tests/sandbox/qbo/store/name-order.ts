import type { Rec } from './record';

/** What lists are ordered by: the full name, of a sub-customer "Parent:Child". */
export const fullName = ({ body }: Rec): string =>
  String(body.FullyQualifiedName ?? body.DisplayName ?? body.Name ?? '');

interface Entry {
  readonly name: string;
  readonly id: string;
}

/** By code points: "PG&E" before "Pam Seitz" (recorded: minimul/qbo_api vendors_by_5.yml). */
function isBefore(a: Entry, b: Entry): boolean {
  return a.name === b.name ? Number(a.id) < Number(b.id) : a.name < b.name;
}

/** The ids of one list in the order of their names, kept up with every change. */
export class NameOrder {
  private readonly entries: Entry[] = [];

  add(rec: Rec): void {
    const entry = { name: fullName(rec), id: rec.id };
    this.entries.splice(this.placeOf(entry), 0, entry);
  }

  remove(rec: Rec): void {
    const place = this.placeOf({ name: fullName(rec), id: rec.id });
    if (this.entries[place]?.id === rec.id) this.entries.splice(place, 1);
  }

  *ids(): Generator<string> {
    for (const { id } of this.entries) yield id;
  }

  private placeOf(entry: Entry): number {
    let low = 0;
    let high = this.entries.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const there = this.entries[middle];
      if (there && isBefore(there, entry)) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
