/**
 * The right to write, for one browser of the firm at a time. The note with the lease is replaced
 * under the version that was read, so of two browsers only one succeeds. Whoever holds it knows so
 * only for a third of its time without asking again; a write lasts at most another half of it, so
 * that it has ended before anybody else may begin.
 */

import { PortError } from '../port/port-error';
import type { FoundNotes, SharedNote, SharedNotes } from '../port/shared-notes';
import { hasNoNotes } from './keeps-notes';
import { isStranger, type LeaseMemory, NO_MEMORY } from './lease-memory';
import { LEASE_MS, LEASE_NAME, type LeaseBody, leaseText, seenLease } from './lease-note';
import { type Claimant, givenBack, heldBy, nextStep, renewed, strayNotes } from './lease-rules';

/** Asked again after this long, before the next write. */
export const LEASE_RENEW_MS = LEASE_MS / 3;
/** Lost answers and other browsers that were faster; then somebody else's turn is over soon. */
const TRIES_MAX = 6;

export type Taken =
  /** `othersUntil`: until when another browser may have written (server's clock). */
  | { readonly kind: 'held'; readonly othersUntil: string | null }
  | { readonly kind: 'other'; readonly who: string; readonly since: string }
  /** No clear answer after several tries: nothing is known, nothing may be written. */
  | { readonly kind: 'unclear' }
  /** The company keeps no notes for us, or none that we can read: nothing guards the books. */
  | { readonly kind: 'unguarded' };

interface Held {
  readonly note: Pick<SharedNote, 'id' | 'version'>;
  readonly body: LeaseBody;
  /** Local clock before the request that got it was sent. */
  readonly sentMs: number;
  readonly othersUntil: string | null;
}

export class Lease {
  #held: Held | null = null;
  #unguarded = false;

  /** `now`: local clock in ms, only ever compared with itself. */
  #me: Claimant;

  constructor(
    private readonly notes: SharedNotes,
    me: Claimant,
    private readonly now: () => number,
    private readonly memory: LeaseMemory = NO_MEMORY,
  ) {
    this.#me = me;
  }

  /** True while a write may begin without asking again. */
  get isFresh(): boolean {
    if (this.#unguarded) return true;
    if (!this.#held) return false;
    const ageMs = this.now() - this.#held.sentMs;
    return ageMs >= 0 && ageMs < LEASE_RENEW_MS;
  }

  /** Gets the lease, or says who has it. Throws PortErrors that concern the session or the network. */
  async take(): Promise<Taken> {
    this.#held = null;
    this.#unguarded = false;
    for (let attempt = 0; attempt < TRIES_MAX; attempt++) {
      try {
        const taken = await this.#try();
        if (taken) return taken;
      } catch (error) {
        if (hasNoNotes(error)) {
          this.#unguarded = true;
          return { kind: 'unguarded' };
        }
        if (!isUnclear(error)) throw error;
      }
    }
    return { kind: 'unclear' };
  }

  /**
   * Before a write: renews what is no longer fresh. Anything but `held` with the same `othersUntil`
   * as before means that another browser may have written in between.
   */
  async renew(): Promise<Taken> {
    const held = this.#held;
    if (this.#unguarded) return { kind: 'unguarded' };
    if (!held) throw new Error('a write without a lease');
    if (this.isFresh) return { kind: 'held', othersUntil: held.othersUntil };
    try {
      await this.#replace(held.note, renewed(held.body), held.othersUntil);
    } catch (error) {
      if (!isUnclear(error) && !hasNoNotes(error)) throw error;
    }
    return this.isFresh ? { kind: 'held', othersUntil: held.othersUntil } : this.take();
  }

  /** Gives it back, so that the next browser need not wait. What fails here runs out by itself. */
  async release(): Promise<void> {
    try {
      const held = this.#held ?? heldBy(await this.#find('afresh'), this.#me.owner);
      this.#held = null;
      if (held) await this.#write(held.note, givenBack(held.body));
    } catch (error) {
      if (!(error instanceof PortError)) throw error;
    }
  }

  /** One look and one step; null when it has to be looked at again. */
  async #try(): Promise<Taken | null> {
    const seen = await this.#find();
    const isOurs = nextStep(seen, this.#me).do !== 'wait';
    // Nobody waits for what was seen a moment ago.
    const found = isOurs ? seen : await this.#find('afresh');
    for (const stray of strayNotes(found, this.#me.owner)) await this.#drop(stray);
    const step = nextStep(found, this.#me);
    if (step.do === 'wait') return { kind: 'other', who: step.who, since: step.since };
    if (step.do === 'create') {
      await this.memory.journal(step.body);
      await this.notes.create(leaseText(step.body));
      // Another browser may have made one, too: only a look at all of them tells whose counts.
      return null;
    }
    await this.#replace(step.note, step.body, step.othersUntil);
    // The answer may have taken so long that it says little about now.
    if (!this.isFresh) return null;
    return { kind: 'held', othersUntil: step.othersUntil };
  }

  async #replace(
    note: Pick<SharedNote, 'id' | 'version'>,
    body: LeaseBody,
    othersUntil: string | null,
  ): Promise<void> {
    const sentMs = this.now();
    this.#held = null;
    const { id, version } = await this.#write(note, body);
    this.#held = { note: { id, version }, body, sentMs, othersUntil };
  }

  /** Journaled before it is sent, and taken back where somebody was faster: then it is not ours. */
  async #write(note: Pick<SharedNote, 'id' | 'version'>, body: LeaseBody): Promise<SharedNote> {
    const before = await this.memory.known();
    await this.memory.journal(body);
    try {
      return await this.notes.replace(note, leaseText(body));
    } catch (error) {
      const refused = error instanceof PortError && error.kind === 'changedMeanwhile';
      if (refused) await this.memory.journal(before);
      throw error;
    }
  }

  /** All notes; under a new name from now on, if one under ours is not of this database. */
  async #find(how?: 'afresh'): Promise<FoundNotes> {
    const found = await this.notes.find(LEASE_NAME, how);
    const [oldest] = found.notes;
    const body = oldest ? seenLease(oldest).body : null;
    if (isStranger(body, this.#me.owner, await this.memory.known())) {
      this.#me = { ...this.#me, owner: await this.memory.rename() };
    }
    return found;
  }

  async #drop(stray: SharedNote): Promise<void> {
    try {
      await this.notes.remove(stray);
    } catch (error) {
      if (!(error instanceof PortError)) throw error;
    }
  }
}

/** Somebody was faster, or the answer got lost: the next look tells. */
function isUnclear(error: unknown): boolean {
  return error instanceof PortError && ['changedMeanwhile', 'outcomeUnknown'].includes(error.kind);
}
