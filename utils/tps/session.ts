/** What a write to TPS needs besides the session cookie, which the browser adds by itself. */
export interface TpsSessionSource {
  /** The cookie `XSRF-TOKEN` as it is now; null when there is none. */
  xsrfToken(): Promise<string | null>;
}
