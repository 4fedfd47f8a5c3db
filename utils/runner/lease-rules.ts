/** Who may write: decided from what all browsers see, without asking anybody. Pure. */

import type { FoundNotes, SharedNote } from '../port/shared-notes';
import { LEASE_MS, type LeaseBody, type SeenLease, seenLease, undoneIn } from './lease-note';

/** Who asks. */
export interface Claimant {
  /** Random, one for each browser profile. */
  readonly owner: string;
  /** For people: "Chrome on Windows". */
  readonly label: string;
  /** The TPS firm that it syncs for. */
  readonly firm?: { readonly tag: string; readonly name: string };
  readonly run: string;
  /** The run takes another one back. */
  readonly undoes?: true;
}

export type LeaseStep =
  /** Nobody has made the note yet. */
  | { readonly do: 'create'; readonly body: LeaseBody }
  /** Ours, given back or expired: replace this version of it. */
  | {
      readonly do: 'take';
      readonly note: SharedNote;
      readonly body: LeaseBody;
      /** Until when another browser may have written; null when none is known. */
      readonly othersUntil: string | null;
    }
  | { readonly do: 'wait'; readonly who: string; readonly since: string };

/**
 * Several notes mean that several browsers made one at the same moment: only the oldest counts.
 * A claim holds once the note was replaced under the version that is named here.
 */
export function nextStep(found: FoundNotes, me: Claimant): LeaseStep {
  const [oldest] = found.notes;
  if (!oldest) return { do: 'create', body: claim(me, 0, found.serverTime, null, undefined) };
  const seen = seenLease(oldest);
  const { body } = seen;
  if (body !== null && body.owner === me.owner) {
    const since = body.free ? found.serverTime : body.since;
    return {
      do: 'take',
      note: oldest,
      body: claim(me, body.beat + 1, since, body.before, undoneIn(seen)),
      othersUntil: body.before,
    };
  }
  if (!isOver(seen, found.serverTime)) {
    return { do: 'wait', who: body?.label ?? '', since: body?.since ?? oldest.changedAt };
  }
  return {
    do: 'take',
    note: oldest,
    body: claim(me, (body?.beat ?? 0) + 1, found.serverTime, seen.until, undoneIn(seen)),
    othersUntil: seen.until,
  };
}

/** Notes that we made and that do not count. */
export function strayNotes(found: FoundNotes, owner: string): readonly SharedNote[] {
  return found.notes.slice(1).filter((note) => seenLease(note).body?.owner === owner);
}

/** The lease where it is ours at this moment and not given back; for a worker that forgot it. */
export function heldBy(
  found: FoundNotes,
  owner: string,
): { readonly note: SharedNote; readonly body: LeaseBody } | null {
  const [oldest] = found.notes;
  const body = oldest ? seenLease(oldest).body : null;
  return oldest && body && body.owner === owner && !body.free ? { note: oldest, body } : null;
}

/** The lease given back: anybody may take it at once. */
export function givenBack(held: LeaseBody): LeaseBody {
  return { ...held, beat: held.beat + 1, free: true };
}

export function renewed(held: LeaseBody): LeaseBody {
  return { ...held, beat: held.beat + 1 };
}

function isOver(seen: SeenLease, serverTime: string): boolean {
  return seen.body?.free === true || Date.parse(serverTime) > Date.parse(seen.until);
}

function claim(
  me: Claimant,
  beat: number,
  since: string,
  before: string | null,
  undone: LeaseBody['undone'],
): LeaseBody {
  const { owner, label, run, firm, undoes } = me;
  const more = { ...(firm ? { firm } : {}), ...(undoes ? { undoes } : {}) };
  const last = undone ? { undone } : {};
  const turn = { run, beat, since, leaseMs: LEASE_MS, free: false, before };
  return { v: 1, owner, label, ...more, ...last, ...turn };
}
