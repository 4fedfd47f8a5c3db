const DAY_MS = 86_400_000;

/** Plain dates have no time zone: UTC arithmetic moves them by whole days. */
export function daysAfter(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

export function earlier(a: string, b: string): string {
  return a < b ? a : b;
}
