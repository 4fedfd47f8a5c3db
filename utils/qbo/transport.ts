import { type Asked, malformed, noAnswer, signedOut } from '../http/failures';
import { mustMayWrite } from '../http/may-write';
import { readJson } from '../http/read-json';
import { type Answer, send } from '../http/send';
import { TRAITS } from '../ledger/traits';
import type { BooksPort } from '../port/books-port';
import { PortError } from '../port/port-error';
import { phrase } from '../wording/phrase';
import { answerOf, asAsked, batchBody, itemsIn } from './batch';
import { classify } from './classify';
import type { QboDeps } from './deps';
import { createLimiter, type Turn } from './limiter';
import type { QboReply, QboRequest, QboTransport } from './request';
import { type QboSession, sessionHeaders } from './session';

const MINOR_VERSION = '75';
/** Between its turn and its way out; the limiter reckons with as much. */
const LATE_MS_MAX = 100;
const SIDE: BooksPort['side'] = 'qbo';

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
    share: deps.share,
    people: deps.people,
    onWait: deps.onWait,
  });

  const names = new Map<string, string>();
  /** Until one is refused as a whole; then everything goes one by one, as long as this worker lives. */
  let takesBatches = true;

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

  /**
   * Waits for its turn, asks whether it may be written, and sends. What is asked may take its time (the
   * lease is renewed), so it is asked before as well; and whoever comes late to its turn gives it back
   * and waits for another.
   */
  async function once(
    acquire: () => Promise<Turn | null>,
    request: QboRequest,
    asked: Asked,
    body?: unknown,
  ): Promise<Answer | null> {
    const counts = asked.write && !request.aside;
    const mayGo = async () => {
      await mustMayWrite(deps.whyReadOnly, asked);
      if (counts) await deps.beforeWrite?.();
    };
    for (;;) {
      await mayGo();
      const turn = await acquire();
      if (!turn) return null;
      const turnMs = deps.now();
      let isSent = false;
      try {
        await mayGo();
        isSent = deps.now() - turnMs <= LATE_MS_MAX;
        if (isSent) return await sendNow(request, asked, body);
      } finally {
        await (isSent ? turn.answered() : turn.giveBack());
      }
    }
  }

  async function sendNow(request: QboRequest, asked: Asked, body: unknown): Promise<Answer> {
    const counts = asked.write && !request.aside;
    const session = await sessionFor();
    const realm = realmFor(session, request, asked);
    const params = new URLSearchParams({ ...request.params, minorversion: MINOR_VERSION });
    const url = `${TRAITS.qbo.origin}/api/v3/company/${realm}/${request.path}?${params}`;
    deps.onRequest?.({ side: SIDE, method: asked.method, write: counts });
    const isPost = asked.method === 'POST';
    const headers = sessionHeaders(session, realm, isPost);
    const init: RequestInit = { method: asked.method, headers };
    return send(deps.fetch, url, isPost ? { ...init, body: JSON.stringify(body) } : init, asked);
  }

  async function checked(answer: Answer, asked: Asked): Promise<QboReply> {
    const json = jsonOf(answer.text);
    const failure = classify(answer, json, asked, deps.now());
    if (failure) {
      if (failure.notBeforeMs !== null) await limiter.hold(failure.notBeforeMs);
      throw failure;
    }
    const body = json === undefined ? readJson(answer, asked) : json;
    return { body, serverTime: serverTime(body, answer), asked };
  }

  /** Sends it, and once more where a 403 executed nothing and the csrf token has changed since. */
  async function withFreshToken(
    before: QboSession,
    attempt: () => Promise<Answer | null>,
  ): Promise<Answer | null> {
    const answer = await attempt();
    if (answer?.status !== 403) return answer;
    const after = await deps.session.current();
    return after && after.csrfToken !== before.csrfToken ? attempt() : answer;
  }

  return {
    async batch(parts) {
      const asks = parts.map(({ request, method }) => askedOf(request, method));
      const [first] = asks;
      if (!first) return [];
      if (!takesBatches) return null;
      const write = asks.some((one) => one.write);
      const asked: Asked = { ...first, method: 'POST', path: 'batch', write };
      // A request id of its own each time: QuickBooks knows no second batch under the same one.
      const params = write ? { params: { requestid: deps.newId() } } : {};
      const request: QboRequest = { path: 'batch', ...params, subject: first.subject };
      const before = await sessionFor();
      realmFor(before, request, asked);
      const body = batchBody(parts.map(({ item }) => item));
      try {
        const answer = await withFreshToken(before, () =>
          once(() => limiter.acquireBatch(parts.length), request, asked, body),
        );
        if (!answer) return null;
        const whole = await checked(answer, asked);
        const items = itemsIn(whole.body);
        if (!items) throw malformed(asked, 'BatchItemResponse', answer.text.slice(0, 80));
        return await Promise.allSettled(
          parts.map(async ({ request: part, method }, at) => {
            const one = askedOf(part, method);
            const item = answerOf(items, at, answer);
            if (!item) throw noAnswer(one, 'not in the answer of the batch');
            const reply = await checked(item, one);
            return { ...reply, body: asAsked(part, reply.body) };
          }),
        );
      } catch (error) {
        if (isRefusedAs(error, write)) {
          takesBatches = false;
          return null;
        }
        // Of each it is unknown whether it was carried out, and each has its own name in the sentence.
        const isUnknown = error instanceof PortError && UNANSWERED.has(error.kind);
        if (!isUnknown) throw error;
        const technical = error.technical ?? 'no answer';
        return asks.map((one) => ({ status: 'rejected', reason: noAnswer(one, technical) }));
      }
    },
    async get(request) {
      const asked = askedOf(request, 'GET');
      // Cheap look before the budget is touched: no session or another company sends nothing.
      realmFor(await sessionFor(), request, asked);
      const answer = await once(limiter.acquire, request, asked);
      if (!answer) throw noAnswer(asked, 'nothing was sent');
      return checked(answer, asked);
    },
    async post(request) {
      const asked = askedOf(request, 'POST');
      const before = await sessionFor();
      realmFor(before, request, asked);
      const answer = await withFreshToken(before, () =>
        once(limiter.acquire, request, asked, request.body),
      );
      if (!answer) throw noAnswer(asked, 'nothing was sent');
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
    async isPaired() {
      const { companyId } = await sessionFor();
      return companyId !== null && companyId === deps.realm;
    },
    gathers: false,
    named: (realm, name) => void names.set(realm, name),
  };
}

/** The batch as such was refused, and nothing of it carried out. */
function isRefusedAs(error: unknown, write: boolean): boolean {
  if (!(error instanceof PortError)) return false;
  if (error.kind === 'refused') return true;
  return !write && (error.kind === 'malformed' || error.kind === 'noPermission');
}

/** What `noAnswer` throws, for a read and for a write. */
const UNANSWERED: ReadonlySet<PortError['kind']> = new Set(['unreachable', 'outcomeUnknown']);

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
