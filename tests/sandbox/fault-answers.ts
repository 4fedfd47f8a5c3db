import type { EffectOf } from './effects';
import type { Site } from './faults';
import {
  applicationNotAuthorized,
  faultEnvelope,
  gatewayEnvelope,
  notAuthenticated,
  throttled,
} from './qbo/envelopes';
import { systemFailure } from './qbo/fault';
import type { JsonObject } from './qbo/json';

const HTML_PAGE = '<!doctype html><title>One moment</title><p>We are looking into it.</p>';
const HTML = { 'Content-Type': 'text/html; charset=utf-8' };

/** A 200 with a page where JSON was expected. */
export function pageInstead(): Response {
  return new Response(HTML_PAGE, { headers: HTML });
}

/** A refusal in the form that the site gives it; 502 to 504 come as pages of a proxy. */
export function statusResponse(effect: EffectOf<'status'>, site: Site, ms: number): Response {
  const { status, retryAfterSeconds } = effect;
  const headers: Record<string, string> = {};
  if (retryAfterSeconds !== undefined) headers['Retry-After'] = String(retryAfterSeconds);
  if (status >= 502 && status <= 504) {
    const page = `<html><title>${status}</title></html>`;
    return new Response(page, { status, headers: { ...headers, ...HTML } });
  }
  if (site === 'tps') {
    const type = 'application/problem+json; charset=utf-8';
    const body = JSON.stringify(tpsRefusal(status));
    return new Response(body, { status, headers: { ...headers, 'Content-Type': type } });
  }
  return Response.json(qboRefusal(status, ms), { status, headers });
}

const TPS_WORDS: Readonly<Record<number, { type: string; title: string }>> = {
  401: {
    type: 'https://app.tpssoftware.com/problems/signed-out',
    title: 'You are signed out.',
  },
  403: {
    type: 'https://app.tpssoftware.com/problems/permission',
    title: 'A permission is missing.',
  },
  429: { type: 'about:blank', title: 'Too many requests.' },
};

function tpsRefusal(status: number) {
  const words = TPS_WORDS[status] ?? { type: 'about:blank', title: 'Something went wrong.' };
  return { ...words, status, detail: words.title };
}

/** 401, 403 and 429 in the gateway's lower-case envelope; others as a SystemFault. */
function qboRefusal(status: number, ms: number): JsonObject {
  if (status === 429) return gatewayEnvelope(throttled(), ms);
  if (status === 401) return gatewayEnvelope(notAuthenticated('Session expired.'), ms);
  if (status === 403) return gatewayEnvelope(applicationNotAuthorized(), ms);
  return faultEnvelope(systemFailure('An application error has occurred.'), ms);
}
