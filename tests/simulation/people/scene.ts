/** What a person has at hand while working: both systems, and chance. */

import { type QboLists, readQboLists } from '../../sandbox/firm/qbo-lists';
import { type Random, seededRandom } from '../../sandbox/firm/random';
import type { QboCompany } from '../../sandbox/qbo';
import type { TpsBooks } from '../../sandbox/tps';
import type { Sites } from '../world/sites';

export interface WorkScene {
  readonly books: TpsBooks;
  readonly company: QboCompany;
  readonly country: 'CA' | 'US';
  readonly random: Random;
  readonly today: string;
  lists(): QboLists;
}

/** Nothing there to work on, or the person has no use for it: nothing happened. */
export class NothingToDo extends Error {}

export function nothingToDo(): never {
  throw new NothingToDo('nothing to do');
}

export function workScene({ books, company, country, clock }: Sites, r: number): WorkScene {
  return {
    books,
    company,
    country,
    random: seededRandom(r),
    today: clock.now().toISOString().slice(0, 10),
    lists: () => readQboLists(company),
  };
}

export function pickOr<T>(random: Random, list: readonly T[]): T {
  if (list.length === 0) nothingToDo();
  return random.pick(list);
}

export function money(cents: number): string {
  const digits = String(Math.abs(cents)).padStart(3, '0');
  return `${cents < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

const WORDS = [
  'Advice',
  'Year end',
  'Filing',
  'Review',
  'Réunion',
  "L'été 2025",
  'A & B',
  'T2 (late)',
];

/** Something to write in a text field. */
export function words(random: Random): string {
  return `${random.pick(WORDS)} ${random.int(1, 999)}`;
}

/** Replaces the person's own words; our tag stays where the system shows it with them. */
export function reword(stored: string, text: string): string {
  const tag = /\s*\[(?:TPS|QBO)(?:#\w+)? [a-z]+ \d+\]/.exec(stored)?.[0].trim();
  return tag ? `${text} ${tag}` : text;
}

/** A day up to `daysMax` days ago. */
export function recently({ today, random }: WorkScene, daysMax = 40): string {
  const ms = Date.parse(`${today}T00:00:00Z`) - random.int(0, daysMax) * 86_400_000;
  return new Date(ms).toISOString().slice(0, 10);
}

export function later(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
