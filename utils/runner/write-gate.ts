/**
 * Stands in front of every write to either system, as close to the wire as can be: after every wait
 * and every look, so that a computer that slept in between asks again.
 */
export class WriteGate {
  #ask: (() => Promise<void>) | null = null;

  /** Called by both transports; what it throws sends nothing. */
  readonly pass = async (): Promise<void> => {
    await this.#ask?.();
  };

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
