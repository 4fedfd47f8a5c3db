import type { Http2Bindings, HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Hono } from 'hono';
import type { Act } from './act';
import type { Clock } from './clock';
import type { Effect } from './effects';
import { pageInstead, statusResponse } from './fault-answers';
import type { Faults, Hit, Site } from './faults';
import type { SessionLever } from './levers';
import { withSkew } from './skew';
import { isWriteRequest, type Traffic } from './traffic';

type Bindings = HttpBindings | Http2Bindings;

export interface Scene {
  readonly faults: Faults;
  readonly traffic: Traffic;
  readonly clock: Clock;
  /** Does what another person does; `caught` is the id where the act names none. */
  act(asked: Act, caught: string | undefined): void;
  pull(lever: SessionLever): void;
}

/** One request on its way. */
interface Passage {
  readonly scene: Scene;
  readonly site: Site;
  readonly bindings: Bindings;
  readonly hits: readonly Hit[];
}

/** Where the log-in page of each site is, for the fault `signedOut`. */
const LOGIN_PATH = '/login';

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
  const hits = scene.faults.take(site, method, path);
  const isBatch = /\/batch$/.test(pathname) && method === 'POST';
  const batchBody = isBatch ? await request.clone().text() : '';
  const isWrite = isWriteRequest(method, path, batchBody);
  const faults = hits.map(({ effect }) => effect.kind);
  const note = (status: number) => {
    scene.traffic.note({ site, method, path, status, faults }, isWrite);
  };
  const passage: Passage = { scene, site, bindings, hits };
  const instead = await before(passage);
  if (instead) {
    note(0);
    return instead;
  }
  const skewMs = hits.reduce((sum, { effect }) => sum + skewOf(effect), 0);
  const isRunAgain = hits.some(({ effect }) => effect.kind === 'requestIdIgnored');
  const sent = isRunAgain ? await withoutRequestId(request) : request;
  const response = await withSkew(skewMs, () => app.fetch(sent, bindings));
  if (skewMs !== 0) {
    const now = new Date(scene.clock.now().getTime() + skewMs);
    response.headers.set('Date', now.toUTCString());
  }
  note(response.status);
  return await after(passage, response);
}

/** What happens before the site sees the request; a response if it never does. */
async function before(passage: Passage): Promise<Response | null> {
  const { scene, bindings, hits } = passage;
  const { released } = scene.faults;
  for (const { effect, caught } of hits) {
    if (effect.kind === 'latency') await sleep(effect.ms, released);
    else if (effect.kind === 'signedOut') return redirect(LOGIN_PATH);
    else if (effect.kind === 'resetBefore') return breakConnection(bindings);
    else if ('when' in effect && effect.when === 'before') meddle(scene, effect, caught);
    else if ('committed' in effect && !effect.committed) return answerInstead(passage, effect);
  }
  return null;
}

/** What happens to the answer, once the site has committed. */
async function after(passage: Passage, response: Response): Promise<Response> {
  const { scene, bindings, hits } = passage;
  let answer = response;
  for (const { effect, caught } of hits) {
    if ('when' in effect && effect.when === 'after') meddle(scene, effect, caught);
    else if (effect.kind === 'resetAfter') return breakConnection(bindings);
    else if (effect.kind === 'truncate') answer = await cut(answer);
    else if ('committed' in effect && effect.committed) return answerInstead(passage, effect);
  }
  return answer;
}

type Instead = Extract<Effect, { committed: boolean }>;
type Meddling = Extract<Effect, { when: 'before' | 'after' }>;

async function answerInstead(passage: Passage, effect: Instead): Promise<Response> {
  const { scene, site, bindings } = passage;
  if (effect.kind === 'html') return pageInstead();
  if (effect.kind === 'body') return Response.json(effect.body, { status: effect.status });
  if (effect.kind === 'status') return statusResponse(effect, site, scene.clock.now().getTime());
  await untilReleased(bindings, scene.faults.released);
  return breakConnection(bindings);
}

/** Lets another person act or a session change; what is refused is kept for the test to see. */
function meddle(scene: Scene, effect: Meddling, caught: string | undefined): void {
  try {
    if (effect.kind === 'act') scene.act(effect.act, caught);
    else scene.pull(effect.session);
  } catch (error) {
    scene.faults.refused(error);
  }
}

function skewOf(effect: Effect): number {
  return effect.kind === 'clockSkew' ? effect.ms : 0;
}

async function withoutRequestId(request: Request): Promise<Request> {
  const url = new URL(request.url);
  url.searchParams.delete('requestid');
  const { method, headers } = request;
  const hasBody = method !== 'GET' && method !== 'HEAD';
  return new Request(url, { method, headers, ...(hasBody ? { body: await request.text() } : {}) });
}

async function cut(response: Response): Promise<Response> {
  const text = await response.text();
  const headers = new Headers(response.headers);
  headers.delete('content-length');
  const { status } = response;
  return new Response(text.slice(0, Math.floor(text.length / 2)), { status, headers });
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
