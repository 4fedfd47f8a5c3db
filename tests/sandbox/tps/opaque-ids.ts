/**
 * Whether the real TPS counts its records is a doubt. With this switch on, its ids are text: without
 * order, with whatever we write beside ids ourselves, and some look like those of another list.
 */
import { type Context, Hono } from 'hono';
import { TpsProblem } from './problem';

const STARTS = ['A', 'J', 'C0', 'Q', '~', '', 'planned'] as const;
const ENDS = ['', ':1', '|b', ']', ' c'] as const;
/** Odd, so that no two numbers become the same; large, so that their order is gone. */
const SCATTER = 0x9e3779b1;

const numbers = new Map<string, number>();

/** The same text for the same number, always. */
export function opaqueId(n: number): string {
  const scattered = (Math.imul(n, SCATTER) >>> 0).toString(36);
  const text = `${STARTS[n % STARTS.length]}${scattered}${ENDS[n % ENDS.length]}`;
  numbers.set(text, n);
  return text;
}

/** The API as it is, in front of which every id is text. */
export function withOpaqueIds(api: Hono, base: string): Hono {
  const front = new Hono();
  front.all('*', async (c) => {
    const answer = await api.fetch(await counted(c, base));
    if (!answer.headers.get('content-type')?.includes('json')) return answer;
    const body: unknown = await answer.json();
    const headers = new Headers(answer.headers);
    headers.delete('content-length');
    const text = JSON.stringify(eachId(body, (id) => (typeof id === 'number' ? opaqueId(id) : id)));
    return new Response(text, { status: answer.status, headers });
  });
  return front;
}

/** The request with the numbers that stand behind its ids. */
async function counted(c: Context, base: string): Promise<Request> {
  const url = new URL(c.req.url);
  url.pathname = url.pathname
    .replace(base, '')
    .split('/')
    .map((part) => String(numbers.get(decodeURIComponent(part)) ?? part))
    .join('/');
  const text = await c.req.text();
  const body = text === '' ? null : JSON.stringify(eachId(JSON.parse(text), numberOf));
  return new Request(url, { method: c.req.method, headers: c.req.raw.headers, body });
}

function numberOf(id: unknown): unknown {
  if (typeof id !== 'string') return id;
  const found = numbers.get(id);
  if (found === undefined) throw new TpsProblem('not-found', `There is no ${id}.`);
  return found;
}

function eachId(value: unknown, change: (id: unknown) => unknown): unknown {
  if (Array.isArray(value)) return value.map((one) => eachId(one, change));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, part]): [string, unknown] => {
    const isId = (key === 'id' || key.endsWith('Id')) && part !== null;
    return [key, isId ? change(part) : eachId(part, change)];
  });
  return Object.fromEntries(entries);
}
