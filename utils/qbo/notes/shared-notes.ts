/**
 * Notes of ours in the company's list of attachments: no file, attached to nothing, found again by
 * their text. Intuit's drivers list `Note` as filterable; where it is refused, or does not find
 * what was just written, the whole list is read.
 */

import { changedMeanwhile, malformed } from '../../http/failures';
import { parseRow } from '../../http/parse-row';
import type { Seat } from '../../platform/meeting';
import type { FoundNotes, SeatedNotes, SharedNote, SharedNotes } from '../../port/shared-notes';
import type { Subject } from '../../port/subject';
import { QboRefusal } from '../classify';
import { PAGE_ROWS_MAX, query, quoted } from '../query';
import { inner } from '../read/identify';
import { readEntities } from '../read/pages';
import type { QboReply, QboTransport } from '../request';
import { attachable } from '../schemas/attachable';

const PATH = 'attachable';

/** What this browser knows of the notes. */
interface Known {
  filterWorks: boolean;
  /** Text of the notes that we made, by id: a search that does not show them shows too little. */
  readonly made: Map<string, string>;
}

export function qboNotes(
  transport: QboTransport,
  transportAt: (seat: Seat) => QboTransport,
): SeatedNotes {
  const known: Known = { filterWorks: true, made: new Map() };
  const at = (seat: Seat) => notesOver(transportAt(seat), known);
  return { ...notesOver(transport, known), at };
}

function notesOver(transport: QboTransport, known: Known): SharedNotes {
  const { made } = known;

  async function find(name: string): Promise<FoundNotes> {
    const ours = [...made].filter(([, text]) => text.startsWith(name)).map(([id]) => id);
    const shows = ({ notes }: FoundNotes, id: string) => notes.some((note) => note.id === id);
    if (known.filterWorks) {
      const some = await filtered(transport, name);
      if (some && ours.every((id) => shows(some, id))) return some;
      known.filterWorks = some !== null;
    }
    const all = await everyNote(transport, name);
    for (const id of ours) {
      if (shows(all, id)) known.filterWorks = false;
      else made.delete(id);
    }
    return all;
  }

  return {
    find,
    async create(text) {
      const note = noteIn(await post(transport, {}, { Note: text }));
      made.set(note.id, text);
      return note;
    },
    async replace({ id, version }, text) {
      // The whole object: a note of ours has nothing else that an update could take away.
      return noteIn(await post(transport, {}, { Id: id, SyncToken: version, Note: text }));
    },
    async remove({ id, version }) {
      await post(transport, { operation: 'delete' }, { Id: id, SyncToken: version });
      made.delete(id);
    },
  };
}

/** Null where QBO refuses the filter. */
async function filtered(transport: QboTransport, name: string): Promise<FoundNotes | null> {
  const where = `Note LIKE ${quoted(`${name}%`)}`;
  const statement = `SELECT * FROM Attachable WHERE ${where} MAXRESULTS ${PAGE_ROWS_MAX}`;
  try {
    const reply = await query(transport, 'Attachable', statement);
    if (reply.serverTime === null) throw malformed(reply.asked, 'time', 'missing');
    return { notes: notesOf(reply.rows, name), serverTime: reply.serverTime };
  } catch (error) {
    if (error instanceof QboRefusal) return null;
    throw error;
  }
}

async function everyNote(transport: QboTransport, name: string): Promise<FoundNotes> {
  const read = (await readEntities(transport, ['Attachable'], () => {})).get('Attachable');
  if (!read) throw new Error('no entity was read');
  return { notes: notesOf(read.rows, name), serverTime: read.serverTime };
}

/** Rows of other people's attachments may look as they like; ours are kept, oldest first. */
function notesOf(rows: readonly unknown[], name: string): SharedNote[] {
  return rows
    .flatMap((row) => {
      const read = attachable.safeParse(row);
      return read.success && read.data.Note.startsWith(name) ? [noteOf(read.data)] : [];
    })
    .sort((a, b) => a.id.length - b.id.length || (a.id < b.id ? -1 : 1));
}

function noteOf(row: {
  Id: string;
  SyncToken: string;
  Note: string;
  MetaData: { LastUpdatedTime: string };
}): SharedNote {
  const { Id, SyncToken, Note, MetaData } = row;
  return { id: Id, version: SyncToken, text: Note, changedAt: MetaData.LastUpdatedTime };
}

function noteIn(reply: QboReply): SharedNote {
  return noteOf(parseRow(attachable, inner(reply, 'Attachable'), 'note', reply.asked));
}

async function post(
  transport: QboTransport,
  params: Readonly<Record<string, string>>,
  body: unknown,
): Promise<QboReply> {
  const subject: Subject = { type: 'note', label: '' };
  try {
    return await transport.post({ path: PATH, params, body, subject, aside: true });
  } catch (error) {
    // Deleted by somebody: whoever had read it has to look again.
    if (error instanceof QboRefusal && error.error.code === '610') {
      const asked = { side: 'qbo', method: 'POST', path: PATH, write: true, subject } as const;
      throw changedMeanwhile(asked, error.technical);
    }
    throw error;
  }
}
