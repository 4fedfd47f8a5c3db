/**
 * Times as QBO writes them: Pacific offset, seconds in MetaData, milliseconds in the envelope
 * (recorded: minimul/qbo_api, "2020-09-29T05:58:07-07:00" and "2020-09-29T05:58:07.300-07:00").
 */
const HOUR_MS = 3_600_000;
const offsets = new Map<string, Map<number, number>>();
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  formats.set(zone, made);
  return made;
}

/** Milliseconds to add to UTC for the wall clock of `zone` at `ms`. Cached by hour. */
function offsetMs(ms: number, zone: string): number {
  const hour = Math.floor(ms / HOUR_MS);
  const ofZone = offsets.get(zone) ?? new Map<number, number>();
  offsets.set(zone, ofZone);
  const known = ofZone.get(hour);
  if (known !== undefined) return known;
  const part: Record<string, number> = {};
  for (const piece of formatOf(zone).formatToParts(new Date(hour * HOUR_MS))) {
    part[piece.type] = Number(piece.value);
  }
  const wall = Date.UTC(
    part.year ?? 0,
    (part.month ?? 1) - 1,
    part.day ?? 1,
    part.hour ?? 0,
    part.minute ?? 0,
  );
  const offset = wall - hour * HOUR_MS;
  ofZone.set(hour, offset);
  return offset;
}

const PACIFIC = 'America/Los_Angeles';

function suffix(offset: number): string {
  const minutes = Math.abs(offset) / 60_000;
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

const TEXTS_MAX = 50_000;
const texts = new Map<number, string>();

/** "2020-09-29T05:58:07-07:00" */
export function pacificSeconds(ms: number): string {
  const second = Math.floor(ms / 1000);
  const known = texts.get(second);
  if (known !== undefined) return known;
  const offset = offsetMs(ms, PACIFIC);
  const text = new Date(ms + offset).toISOString().slice(0, 19) + suffix(offset);
  if (texts.size >= TEXTS_MAX) texts.clear();
  texts.set(second, text);
  return text;
}

/** "2020-09-29T05:58:07.300-07:00" */
export function pacificMillis(ms: number): string {
  const offset = offsetMs(ms, PACIFIC);
  return new Date(ms + offset).toISOString().slice(0, 23) + suffix(offset);
}

/** The calendar day in `zone`. */
export function dayIn(zone: string, ms: number): string {
  return new Date(ms + offsetMs(ms, zone)).toISOString().slice(0, 10);
}

/** `day` plus `days`, both as YYYY-MM-DD. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Whether `day` is a real day written YYYY-MM-DD. */
export function isDay(day: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return false;
  const ms = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(day);
}
