import { type Asked, refused } from '../http/failures';
import { mustMayWrite } from '../http/may-write';
import { readJson } from '../http/read-json';
import { type Answer, send } from '../http/send';
import { isPlaceholder } from '../ledger/document-id';
import { TRAITS } from '../ledger/traits';
import { type Subject, subjectValues } from '../port/subject';
import { phrase } from '../wording/phrase';
import { classify, isStaleToken } from './classify';
import type { TpsDeps } from './deps';
import { API_BASE } from './paths';

export interface TpsRequest {
  readonly path: string;
  readonly params?: Readonly<Record<string, string>>;
  readonly subject: Subject;
}

export interface TpsWrite extends TpsRequest {
  readonly method: 'POST' | 'PUT' | 'DELETE';
  readonly body?: unknown;
  /** `version` of the record as it was read. */
  readonly ifMatch?: string;
}

export interface TpsReply {
  /** Undefined for an answer without content (204). */
  readonly body: unknown;
  readonly asked: Asked;
}

export interface TpsTransport {
  get(request: TpsRequest): Promise<TpsReply>;
  write(request: TpsWrite): Promise<TpsReply>;
}

/**
 * One request and what its answer means; every failure is a PortError. A write is sent once, but
 * for a refusal because of a stale XSRF token, which executed nothing: then once more with the
 * token read anew.
 */
export function createTpsTransport(deps: TpsDeps): TpsTransport {
  const base = `${deps.origin ?? TRAITS.tps.origin}${API_BASE}`;

  async function once(request: TpsRequest, asked: Asked, init: RequestInit): Promise<Answer> {
    const query = new URLSearchParams(request.params).toString();
    const url = `${base}${request.path}${query ? `?${query}` : ''}`;
    await mustMayWrite(deps.whyReadOnly, asked);
    if (asked.write) await deps.beforeWrite?.();
    deps.onRequest?.({ side: 'tps', method: asked.method, write: asked.write });
    return send(deps.fetch, url, { ...init, method: asked.method }, asked);
  }

  function checked(answer: Answer, asked: Asked): TpsReply {
    const json = jsonOf(answer.text);
    const failure = classify(answer, json, asked, deps.now());
    if (failure) throw failure;
    if (json !== undefined) return { body: json, asked };
    if (asked.write && answer.text.trim() === '') return { body: undefined, asked };
    return { body: readJson(answer, asked), asked };
  }

  return {
    async get(request) {
      const asked = askedOf(request, 'GET');
      return checked(
        await once(request, asked, { headers: { accept: 'application/json' } }),
        asked,
      );
    },
    async write(request) {
      const asked = askedOf(request, request.method);
      const attempt = async (): Promise<Answer> => {
        const headers: Record<string, string> = { accept: 'application/json' };
        const token = await deps.session.xsrfToken();
        if (token !== null) headers['x-xsrf-token'] = token;
        if (request.ifMatch !== undefined) headers['if-match'] = request.ifMatch;
        if (request.body === undefined) return once(request, asked, { headers });
        headers['content-type'] = 'application/json';
        return once(request, asked, { headers, body: JSON.stringify(request.body) });
      };
      const answer = await attempt();
      if (!isStaleToken(answer, jsonOf(answer.text))) return checked(answer, asked);
      return checked(await attempt(), asked);
    },
  };
}

/** An id as TPS gave it. Throws `refused` where there is none, or only what stands for one. */
export function wireId(id: string, subject: Subject): number | string {
  if (/^(?:0|[1-9]\d{0,14})$/.test(id)) return Number(id);
  if (id !== '' && !isPlaceholder(id)) return id;
  const asked: Asked = { side: 'tps', method: 'POST', path: '', write: true, subject };
  const values = { system: 'TPS', ...subjectValues(subject), detail: id || '—' };
  throw refused(asked, phrase('port.unknownId', values), `not an id: ${id}`);
}

function askedOf(request: TpsRequest, method: string): Asked {
  const { path, subject } = request;
  return { side: 'tps', method, path, write: method !== 'GET', subject };
}

function jsonOf(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}
