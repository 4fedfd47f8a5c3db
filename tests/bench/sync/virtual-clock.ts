/** Time that moves only when the process has nothing else to do: minutes of waiting cost nothing. */
import type { Clock } from '../../sandbox/clock';

interface Waiting {
  readonly atMs: number;
  readonly seq: number;
  readonly go: () => void;
}

/** So many turns of the loop without other work, and nobody is about to do anything. */
const IDLE_TURNS = 3;
const BUSY = /Immediate|REQ/;

export class VirtualClock implements Clock {
  #ms: number;
  #waiting: Waiting[] = [];
  #seq = 0;
  #isPumping = false;
  #idle = 0;

  constructor(start: string) {
    this.#ms = Date.parse(start);
  }

  get ms(): number {
    return this.#ms;
  }

  now(): Date {
    return new Date(this.#ms);
  }

  /** Comes back when so much time has passed. */
  advance(ms: number): Promise<void> {
    return new Promise((go) => {
      this.#waiting.push({ atMs: this.#ms + Math.max(0, ms), seq: this.#seq++, go });
      if (this.#isPumping) return;
      this.#isPumping = true;
      this.#idle = 0;
      setImmediate(this.#pump);
    });
  }

  readonly #pump = (): void => {
    if (this.#waiting.length === 0) {
      this.#isPumping = false;
      return;
    }
    const isBusy = process.getActiveResourcesInfo().some((name) => BUSY.test(name));
    this.#idle = isBusy ? 0 : this.#idle + 1;
    if (this.#idle >= IDLE_TURNS) {
      this.#idle = 0;
      this.#next();
    }
    setImmediate(this.#pump);
  };

  #next(): void {
    const next = this.#waiting.reduce((first, one) =>
      one.atMs < first.atMs || (one.atMs === first.atMs && one.seq < first.seq) ? one : first,
    );
    this.#waiting = this.#waiting.filter((one) => one !== next);
    this.#ms = Math.max(this.#ms, next.atMs);
    next.go();
  }
}
