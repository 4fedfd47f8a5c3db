import { faultEnvelope, type GatewayFault, gatewayEnvelope } from '../envelopes';
import type { QboFault } from '../fault';
import { isArray, isObject, type Json, type JsonObject } from '../json';
import { pacificMillis } from '../pacific';

let served = 0;

/** Recorded: minimul/qbo_api cassettes. */
function headers(contentType: string): Headers {
  served += 1;
  return new Headers({
    'Content-Type': contentType,
    'Cache-Control': 'no-cache, no-store',
    intuit_tid: `1-${String(served).padStart(8, '0')}-sandbox`,
    'QBO-Version': '1975.125',
  });
}

const escaped = (text: string): string => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);

function xmlOf(name: string, value: Json): string {
  if (isArray(value)) return value.map((one) => xmlOf(name, one)).join('');
  if (!isObject(value)) return `<${name}>${escaped(String(value))}</${name}>`;
  const inner = Object.entries(value)
    .map(([key, one]) => (one === undefined ? '' : xmlOf(key, one)))
    .join('');
  return `<${name}>${inner}</${name}>`;
}

/** JSON for those who ask for it by Accept or format=json; XML, the historical default, else. */
function speaksJson(request: Request): boolean {
  const accept = request.headers.get('accept') ?? '';
  return accept.includes('json') || new URL(request.url).searchParams.get('format') === 'json';
}

function answer(request: Request, body: JsonObject, status = 200): Response {
  if (speaksJson(request)) {
    return new Response(JSON.stringify(body), {
      status,
      headers: headers('application/json;charset=UTF-8'),
    });
  }
  const xml = `<?xml version="1.0" encoding="UTF-8"?>${xmlOf('IntuitResponse', body)}`;
  return new Response(xml, { status, headers: headers('application/xml;charset=UTF-8') });
}

/** An object of the service with the envelope's time. */
export function success(request: Request, body: JsonObject, ms: number): Response {
  return answer(request, { ...body, time: pacificMillis(ms) });
}

export function failure(request: Request, fault: QboFault, ms: number): Response {
  return answer(request, faultEnvelope(fault, ms), fault.httpStatus);
}

/** Gateway faults are JSON whatever the client accepts. */
export function refusal(
  fault: GatewayFault,
  ms: number,
  more: Record<string, string> = {},
): Response {
  const out = headers('application/json;charset=UTF-8');
  for (const [key, value] of Object.entries(more)) out.set(key, value);
  return new Response(JSON.stringify(gatewayEnvelope(fault, ms)), {
    status: fault.status,
    headers: out,
  });
}
