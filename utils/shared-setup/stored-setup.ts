/**
 * Where the set-up lies in QuickBooks: one head that names the generation and how to check it, and
 * the parts that hold it. A change writes new parts first, then the head (the compare-and-swap),
 * and takes the old parts away last: whoever reads finds one whole set-up or the other.
 */
import { z } from 'zod';
import { PortError } from '../port/port-error';
import type { SharedNote, SharedNotes } from '../port/shared-notes';
import { type Packed, packRows, unpackRows } from './pack';
import { decodeRow, type SetupRows } from './rows';

export const setupHead = z.object({
  v: z.number().int(),
  generation: z.number().int().min(1),
  /** Names the parts that belong to it. */
  doc: z.string().min(1).max(60),
  parts: z.number().int().min(1),
  hash: z.string().length(64),
  /** By the server's clock. */
  savedAt: z.iso.datetime(),
  /** For people: "Chrome on Windows". */
  savedBy: z.string().max(60),
  counts: z.object({
    mappings: z.number().int(),
    pairs: z.number().int(),
    excluded: z.number().int(),
    ignored: z.number().int(),
  }),
});
export type SetupHead = z.infer<typeof setupHead>;

const VERSION = 1;
const SAVED_BY_LENGTH_MAX = 60;
/** A set-up that was replaced while its pages were read is whole at the next look. */
const LOOKS_MAX = 2;

export type FoundSetup =
  | { readonly state: 'none'; readonly serverTime: string; readonly seen: readonly SharedNote[] }
  | {
      readonly state: 'whole';
      readonly serverTime: string;
      readonly seen: readonly SharedNote[];
      readonly head: SetupHead;
      readonly note: SharedNote;
      readonly rows: SetupRows;
    }
  | {
      readonly state: 'damaged' | 'newer';
      readonly serverTime: string;
      readonly seen: readonly SharedNote[];
      readonly head: SetupHead | null;
      readonly note: SharedNote;
      readonly technical: string;
    };

/** Throws PortErrors. What cannot be read is an answer, not an error. */
export async function readSetup(notes: SharedNotes, firmId: string): Promise<FoundSetup> {
  for (let look = 1; ; look++) {
    const found = await once(notes, firmId);
    if (found.state !== 'damaged' || look >= LOOKS_MAX) return found;
  }
}

async function once(notes: SharedNotes, firmId: string): Promise<FoundSetup> {
  const { notes: seen, serverTime } = await notes.find(nameOf(firmId));
  const note = seen.find(({ text }) => text.startsWith(headName(firmId)));
  if (!note) return { state: 'none', serverTime, seen };
  const common = { serverTime, seen, note };
  const read = headIn(note.text);
  if (!read) return { ...common, state: 'damaged', head: null, technical: 'head' };
  if (read.v > VERSION) {
    return { ...common, state: 'newer', head: read, technical: `version ${read.v}` };
  }
  const parts = partsOf(seen, firmId, read);
  const missing = parts.indexOf(null);
  if (missing >= 0) {
    const technical = `part ${missing + 1} of ${read.parts} is missing`;
    return { ...common, state: 'damaged', head: read, technical };
  }
  try {
    const whole = parts.map((part) => part ?? '');
    const rows = await unpackRows({ parts: whole, hash: read.hash });
    // A row that no version of ours wrote, or out of all bounds, is nobody's decision.
    for (const [key, text] of rows) decodeRow(key, text);
    return { ...common, state: 'whole', head: read, rows };
  } catch (error) {
    const technical = error instanceof Error ? error.message.slice(0, 200) : 'unreadable';
    return { ...common, state: 'damaged', head: read, technical };
  }
}

/**
 * Puts `rows` in the place of what was found, and gives the new head. Null: somebody was faster,
 * or nobody knows; look again. Throws RangeError for more than fits, and PortErrors.
 */
export async function writeSetup(
  notes: SharedNotes,
  firmId: string,
  over: FoundSetup,
  what: { rows: SetupRows; generation: number; doc: string; savedBy: string },
): Promise<SetupHead | null> {
  const packed = await packRows(what.rows);
  const made: SharedNote[] = [];
  try {
    for (const [index, text] of packed.parts.entries()) {
      made.push(await notes.create(partText(firmId, what.doc, index, packed.parts.length, text)));
    }
    const text = headText(firmId, headOf(what, packed, over.serverTime));
    if (over.state === 'none') await notes.create(text);
    else await notes.replace(over.note, text);
  } catch (error) {
    if (!(error instanceof PortError)) throw error;
    if (error.kind !== 'changedMeanwhile' && error.kind !== 'outcomeUnknown') throw error;
  }
  const now = await notes.find(nameOf(firmId));
  const heads = now.notes.filter(({ text }) => text.startsWith(headName(firmId)));
  const head = headIn(heads[0]?.text ?? '');
  const written = head?.doc === what.doc;
  // Of two first heads the older one counts; each maker takes its own away.
  const strays = heads.slice(1).filter(({ text }) => headIn(text)?.doc === what.doc);
  const old = over.seen.filter((note) => !heads.some(({ id }) => id === note.id));
  await dropAll(notes, written ? old : [...strays, ...made]);
  return written ? head : null;
}

/** What stays behind when this fails is taken away by the next change. */
async function dropAll(notes: SharedNotes, spare: readonly SharedNote[]): Promise<void> {
  for (const note of spare) {
    try {
      await notes.remove(note);
    } catch (error) {
      if (!(error instanceof PortError)) throw error;
    }
  }
}

function headOf(
  what: { rows: SetupRows; generation: number; doc: string; savedBy: string },
  packed: Packed,
  savedAt: string,
): SetupHead {
  const count = (start: string) => [...what.rows.keys()].filter((k) => k.startsWith(start)).length;
  const excluded = [...what.rows].filter(
    ([key, text]) => key.startsWith('wish:') && text.startsWith('{"do":"exclude"'),
  ).length;
  return {
    v: VERSION,
    generation: what.generation,
    doc: what.doc,
    parts: packed.parts.length,
    hash: packed.hash,
    savedAt,
    savedBy: what.savedBy.slice(0, SAVED_BY_LENGTH_MAX),
    counts: {
      mappings: count('mapping:'),
      pairs: count('pair:'),
      excluded,
      ignored: count('ignore:'),
    },
  };
}

/** Notes are found by these beginnings; never change them. */
function nameOf(firmId: string): string {
  return `Ledger Bridge set-up ${firmId} `;
}

function headName(firmId: string): string {
  return `${nameOf(firmId)}head`;
}

function headText(firmId: string, content: SetupHead): string {
  return `${headName(firmId)}. The set-up that the browsers of the firm share. Please keep this note and the parts that go with it. ${JSON.stringify(content)}`;
}

function headIn(text: string): SetupHead | null {
  const start = text.indexOf('{');
  if (start < 0) return null;
  try {
    return setupHead.parse(JSON.parse(text.slice(start)));
  } catch {
    return null;
  }
}

function partText(firmId: string, doc: string, index: number, count: number, text: string): string {
  return `${nameOf(firmId)}part ${doc} ${index + 1}/${count} ${text}`;
}

/** The parts of one set-up in order; null for one that is not there. */
function partsOf(
  seen: readonly SharedNote[],
  firmId: string,
  { doc, parts }: SetupHead,
): (string | null)[] {
  return Array.from({ length: parts }, (_, index) => {
    const start = partText(firmId, doc, index, parts, '');
    return seen.find(({ text }) => text.startsWith(start))?.text.slice(start.length) ?? null;
  });
}
