/** Longest technical text that is stored and exported. */
const TECHNICAL_LENGTH_MAX = 500;

const SECRETS = [
  /(intuit_apikey\s*=\s*)[^\s,;"]+/gi,
  /((?:authorization|cookie|set-cookie|x-?csrf-?token|csrftoken|x-xsrf-token|token|apikey|password)["']?\s*[:=]\s*["']?)[^\s,;"']+/gi,
  /(bearer\s+)[\w.~+/-]+=*/gi,
];

/**
 * The system's own words, fit for history and export: one line, at most 500 characters, and
 * nothing that opens a session.
 */
export function technicalText(...parts: readonly (string | number | null | undefined)[]): string {
  let text = parts
    .filter((part) => part !== null && part !== undefined && part !== '')
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
  for (const secret of SECRETS) text = text.replace(secret, '$1…');
  return text.length > TECHNICAL_LENGTH_MAX ? `${text.slice(0, TECHNICAL_LENGTH_MAX - 1)}…` : text;
}
