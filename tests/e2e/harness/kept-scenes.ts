/**
 * A scene that was prepared once is kept, browser profile and books alike, and opened again by every
 * file of the run that begins in the same: each has copies of its own.
 */
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { KeptSandbox, SandboxOptions } from '../../sandbox/server';
import { KEPT_SCENES_DIR } from './kept-folder';

const PROFILE = 'profile';
const BOOKS = 'books';
/** What Chromium makes anew, and what it holds while it runs. */
const NOT_KEPT =
  /\/(Singleton\w+|Cache|GPUCache|\w*(Shader|Dawn)\w*Cache|Crashpad|BrowserMetrics.*)$/;

export interface KeptScene {
  readonly books: KeptSandbox;
  /** Folder of the profile, to be copied. */
  readonly profile: string;
}

/** The place of one scene. */
export class SceneShelf {
  readonly #folder: string | null;

  /** @param begins how the firm was set up in it: part of the name */
  constructor(options: SandboxOptions, begins: string) {
    const all = process.env[KEPT_SCENES_DIR];
    const name = encodeURIComponent(JSON.stringify([begins, options]));
    this.#folder = all === undefined ? null : join(all, name);
  }

  /** Null until somebody has kept it. */
  take(): KeptScene | null {
    if (this.#folder === null || !existsSync(this.#folder)) return null;
    const books: KeptSandbox = deserialize(readFileSync(join(this.#folder, BOOKS)));
    return { books, profile: join(this.#folder, PROFILE) };
  }

  /** True for the first who asks: it is to be kept by this one. */
  claim(): boolean {
    if (this.#folder === null) return false;
    try {
      mkdirSync(`${this.#folder}.claimed`);
      return true;
    } catch {
      return false;
    }
  }

  /** The browser of the profile must have been closed. */
  keep(books: KeptSandbox, profile: string): void {
    if (this.#folder === null) return;
    const half = `${this.#folder}.half`;
    mkdirSync(half);
    writeFileSync(join(half, BOOKS), serialize(books));
    cpSync(profile, join(half, PROFILE), {
      recursive: true,
      filter: (path) => !NOT_KEPT.test(path),
    });
    renameSync(half, this.#folder);
  }
}
