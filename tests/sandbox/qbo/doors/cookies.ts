import type { Session } from './sessions';

/** Cookie names as QBO's pages use them (jroth1111/qb-cli). */
export const TICKET = 'qbo.ticket';
const CSRF = 'qbo.csrftoken';
const COMPANY = 'qbo.currentcompanyid';

export function cookiesOf(header: string | undefined): ReadonlyMap<string, string> {
  const out = new Map<string, string>();
  for (const pair of (header ?? '').split(';')) {
    const at = pair.indexOf('=');
    if (at > 0) out.set(pair.slice(0, at).trim(), pair.slice(at + 1).trim());
  }
  return out;
}

const READABLE = 'Path=/; Secure; SameSite=None';

/** The Set-Cookie values that bring a browser up to date; none when nothing changed. */
export function cookieUpdates(
  session: Session,
  known: ReadonlyMap<string, string>,
): readonly string[] {
  const out: string[] = [];
  if (known.get(TICKET) !== session.ticket) {
    out.push(`${TICKET}=${session.ticket}; HttpOnly; ${READABLE}`);
  }
  if (known.get(CSRF) !== session.csrfToken) out.push(`${CSRF}=${session.csrfToken}; ${READABLE}`);
  if (known.get(COMPANY) !== session.realm) out.push(`${COMPANY}=${session.realm}; ${READABLE}`);
  return out;
}

/** Forgets the session in the browser. */
export const cookieRemovals: readonly string[] = [TICKET, CSRF, COMPANY].map(
  (name) => `${name}=; Max-Age=0; ${READABLE}`,
);
