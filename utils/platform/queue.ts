/** Work that is done one after the other, first come first served; what fails holds nobody up. */
export class Queue {
  #last: Promise<unknown> = Promise.resolve();

  add<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.#last.then(work);
    this.#last = mine.catch(() => undefined);
    return mine;
  }
}

const queues = new WeakMap<object, Queue>();

/** The queue of whoever shares `owner` (a database, a budget), for as long as that lives. */
export function queueOf(owner: object): Queue {
  const queue = queues.get(owner) ?? new Queue();
  queues.set(owner, queue);
  return queue;
}
