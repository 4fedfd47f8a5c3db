/** Who is signed in where, as last asked. */
import { type Both, SIDES, type Side } from '../ledger/side';
import type { BooksPort } from '../port/books-port';
import { PortError } from '../port/port-error';
import type { PairRow } from '../store/rows';
import type { SystemView } from '../views/views';
import { phrase } from '../wording/phrase';

/** Asked again after this long, when a screen is open. */
const FRESH_MS = 15_000;
const DOUBT_MS = 3_000;

export class Systems {
  #known: Both<SystemView> | null = null;
  #askedAt = Number.NEGATIVE_INFINITY;
  #asking: Promise<Both<SystemView>> | null = null;

  constructor(
    private readonly ports: (pair: PairRow | null) => Both<BooksPort>,
    private readonly now: () => number,
    private readonly onChange: () => void,
  ) {}

  /**
   * What is known; asks anew in the background when that is old. Bad news is not shown twice
   * without asking: somebody may have signed in since.
   */
  async view(pair: PairRow | null): Promise<Both<SystemView>> {
    if (!this.#known) return this.check(pair);
    const fine = SIDES.every((side) => this.#known?.[side].state === 'signedIn');
    if (!fine && this.#olderThan(DOUBT_MS)) return this.check(pair);
    if (this.#olderThan(FRESH_MS)) void this.check(pair);
    return this.#known;
  }

  /** Asks both systems now. Never throws. */
  check(pair: PairRow | null): Promise<Both<SystemView>> {
    this.#asking ??= this.#ask(pair).finally(() => {
      this.#asking = null;
    });
    return this.#asking;
  }

  /** Something happened that makes what is known doubtful: a sign-in, a switch of company. */
  forget(): void {
    const fine = SIDES.every((side) => this.#known?.[side].state === 'signedIn');
    if (!fine) this.#askedAt = Number.NEGATIVE_INFINITY;
  }

  #olderThan(ms: number): boolean {
    return this.now() - this.#askedAt > ms;
  }

  async #ask(pair: PairRow | null): Promise<Both<SystemView>> {
    this.#askedAt = this.now();
    const ports = this.ports(pair);
    const [tps, qbo] = await Promise.all(SIDES.map((side) => viewOf(ports[side], pair)));
    const next = { tps: tps ?? UNKNOWN, qbo: qbo ?? UNKNOWN };
    const changed = JSON.stringify(next) !== JSON.stringify(this.#known);
    this.#known = next;
    if (changed) this.onChange();
    return next;
  }
}

const UNKNOWN: SystemView = { state: 'unknown', name: null, problem: null };

async function viewOf(port: BooksPort, pair: PairRow | null): Promise<SystemView> {
  try {
    const books = await port.identify();
    const paired = pair && pairedWith(pair, port.side);
    if (paired && paired.id !== books.id) {
      return {
        state: 'wrongCompany',
        name: books.name,
        problem: phrase('session.wrongBooks', {
          system: port.side,
          paired: paired.name,
          now: books.name,
        }),
      };
    }
    if (!books.mayWrite) {
      return {
        state: 'noPermission',
        name: books.name,
        problem: phrase('session.noPermission', { system: port.side, now: books.name }),
      };
    }
    return { state: 'signedIn', name: books.name, problem: null };
  } catch (error) {
    return problemOf(error);
  }
}

function pairedWith(pair: PairRow, side: Side): { id: string; name: string } {
  return side === 'tps' ? pair.firm : { id: pair.company.realm, name: pair.company.name };
}

function problemOf(error: unknown): SystemView {
  if (!(error instanceof PortError)) return { ...UNKNOWN, state: 'unreachable' };
  const states = {
    signedOut: 'signedOut',
    wrongBooks: 'wrongCompany',
    noPermission: 'noPermission',
  } as const;
  const state = error.kind in states ? states[error.kind as keyof typeof states] : 'unreachable';
  return { state, name: null, problem: error.what };
}
