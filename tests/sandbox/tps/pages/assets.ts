import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';

const BROWSER_DIR = new URL('./browser/', import.meta.url);
/** What makes the pages of both stand-ins awkward on demand. */
const WEB_DIR = new URL('../../web-client/', import.meta.url);
const CLASS_IN_STYLE = /\.c-([a-z][a-zA-Z0-9]*)/g;

export interface Asset {
  readonly type: string;
  readonly text: string;
}

export interface AssetSet {
  readonly files: ReadonlyMap<string, Asset>;
  /** The class name of this start for a name in the style sheet. */
  className(name: string): string;
}

/**
 * The files of the browser side. Class names are new at every start, as they are after every build
 * of a real app: whoever hangs on to one finds out here.
 */
export function buildAssets(): AssetSet {
  const style = readFileSync(new URL('app.css', BROWSER_DIR), 'utf8');
  const names = new Map<string, string>();
  for (const [, name = ''] of style.matchAll(CLASS_IN_STYLE)) {
    if (!names.has(name)) names.set(name, `_${randomBytes(4).toString('hex')}`);
  }
  const className = (name: string): string => names.get(name) ?? '';
  const files = new Map<string, Asset>();
  files.set('app.css', {
    type: 'text/css; charset=utf-8',
    text: style.replaceAll(CLASS_IN_STYLE, (_, name: string) => `.${className(name)}`),
  });
  const type = 'text/javascript; charset=utf-8';
  const table = JSON.stringify(Object.fromEntries(names));
  files.set('class-names.js', { type, text: `export const cls = ${table};\n` });
  for (const folder of [WEB_DIR, BROWSER_DIR]) {
    for (const file of readdirSync(folder)) {
      if (!file.endsWith('.js') || file === 'class-names.js') continue;
      files.set(file, { type, text: readFileSync(new URL(file, folder), 'utf8') });
    }
  }
  return { files, className };
}
