import { PortError, type PortErrorKind } from '../../../utils/port/port-error';
import type { FoundNotes, SharedNote, SharedNotes } from '../../../utils/port/shared-notes';

export interface Clock {
  ms: number;
}

export function portError(kind: PortErrorKind): PortError {
  return new PortError({ side: 'qbo', kind, what: { id: 'request.failed' }, technical: kind });
}

/** Notes in memory, with the rules of QuickBooks: growing ids, compare-and-swap, whole seconds. */
export class MemoryNotes implements SharedNotes {
  readonly stored: SharedNote[] = [];
  #lastId = 0;

  constructor(readonly clock: Clock) {}

  async find(name: string): Promise<FoundNotes> {
    const notes = this.stored.filter(({ text }) => text.startsWith(name));
    return { notes: [...notes], serverTime: new Date(this.clock.ms).toISOString() };
  }

  async create(text: string): Promise<SharedNote> {
    const note = { id: String(++this.#lastId), version: '0', text, changedAt: this.#now() };
    this.stored.push(note);
    return note;
  }

  async replace({ id, version }: Pick<SharedNote, 'id' | 'version'>, text: string) {
    const at = this.#at(id, version);
    const next = { id, version: String(Number(version) + 1), text, changedAt: this.#now() };
    this.stored[at] = next;
    return next;
  }

  async remove({ id, version }: Pick<SharedNote, 'id' | 'version'>): Promise<void> {
    this.stored.splice(this.#at(id, version), 1);
  }

  #at(id: string, version: string): number {
    const at = this.stored.findIndex((note) => note.id === id && note.version === version);
    if (at < 0) throw portError('changedMeanwhile');
    return at;
  }

  #now(): string {
    return new Date(Math.floor(this.clock.ms / 1000) * 1000).toISOString();
  }
}
