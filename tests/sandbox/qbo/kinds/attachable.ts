import type { EntityRules } from '../book/book';
import { mustFit } from '../book/guards';
import { resolve } from '../book/refs';
import { entityNamed } from '../entity-name';
import { requiredParameter } from '../fault';
import { compact, objectAt, objectsAt, omit, refAt, textAt } from '../json';
import { ordered } from './ordered';

const COMPUTED: ReadonlySet<string> = new Set([
  'domain',
  'sparse',
  'status',
  'Id',
  'SyncToken',
  'MetaData',
  'TempDownloadUri',
  'Size',
  'FileAccessUri',
]);

const ORDER = [
  'AttachableRef',
  'FileName',
  'FileAccessUri',
  'TempDownloadUri',
  'Size',
  'ContentType',
  'Note',
];

/** Notes and files that hang on transactions (Intuit: Attachable reference). */
export const attachableRules: EntityRules = {
  draft: (book, input, context) => {
    const note = textAt(input, 'Note');
    const file = textAt(input, 'FileName');
    if (note === undefined && file === undefined) throw requiredParameter('Note');
    mustFit(input, 'Note', 2000);
    for (const link of objectsAt(input, 'AttachableRef')) {
      const ref = objectAt(link, 'EntityRef');
      const entity = entityNamed(textAt(ref, 'type') ?? '');
      const id = refAt(link, 'EntityRef');
      if (entity && id !== undefined) resolve(book, entity, id, 'EntityRef');
    }
    const before = context.before?.body;
    const body = compact({
      ...omit(input, COMPUTED),
      FileAccessUri: before?.FileAccessUri,
      Size: before?.Size,
    });
    return { body, facts: null };
  },
  present: (_book, rec) => ordered(rec, {}, ORDER),
};
