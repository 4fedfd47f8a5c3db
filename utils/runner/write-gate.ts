import { Queue } from '../platform/queue';

/**
 * Stands in front of every write to either system, as close to the wire as can be: after every wait
 * and every look, so that a computer that slept in between asks again.
 */
export class WriteGate {
  #ask: (() => Promise<void>) | null = null;
  /** What is asked may write to the firm's notes: two at once would take each other for strangers. */
  readonly #line = new Queue();

  /** Called by both transports; what it throws sends nothing. */
  readonly pass = (): Promise<void> => this.#line.add(async () => this.#ask?.());

  /** While `work` lasts, every write asks first. */
  async whileAsking<T>(ask: () => Promise<void>, work: () => Promise<T>): Promise<T> {
    this.#ask = ask;
    try {
      return await work();
    } finally {
      this.#ask = null;
    }
  }
}
