/** What an addition does to the repository: files that are new, and lines in files that are there. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export type Edit =
  | { readonly file: string; readonly create: string }
  /** `before`: the beginning of the first line that the text is put in front of. */
  | { readonly file: string; readonly before: string; readonly insert: string }
  | { readonly file: string; readonly replace: string; readonly by: string };

/** Something is asked for that cannot be made; the message is for the person at the terminal. */
export class CannotAdd extends Error {}

/** All of them or none: every place is looked for before anything is written. Gives the files. */
export function apply(root: string, edits: readonly Edit[]): string[] {
  const texts = new Map<string, string>();
  for (const edit of edits) texts.set(edit.file, edited(root, edit, texts.get(edit.file)));
  for (const [file, text] of texts) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
  return [...texts.keys()];
}

function edited(root: string, edit: Edit, known: string | undefined): string {
  const path = join(root, edit.file);
  if ('create' in edit) {
    if (existsSync(path)) throw new CannotAdd(`${edit.file} is there already.`);
    return edit.create;
  }
  const text = known ?? readFileSync(path, 'utf8');
  if ('replace' in edit) {
    if (text.split(edit.replace).length !== 2)
      throw new CannotAdd(noPlace(edit.file, edit.replace));
    return text.replace(edit.replace, () => edit.by);
  }
  const at = text.startsWith(edit.before) ? 0 : text.indexOf(`\n${edit.before}`) + 1;
  if (at === 0 && !text.startsWith(edit.before)) {
    throw new CannotAdd(noPlace(edit.file, edit.before));
  }
  if (text.includes(edit.insert)) throw new CannotAdd(`${edit.file} has that already.`);
  return text.slice(0, at) + edit.insert + text.slice(at);
}

function noPlace(file: string, place: string): string {
  return `${file} has no line that begins with “${place.trim()}”, where this would go.`;
}
