import type { FlagSubject, FlagView } from '../views/views';
import { subjectKey } from './flag-subjects';

/** What the worker takes in one question. */
export const BATCH_MAX = 500;
/** How long an answer is good. */
export const FRESH_MS = 60_000;
/** Lists render in bursts; one question for a burst. */
export const DEBOUNCE_MS = 150;
/** Subjects kept; beyond it the oldest answers go. */
export const KEPT_MAX = 5_000;

export interface FlagCacheOptions {
  /** Asks the worker; rejects when it refuses or is gone. */
  ask: (subjects: FlagSubject[]) => Promise<FlagView[]>;
  onAnswer: () => void;
  signal: AbortSignal;
}

interface Answer {
  flags: FlagView[];
  freshUntilMs: number;
}

/** What the worker said of each subject, and the questions that are still to be asked. */
export class FlagCache {
  readonly #options: FlagCacheOptions;
  readonly #answers = new Map<string, Answer>();
  readonly #waiting = new Map<string, FlagSubject>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: FlagCacheOptions) {
    this.#options = options;
    options.signal.addEventListener('abort', () => clearTimeout(this.#timer));
  }

  /** Flags as last heard, stale ones too: a badge must not blink while we ask again. */
  flagsOf(subject: FlagSubject): FlagView[] {
    return this.#answers.get(subjectKey(subject))?.flags ?? [];
  }

  /** Sees to it that these subjects have a fresh answer soon. */
  want(subjects: Iterable<FlagSubject>): void {
    const nowMs = Date.now();
    for (const subject of subjects) {
      const key = subjectKey(subject);
      if ((this.#answers.get(key)?.freshUntilMs ?? 0) <= nowMs) this.#waiting.set(key, subject);
    }
    if (this.#waiting.size > 0) this.#timer ??= setTimeout(() => this.#ask(), DEBOUNCE_MS);
  }

  /** Answers stay on show but count as old: the next `want` asks again. */
  expire(): void {
    for (const answer of this.#answers.values()) answer.freshUntilMs = 0;
  }

  /** Forgets everything: another company is on show. */
  clear(): void {
    this.#answers.clear();
    this.#waiting.clear();
  }

  async #ask(): Promise<void> {
    this.#timer = undefined;
    const subjects = [...this.#waiting.values()];
    this.#waiting.clear();
    for (let from = 0; from < subjects.length; from += BATCH_MAX) {
      await this.#askBatch(subjects.slice(from, from + BATCH_MAX));
    }
    if (!this.#options.signal.aborted) this.#options.onAnswer();
  }

  async #askBatch(subjects: FlagSubject[]): Promise<void> {
    const freshUntilMs = Date.now() + FRESH_MS;
    let flags: FlagView[] | null;
    try {
      flags = await this.#options.ask(subjects);
    } catch {
      flags = null; // No pair yet, or the worker is gone: what was known stays, asked again later.
    }
    for (const subject of subjects) {
      const key = subjectKey(subject);
      const kept = this.#answers.get(key)?.flags ?? [];
      this.#answers.delete(key);
      const mine = flags?.filter((flag) => subjectKey(flag.subject) === key);
      this.#answers.set(key, { flags: mine ?? kept, freshUntilMs });
    }
    for (const oldest of this.#answers.keys()) {
      if (this.#answers.size <= KEPT_MAX) break;
      this.#answers.delete(oldest);
    }
  }
}
