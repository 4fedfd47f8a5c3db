/** Names in the order in which they are looked for: each browser also claims to be those below. */
const BROWSERS = [
  ['Edge', /\bEdg\//],
  ['Opera', /\bOPR\//],
  ['Chrome', /\bChrome\//],
] as const;

const SYSTEMS = [
  ['Windows', /Windows/],
  ['ChromeOS', /\bCrOS\b/],
  ['Mac', /Mac OS X/],
  ['Linux', /Linux/],
] as const;

/**
 * What people call this browser, from its user agent; a name, so the same in every language.
 *
 * @example browserName('Mozilla/5.0 (Windows NT 10.0; …) … Chrome/131.0.0.0 …') // 'Chrome on Windows'
 */
export function browserName(userAgent: string): string {
  const first = (names: typeof BROWSERS | typeof SYSTEMS) =>
    names.find(([, pattern]) => pattern.test(userAgent))?.[0];
  return [first(BROWSERS) ?? 'Chrome', first(SYSTEMS)].filter(Boolean).join(' on ');
}
