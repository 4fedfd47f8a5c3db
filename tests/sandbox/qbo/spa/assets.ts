import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import type { Secrets } from '../doors/sessions';

/** The app, and what makes the pages of both stand-ins awkward on demand. */
const FOLDERS = [
  new URL('./client/', import.meta.url),
  new URL('../../web-client/', import.meta.url),
];
const TYPES: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
};

/**
 * The page's scripts and styles. Names written `qx-word` in them are class names; they are
 * replaced by others at every start, so that nobody can rely on them.
 */
export class SpaAssets {
  readonly build: string;
  private readonly files = new Map<string, string>();

  constructor(private readonly secrets: Secrets) {
    const hash = createHash('sha256');
    for (const folder of FOLDERS) {
      for (const name of readdirSync(folder).sort()) {
        const text = this.renamed(readFileSync(new URL(name, folder), 'utf8'));
        this.files.set(name, text);
        hash.update(text);
      }
    }
    this.build = hash.digest('hex').slice(0, 12);
  }

  /** `text` with this start's class names. */
  renamed(text: string): string {
    return text.replace(
      /\bqx-([a-z-]+)\b/g,
      (_all, word: string) => `c${this.secrets.of(word, 7)}`,
    );
  }

  answer(path: string): Response | undefined {
    const [build = '', name = ''] = path.slice('/assets/'.length).split('/');
    const text = this.files.get(name);
    const type = TYPES[name.split('.').at(-1) ?? ''];
    if (build !== this.build || text === undefined || type === undefined) return undefined;
    return new Response(text, {
      headers: { 'Content-Type': type, 'Cache-Control': 'public, max-age=31536000, immutable' },
    });
  }
}
