import { randomUUID } from 'node:crypto';
import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { TpsProblem } from './problem';

const SESSION_COOKIE = '.TPS.Session';
const XSRF_COOKIE = 'XSRF-TOKEN';
const XSRF_HEADER = 'X-XSRF-TOKEN';

export interface User {
  readonly id: number;
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly permissions: readonly string[];
}

/** The people of the pretended firm. The clerk may look at everything and write nothing. */
const USERS: readonly User[] = [
  {
    id: 7,
    name: 'Sylvie Sync',
    email: 'sync@firm.example',
    password: 'sandbox',
    permissions: ['Clients', 'Billing', 'Inquiry', 'Sync'],
  },
  {
    id: 8,
    name: 'Casey Clerk',
    email: 'clerk@firm.example',
    password: 'sandbox',
    permissions: ['Clients', 'Inquiry'],
  },
];

interface Session {
  readonly user: User;
  xsrfToken: string;
}

/** Who is signed in, by cookie; and the levers that tests pull. */
export class Sessions {
  readonly #sessions = new Map<string, Session>();
  #syncRevoked = false;

  /** Knows who is signed in where another one knows it. */
  copyFrom(other: Sessions): void {
    for (const [token, session] of other.#sessions) this.#sessions.set(token, { ...session });
    this.#syncRevoked = other.#syncRevoked;
  }

  /** Answers false for a wrong e-mail or password. */
  signIn(c: Context, email: string, password: string): boolean {
    const wanted = email.trim().toLowerCase();
    const user = USERS.find((one) => one.email === wanted && one.password === password);
    if (!user) return false;
    const token = randomUUID();
    this.#sessions.set(token, { user, xsrfToken: randomUUID() });
    setCookie(c, SESSION_COOKIE, token, {
      path: '/',
      httpOnly: true,
      secure: true,
      sameSite: 'Lax',
    });
    this.#sendXsrf(c, token);
    return true;
  }

  signOut(c: Context): void {
    this.#sessions.delete(getCookie(c, SESSION_COOKIE) ?? '');
  }

  user(c: Context): User | null {
    const session = this.#sessions.get(getCookie(c, SESSION_COOKIE) ?? '');
    if (!session) return null;
    if (!this.#syncRevoked) return session.user;
    const permissions = session.user.permissions.filter((one) => one !== 'Sync');
    return { ...session.user, permissions };
  }

  /** Sends the session's present token again where the browser holds another one. */
  refreshXsrf(c: Context): void {
    const token = getCookie(c, SESSION_COOKIE) ?? '';
    const session = this.#sessions.get(token);
    if (session && getCookie(c, XSRF_COOKIE) !== session.xsrfToken) this.#sendXsrf(c, token);
  }

  /** Throws 403 unless this request may write. */
  checkMayWrite(c: Context): User {
    const user = this.user(c);
    const session = this.#sessions.get(getCookie(c, SESSION_COOKIE) ?? '');
    if (!user || !session) throw new TpsProblem('signed-out', 'Sign in to go on.');
    const header = c.req.header(XSRF_HEADER);
    const cookie = getCookie(c, XSRF_COOKIE);
    if (header === undefined || header !== cookie || header !== session.xsrfToken) {
      throw new TpsProblem('xsrf', `The header ${XSRF_HEADER} is missing, wrong or out of date.`);
    }
    if (!user.permissions.includes('Sync')) {
      throw new TpsProblem('permission', `${user.name} lacks the permission Sync.`);
    }
    return user;
  }

  expireAll(): void {
    this.#sessions.clear();
  }

  revokeSyncPermission(): void {
    this.#syncRevoked = true;
  }

  grantSyncPermission(): void {
    this.#syncRevoked = false;
  }

  rotateCsrf(): void {
    for (const session of this.#sessions.values()) session.xsrfToken = randomUUID();
  }

  #sendXsrf(c: Context, token: string): void {
    const session = this.#sessions.get(token);
    if (!session) return;
    setCookie(c, XSRF_COOKIE, session.xsrfToken, { path: '/', secure: true, sameSite: 'Lax' });
  }
}
