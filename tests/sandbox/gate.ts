import type { Http2Bindings, HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Hono } from 'hono';
import type { Effect, Faults, Site } from './faults';
import { isWriteRequest, type Traffic } from './traffic';

type Bindings = HttpBindings | Http2Bindings;
type EffectOf<K extends Effect['kind']> = Extract<Effect, { kind: K }>;

export interface Scene {
  readonly faults: Faults;
  readonly traffic: Traffic;
}

/** Where the log-in page of each site is, for the fault `signedOut`. */
const LOGIN_PATH: Readonly<Record<Site, string>> = {
  tps: '/login',
  qbo: '/login',
  qboApi: '/login',
};

const HTML_PAGE = '<!doctype html><title>One moment</title><p>We are looking into it.</p>';

/** Passes a request to a site, or lets a fault have it. */
export async function passGate(
  scene: Scene,
  site: Site,
  app: Hono,
  request: Request,
  bindings: Bindings,
): Promise<Response> {
  const { pathname, search } = new URL(request.url);
  const path = `${pathname}${search}`;
  const { method } = request;
  const effects = scene.faults.take(site, method, path);
  const isBatch = /\/batch$/.test(pathname) && method === 'POST';
  const batchBody = isBatch ? await request.clone().text() : '';
  const isWrite = isWriteRequest(method, path, batchBody);
  const faults = effects.map((effect) => effect.kind);
  const note = (status: number) => {
    scene.traffic.note({ site, method, path, status, faults }, isWrite);
  };
  const instead = await before(effects, site, scene, bindings);
  if (instead) {
    note(0);
    return instead;
  }
  const response = await app.fetch(request, bindings);
  note(response.status);
  return await after(effects, response, bindings);
}

/** What happens before the site sees the request; a response if it never does. */
async function before(
  effects: readonly Effect[],
  site: Site,
  scene: Scene,
  bindings: Bindings,
): Promise<Response | null> {
  for (const effect of effects) {
    if (effect.kind === 'latency') await sleep(effect.ms, scene.faults.released);
    else if (effect.kind === 'status') return statusResponse(effect, site);
    else if (effect.kind === 'html') return new Response(HTML_PAGE, { headers: HTML });
    else if (effect.kind === 'body') return Response.json(effect.body, { status: effect.status });
    else if (effect.kind === 'signedOut') return redirect(LOGIN_PATH[site]);
    else if (effect.kind === 'resetBefore') return breakConnection(bindings);
    else if (effect.kind === 'hang') {
      await untilReleased(bindings, scene.faults.released);
      return breakConnection(bindings);
    }
  }
  return null;
}

/** What happens to the answer, once the site has committed. */
async function after(
  effects: readonly Effect[],
  response: Response,
  bindings: Bindings,
): Promise<Response> {
  if (effects.some((effect) => effect.kind === 'resetAfter')) return breakConnection(bindings);
  if (!effects.some((effect) => effect.kind === 'truncate')) return response;
  const text = await response.text();
  const headers = new Headers(response.headers);
  headers.delete('content-length');
  return new Response(text.slice(0, Math.floor(text.length / 2)), {
    status: response.status,
    headers,
  });
}

const HTML = { 'Content-Type': 'text/html; charset=utf-8' };

function statusResponse(effect: EffectOf<'status'>, site: Site): Response {
  const { status, retryAfterSeconds } = effect;
  const headers: Record<string, string> = {};
  if (retryAfterSeconds !== undefined) headers['Retry-After'] = String(retryAfterSeconds);
  if (status === 502 || status === 503) {
    return new Response(`<html><title>${status}</title></html>`, {
      status,
      headers: { ...headers, ...HTML },
    });
  }
  return Response.json(site === 'tps' ? tpsRefusal(status) : qboRefusal(status), {
    status,
    headers,
  });
}

function tpsRefusal(status: number) {
  const detail = status === 429 ? 'Too many requests.' : 'Something went wrong.';
  return { type: 'about:blank', title: detail, status, detail };
}

/** 429 as recorded: the lower-case envelope, type SERVICE; others as a SystemFault. */
function qboRefusal(status: number) {
  if (status === 429) {
    const message = 'message=ThrottleExceeded; errorCode=003001; statusCode=429';
    const detail = 'The request limit was reached.  Try again later';
    return { fault: { error: [{ message, detail, code: '3001' }], type: 'SERVICE' } };
  }
  const Message = 'An application error has occurred while processing your request';
  const Detail = 'System Failure Error: An application error has occurred.';
  const errors = [{ Message, Detail, code: '10000' }];
  return { Fault: { Error: errors, type: 'SystemFault' }, time: new Date().toISOString() };
}

function redirect(location: string): Response {
  return new Response(null, { status: 302, headers: { Location: location } });
}

function breakConnection(bindings: Bindings): Response {
  bindings.incoming.socket.destroy();
  return RESPONSE_ALREADY_SENT;
}

function sleep(ms: number, released: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    released.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

function untilReleased(bindings: Bindings, released: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (released.aborted) return resolve();
    released.addEventListener('abort', () => resolve(), { once: true });
    bindings.incoming.socket.once('close', () => resolve());
  });
}
