/** Longest id that the worker takes. */
const REALM_LENGTH_MAX = 200;

/**
 * The company that the session shows, from the cookie that QuickBooks keeps it in; null when there
 * is none. `realmIn('a=1; qbo.currentcompanyid=9341')` is `'9341'`.
 */
export function realmIn(cookies: string): string | null {
  const value = /(?:^|;\s*)qbo\.currentcompanyid=([^;]*)/.exec(cookies)?.[1]?.trim();
  return value && value.length <= REALM_LENGTH_MAX ? value : null;
}

/** The company of this page. */
export function currentRealm(): string | null {
  return realmIn(document.cookie);
}
