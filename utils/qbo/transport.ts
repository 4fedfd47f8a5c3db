import { type Asked, signedOut } from '../http/failures';
import { mustMayWrite } from '../http/may-write';
import { readJson } from '../http/read-json';
import { retryAfterMs } from '../http/retry-after';
import { type Answer, send } from '../http/send';
import { TRAITS } from '../ledger/traits';
import type { BooksPort } from '../port/books-port';
import { PortError } from '../port/port-error';
import type { Subject } from '../port/subject';
import { phrase } from '../wording/phrase';
import { classify } from './classify';
import type { QboDeps } from './deps';
import { createLimiter } from './limiter';
import { type QboSession, sessionHeaders } from './session';

const MINOR_VERSION = '75';
const SIDE: BooksPort['side'] = 'qbo';

interface QboRequest {
  /** Below `/api/v3/company/{realm}/`. */
  readonly path: string;
  readonly params?: Readonly<Record<string, string>>;
  readonly subject: Subject;
  /** Asks about the company that the session shows, paired or not: only to say which it is. */
  readonly anyCompany?: true;
  /** Writes none of the books' documents: not counted as such, and nobody is asked first. */
  readonly aside?: true;
}

export interface QboReply {
  readonly body: unknown;
  /** ISO UTC of the server: `time` of the answer, else its `Date` header; null when it has none. */
  readonly serverTime: string | null;
  /** The request, for messages about what is in the answer. */
  readonly asked: Asked;
}

export interface QboTransport {
  get(request: QboRequest): Promise<QboReply>;
  post(request: QboRequest & { readonly body: unknown }): Promise<QboReply>;
  /** Company of the session; throws `signedOut` when there is no session. */
  currentRealm(): Promise<string>;
  /** Remembers a company's name, for the sentence about a wrong one. */
  named(realm: string, name: string): void;
}

/**
 * One request at a time through session check, company check, budget and classification. Every
 * failure is a PortError. A write is sent once. Only after a 403, which executed nothing, and only
 * when the csrf token has changed since, is it sent once more with the new one.
 */
export function createQboTransport(deps: QboDeps): QboTransport {
  const limiter = createLimiter({
    store: deps.budget,
    now: deps.now,
    sleep: deps.sleep,
    onWait: deps.onWait,
  });

  const names = new Map<string, string>();

  async function sessionFor(): Promise<QboSession> {
    const session = await deps.session.current();
    if (session) return session;
    throw new PortError({
      side: SIDE,
      kind: 'signedOut',
      what: phrase('port.noSession', { system: 'QuickBooks' }),
      technical: 'no request of QuickBooks has been seen in this browser yet',
    });
  }

  function realmFor(session: QboSession, request: QboRequest, asked: Asked): string {
    const current = session.companyId;
    if (deps.realm === null || request.anyCompany) {
      if (current !== null) return current;
      throw signedOut(asked, 'the session names no company');
    }
    if (current === deps.realm) return deps.realm;
    const paired = deps.companyName ?? names.get(deps.realm) ?? '';
    throw wrongCompany(deps.realm, paired, current ?? '?', names.get(current ?? '') ?? '');
  }

  async function once(request: QboRequest, asked: Asked, body?: unknown): Promise<Answer> {
    const answered = await limiter.acquire();
    try {
      return await sendNow(request, asked, body);
    } finally {
      await answered();
    }
  }

  async function sendNow(request: QboRequest, asked: Asked, body: unknown): Promise<Answer> {
    const counts = asked.write && !request.aside;
    await mustMayWrite(deps.whyReadOnly, asked);
    if (counts) await deps.beforeWrite?.();
    const session = await sessionFor();
    const realm = realmFor(session, request, asked);
    const params = new URLSearchParams({ ...request.params, minorversion: MINOR_VERSION });
    const url = `${TRAITS.qbo.origin}/api/v3/company/${realm}/${request.path}?${params}`;
    deps.onRequest?.({ side: SIDE, method: asked.method, write: counts });
    const headers = sessionHeaders(session, realm, asked.write);
    const init: RequestInit = { method: asked.method, headers };
    return send(
      deps.fetch,
      url,
      asked.write ? { ...init, body: JSON.stringify(body) } : init,
      asked,
    );
  }

  async function checked(answer: Answer, asked: Asked): Promise<QboReply> {
    const json = jsonOf(answer.text);
    const failure = classify(answer, json, asked, deps.now());
    if (failure) {
      if (failure.kind === 'busy') {
        await limiter.hold(deps.now() + (failure.retryAfterMs ?? retryAfterMs(answer, deps.now())));
      }
      throw failure;
    }
    const body = json === undefined ? readJson(answer, asked) : json;
    return { body, serverTime: serverTime(body, answer), asked };
  }

  return {
    async get(request) {
      const asked = askedOf(request, 'GET');
      // Cheap look before the budget is touched: no session or another company sends nothing.
      realmFor(await sessionFor(), request, asked);
      return checked(await once(request, asked), asked);
    },
    async post(request) {
      const asked = askedOf(request, 'POST');
      const before = await sessionFor();
      realmFor(before, request, asked);
      const answer = await once(request, asked, request.body);
      if (answer.status === 403) {
        const after = await deps.session.current();
        if (after && after.csrfToken !== before.csrfToken) {
          return checked(await once(request, asked, request.body), asked);
        }
      }
      return checked(answer, asked);
    },
    async currentRealm() {
      const asked: Asked = {
        side: SIDE,
        method: 'GET',
        path: 'companyinfo',
        write: false,
        subject: { type: 'company', label: '' },
      };
      const { companyId } = await sessionFor();
      if (companyId === null) throw signedOut(asked, 'the session names no company');
      return companyId;
    },
    named: (realm, name) => void names.set(realm, name),
  };
}

function askedOf(request: QboRequest, method: 'GET' | 'POST'): Asked {
  return {
    side: SIDE,
    method,
    path: request.path,
    write: method === 'POST',
    subject: request.subject,
  };
}

/** Another company than the paired one is open in the browser. Nothing was sent. */
function wrongCompany(
  pairedId: string,
  pairedName: string,
  currentId: string,
  currentName: string,
): PortError {
  const shown = (id: string, name: string): string => (name ? `${name} (${id})` : id);
  return new PortError({
    side: SIDE,
    kind: 'wrongBooks',
    what: phrase('port.wrongBooks', {
      system: 'QuickBooks',
      current: shown(currentId, currentName),
      paired: shown(pairedId, pairedName),
    }),
    technical: `current company ${currentId}, paired ${pairedId}`,
  });
}

/** Undefined when the text is no JSON. */
function jsonOf(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}

function serverTime(body: unknown, answer: Answer): string | null {
  const own: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, 'time') : null;
  const wire = typeof own === 'string' || typeof own === 'number' ? own : answer.header('date');
  if (wire === null) return null;
  const instant = new Date(wire);
  return Number.isNaN(instant.getTime()) ? null : instant.toISOString();
}
