import { isObject, type JsonObject, parseJson } from '../../sandbox/qbo/json';
import { type Fixture, REALM } from './fixture';

export interface Reply {
  readonly status: number;
  readonly body: JsonObject;
  readonly headers: Headers;
}

export async function replyOf(response: Response): Promise<Reply> {
  const body = parseJson(await response.text());
  return { status: response.status, body: isObject(body) ? body : {}, headers: response.headers };
}

/** One call through the OAuth door; a body makes it a POST. */
export async function call(
  { qbo }: Fixture,
  path: string,
  body?: JsonObject | FormData,
  more: string | Record<string, string> = 'token',
): Promise<Reply> {
  const [token, headers] = typeof more === 'string' ? [more, {}] : ['token', more];
  const sent =
    body === undefined ? {} : { body: body instanceof FormData ? body : JSON.stringify(body) };
  const request = new Request(`https://quickbooks.api.intuit.com/v3/company/${REALM}/${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      Authorization: `Bearer ${token}`,
      Accept: 'application/json',
      // A form says its own type.
      ...(body instanceof FormData ? {} : { 'Content-Type': 'application/json' }),
      ...headers,
    },
    ...sent,
  });
  return replyOf(await qbo.api.fetch(request));
}

/** How a fault of this code looks inside a reply. */
export const faultLike = (code: string) => ({ Fault: { Error: [{ code }] } });
