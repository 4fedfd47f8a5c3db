/**
 * Several pieces of work that go on side by side and do some of it together: one transaction, one
 * request. Whoever has something to be done together waits until everybody else has as well, or has
 * ended; then it is done for all of them at once.
 */

/** Does for all what each has brought; as many answers, in the same order. */
export type Together<I, O> = (items: readonly I[]) => Promise<readonly PromiseSettledResult<O>[]>;

/** The place of one piece of work among the others. */
export interface Seat {
  /** What `act` makes of this item, once everybody has brought what is to be done together. */
  together<I, O>(act: Together<I, O>, item: I): Promise<O>;
  /** The same, once nobody has anything else left to be done together. */
  atLast<I, O>(act: Together<I, O>, item: I): Promise<O>;
}

/** What one has brought; `act` and `item` belong together, which no type can say of a list of them. */
interface Call {
  readonly act: Together<never, unknown>;
  readonly item: unknown;
  readonly isLast: boolean;
  readonly resolve: (value: never) => void;
  readonly reject: (reason: unknown) => void;
}

/** Who has a place at one meeting has none at another. */
export function noSeatThere(): never {
  throw new Error('this is one of several pieces of work already');
}

/** Does all of it side by side; never throws, each tells how it ended. */
export function meet<T>(
  works: readonly ((seat: Seat) => Promise<T>)[],
): Promise<PromiseSettledResult<T>[]> {
  const meeting = new Meeting();
  const seats = works.map((work) => ({ work, place: meeting.join() }));
  return Promise.allSettled(
    seats.map(async ({ work, place }) => {
      try {
        return await work(place);
      } finally {
        meeting.leave(place);
      }
    }),
  );
}

/** The same for works of several kinds: what came of each, or the first failure when all have ended. */
export async function meetAll<T extends readonly unknown[]>(
  works: {
    readonly [K in keyof T]: (seat: Seat) => Promise<T[K]>;
  },
): Promise<T> {
  const ended = await meet<unknown>(works);
  for (const one of ended) if (one.status === 'rejected') throw one.reason;
  return ended.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : [])) as unknown as T;
}

class Meeting {
  /** Who is still here, each with what it has brought and nobody has taken up. */
  readonly #brought = new Map<Seat, Call[]>();
  #isActing = false;

  join(): Seat {
    const bring =
      (isLast: boolean): Seat['together'] =>
      (act, item) =>
        new Promise((resolve, reject) => {
          this.#brought.get(place)?.push({ act, item, isLast, resolve, reject });
          // Who brings two things brings both before they are taken up.
          void Promise.resolve().then(() => this.#actIfAllWait());
        });
    const place: Seat = { together: bring(false), atLast: bring(true) };
    this.#brought.set(place, []);
    return place;
  }

  leave(place: Seat): void {
    this.#brought.delete(place);
    this.#actIfAllWait();
  }

  #actIfAllWait(): void {
    const all = [...this.#brought.values()];
    if (this.#isActing || all.length === 0 || all.some((calls) => calls.length === 0)) return;
    const isLater = all.some((calls) => calls.some(({ isLast }) => !isLast));
    const calls = all.flatMap((own) => {
      const now = own.filter(({ isLast }) => !(isLast && isLater));
      own.splice(0, own.length, ...own.filter((call) => !now.includes(call)));
      return now;
    });
    void this.#act(calls);
  }

  async #act(calls: readonly Call[]): Promise<void> {
    this.#isActing = true;
    const kinds = new Set(calls.map(({ act }) => act));
    await Promise.all(
      [...kinds].map((act) =>
        answerAll(
          act,
          calls.filter((call) => call.act === act),
        ),
      ),
    );
    this.#isActing = false;
    this.#actIfAllWait();
  }
}

async function answerAll(act: Call['act'], calls: readonly Call[]): Promise<void> {
  try {
    const items: readonly never[] = calls.map(({ item }) => item as never);
    const answers = await act(items);
    calls.forEach(({ resolve, reject }, at) => {
      const answer = answers[at];
      if (answer?.status === 'fulfilled') resolve(answer.value as never);
      else reject(answer ? answer.reason : new Error('nothing came of it'));
    });
  } catch (error) {
    for (const { reject } of calls) reject(error);
  }
}
