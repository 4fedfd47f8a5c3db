import { createHash } from 'node:crypto';
import type { Account } from './accounts';

export interface Session {
  readonly ticket: string;
  readonly account: Account;
  realm: string;
  csrfToken: string;
  seenMs: number;
}

/** Default of QBO: signed out after 60 minutes without a request. */
const IDLE_MS_MAX = 60 * 60_000;

/** Values that look random, follow from the seed and start, and never repeat. */
export class Secrets {
  private count = 0;
  constructor(private readonly root: string) {}

  next(length: number): string {
    this.count += 1;
    return createHash('sha512').update(`${this.root} ${this.count}`).digest('hex').slice(0, length);
  }

  /** Goes on where another start of the same root has come to. */
  copyFrom(other: Secrets): void {
    this.count = other.count;
  }

  /** Always the same for one word during one start. */
  of(word: string, length: number): string {
    return createHash('sha256').update(`${this.root} ${word}`).digest('hex').slice(0, length);
  }
}

/** The web sessions of all signed-in browsers. */
export class Sessions {
  private readonly byTicket = new Map<string, Session>();

  constructor(
    private readonly secrets: Secrets,
    private readonly firstRealm: string,
  ) {}

  start(account: Account, ms: number): Session {
    const session: Session = {
      ticket: `V1-${this.secrets.next(64)}`,
      account,
      realm: this.firstRealm,
      csrfToken: this.secrets.next(32),
      seenMs: ms,
    };
    this.byTicket.set(session.ticket, session);
    return session;
  }

  find(ticket: string | undefined, ms: number, idleEnds: boolean): Session | undefined {
    const session = ticket === undefined ? undefined : this.byTicket.get(ticket);
    if (!session) return undefined;
    if (idleEnds && ms - session.seenMs > IDLE_MS_MAX) {
      this.byTicket.delete(session.ticket);
      return undefined;
    }
    session.seenMs = ms;
    return session;
  }

  end(session: Session): void {
    this.byTicket.delete(session.ticket);
  }

  copyFrom(other: Sessions): void {
    for (const [ticket, session] of other.byTicket) this.byTicket.set(ticket, { ...session });
  }

  expireAll(): void {
    this.byTicket.clear();
  }

  switchCompany(realm: string): void {
    for (const session of this.byTicket.values()) session.realm = realm;
  }

  rotateCsrf(): void {
    for (const session of this.byTicket.values()) session.csrfToken = this.secrets.next(32);
  }
}
