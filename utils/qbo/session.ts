/**
 * The web session as QBO's own app uses it (jroth1111/qb-cli `http.go`: `Authorization:
 * Intuit_APIKey …` and `intuit-company-id` on reads, csrf tokens on writes; cookies alone are 401).
 */
export interface QboSession {
  /** Whole value of the header: `Intuit_APIKey intuit_apikey=…, intuit_apikey_version=1.0`. */
  readonly authorization: string;
  /** Company that the browser shows now: cookie `qbo.currentcompanyid`, else the last one seen. */
  readonly companyId: string | null;
  readonly csrfToken: string | null;
  readonly xCsrfToken: string | null;
  /** `authtype`, `apikey`, `intuit_appid` as the app sent them. */
  readonly extra: Readonly<Record<string, string>>;
}

export interface QboSessionSource {
  /** Null while no request of QBO's app has been seen in this browser session. */
  current(): Promise<QboSession | null>;
}

/** Headers that are taken over from the app besides the named ones. `x-range`, `x-b3-*` never. */
export const EXTRA_HEADERS = ['authtype', 'apikey', 'intuit_appid'] as const;

/** The headers of one request in this session. */
export function sessionHeaders(
  session: QboSession,
  realm: string,
  write: boolean,
): Record<string, string> {
  const headers: Record<string, string> = {
    ...session.extra,
    authorization: session.authorization,
    'intuit-company-id': realm,
    accept: 'application/json',
  };
  if (!write) return headers;
  const csrf = session.csrfToken ?? session.xCsrfToken;
  const xCsrf = session.xCsrfToken ?? session.csrfToken;
  if (csrf !== null) headers.csrftoken = csrf;
  if (xCsrf !== null) headers['x-csrf-token'] = xCsrf;
  headers['content-type'] = 'application/json';
  return headers;
}
