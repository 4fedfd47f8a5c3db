/** The note that says which browser may write now: its text, made and read. */
import { z } from 'zod';
import type { SharedNote } from '../port/shared-notes';

/** Notes are found by this beginning; never change it, older versions look for it, too. */
export const LEASE_NAME = 'Ledger Bridge sync lease';
const SAYS = `${LEASE_NAME}. Written by the browser extension so that two browsers do not sync at once. Please keep it.`;

/** A lease that is not renewed counts for this long. */
export const LEASE_MS = 120_000;
/** However long another version of ours wants it. */
const LEASE_MS_MAX = 15 * 60_000;

const LABEL_LENGTH_MAX = 60;
const FIRM_LENGTH_MAX = 100;

const body = z.object({
  v: z.literal(1),
  owner: z.string().min(1).max(100),
  label: z.string().max(LABEL_LENGTH_MAX),
  /** Whose browser it is: the short id and the name of its TPS firm. Absent in older notes. */
  firm: z.object({ tag: z.string().max(20), name: z.string().max(FIRM_LENGTH_MAX) }).optional(),
  run: z.string().max(100),
  /** Counts the renewals: a replacement that changes nothing might not raise the version. */
  beat: z.number().int().min(0),
  /** When this owner took it, by the server's clock. */
  since: z.iso.datetime(),
  leaseMs: z.number().int().min(1),
  free: z.boolean(),
  /** Until when the owner before this one may have written; null when there was none. */
  before: z.iso.datetime().nullable(),
  /** Its run takes another back: to other browsers that looks as if a person had changed something. */
  undoes: z.literal(true).optional(),
  /** Who last took a run back, and until when that may have written. Absent in older notes. */
  undone: z.object({ by: z.string().min(1).max(100), until: z.iso.datetime() }).optional(),
});

export interface LeaseBody extends z.infer<typeof body> {}

/** A lease as read: `until` is the last instant at which its owner may write. */
export interface SeenLease {
  readonly note: SharedNote;
  /** Null when somebody changed the text by hand: then nobody knows whose it is. */
  readonly body: LeaseBody | null;
  /** ISO UTC by the server's clock; for a free one, when it was given back. */
  readonly until: string;
}

export function leaseText(lease: LeaseBody): string {
  const label = lease.label.slice(0, LABEL_LENGTH_MAX);
  const { firm } = lease;
  const named = firm ? { firm: { ...firm, name: firm.name.slice(0, FIRM_LENGTH_MAX) } } : {};
  return `${SAYS} ${JSON.stringify({ ...lease, label, ...named })}`;
}

export function seenLease(note: SharedNote): SeenLease {
  const read = bodyOf(note.text);
  const leaseMs = read === null ? LEASE_MS : Math.min(read.leaseMs, LEASE_MS_MAX);
  const endMs = Date.parse(note.changedAt) + (read?.free ? 0 : leaseMs);
  return { note, body: read, until: new Date(endMs).toISOString() };
}

/** Who last took a run back, the present holder included. */
export function undoneIn({ body: read, until }: SeenLease): LeaseBody['undone'] {
  return read?.undoes ? { by: read.owner, until } : read?.undone;
}

function bodyOf(text: string): LeaseBody | null {
  const start = text.indexOf('{');
  if (start < 0) return null;
  try {
    return body.parse(JSON.parse(text.slice(start)));
  } catch {
    return null;
  }
}
