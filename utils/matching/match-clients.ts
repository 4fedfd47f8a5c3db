/**
 * Pairs the clients of both sides. Deterministic, and every score can be told in words.
 *
 * Candidates come from shared words, e-mail, phone or invoice number, so that 5,000 x 5,000 clients
 * need no 25 million comparisons.
 */
import type { Client, Invoice } from '../ledger/entities';
import { parseMarker } from '../ledger/marker';
import { type Phrase, phrase } from '../wording/phrase';
import { bareName, foldedName, nameLikeness, nameWords, wordSet } from './names';

export interface ClientPair {
  readonly tpsId: string;
  readonly qboId: string;
  /** 0 to 100. */
  readonly score: number;
  readonly strength: 'certain' | 'strong' | 'weak';
  readonly reasons: readonly Phrase[];
}

export interface MatchInput {
  readonly tps: readonly Client[];
  readonly qbo: readonly Client[];
  readonly tpsInvoices: Iterable<Invoice>;
  readonly qboInvoices: Iterable<Invoice>;
}

const CERTAIN_MIN = 90;
const STRONG_MIN = 65;
const WEAK_MIN = 40;
/** The second best must be this much worse, else nobody is sure. */
const LEAD_MIN = 10;
const LIKENESS_MIN = 0.82;
/** A word that more clients share says nothing about who is who. */
const COMMON_WORD_MAX = 60;

interface Profile {
  readonly client: Client;
  readonly folded: string;
  readonly bare: string;
  readonly words: string;
  readonly email: string;
  readonly phone: string;
  readonly invoices: ReadonlySet<string>;
}

/** The best pairing, each client in one pair at most, best first. */
export function matchClients(input: MatchInput): ClientPair[] {
  return assign(candidatePairs(input));
}

/** Every pair that is alike at all, before anybody is given to anybody. */
export function candidatePairs(input: MatchInput): ClientPair[] {
  const tpsInvoices = invoicesOf(input.tpsInvoices);
  const qboInvoices = invoicesOf(input.qboInvoices);
  const tps = input.tps.map((client) => profile(client, tpsInvoices));
  const qbo = input.qbo.map((client) => profile(client, qboInvoices));
  const index = indexOf(qbo);
  const scored: ClientPair[] = [];
  for (const left of tps) {
    const candidates = new Set<Profile>();
    for (const key of keysOf(left)) {
      const found = index.get(key);
      if (found && found.length <= COMMON_WORD_MAX)
        for (const right of found) candidates.add(right);
    }
    for (const right of candidates) {
      const pair = scorePair(left, right);
      if (pair) scored.push(pair);
    }
  }
  return scored;
}

function invoicesOf(invoices: Iterable<Invoice>): Map<string, Set<string>> {
  const byClient = new Map<string, Set<string>>();
  for (const invoice of invoices) {
    if (invoice.number === '' || invoice.voided) continue;
    const set = byClient.get(invoice.clientId) ?? new Set<string>();
    set.add(`${invoice.number}=${invoice.totalCents}`);
    byClient.set(invoice.clientId, set);
  }
  return byClient;
}

function profile(client: Client, invoices: Map<string, Set<string>>): Profile {
  return {
    client,
    folded: foldedName(client.name),
    bare: bareName(client.name),
    words: wordSet(client.name),
    email: client.email.trim().toLowerCase(),
    phone: client.phone.replace(/\D/g, '').slice(-10),
    invoices: invoices.get(client.id) ?? new Set(),
  };
}

function keysOf(p: Profile): string[] {
  const keys = nameWords(p.client.name).map((word) => `w:${word}`);
  keys.push(`n:${p.words}`, `b:${p.bare}`);
  if (p.email) keys.push(`e:${p.email}`);
  if (p.phone.length >= 7) keys.push(`p:${p.phone}`);
  for (const invoice of p.invoices) keys.push(`i:${invoice}`);
  const marker = parseMarker(p.client.marker);
  keys.push(`m:${p.client.side}:${p.client.id}`);
  if (marker) keys.push(`m:${marker.side}:${marker.id}`);
  return keys;
}

function indexOf(profiles: readonly Profile[]): Map<string, Profile[]> {
  const index = new Map<string, Profile[]>();
  for (const p of profiles) {
    for (const key of keysOf(p)) {
      const list = index.get(key);
      if (list) list.push(p);
      else index.set(key, [p]);
    }
  }
  return index;
}

function scorePair(tps: Profile, qbo: Profile): ClientPair | null {
  let score = 0;
  const reasons: Phrase[] = [];
  const add = (points: number, reason: Phrase) => {
    score += points;
    reasons.push(reason);
  };
  if (names(tps, qbo) || names(qbo, tps)) add(100, phrase('match.marker'));
  if (tps.client.name === qbo.client.name) add(75, phrase('match.sameName'));
  else if (tps.folded === qbo.folded) add(72, phrase('match.sameSpelling'));
  else if (tps.bare === qbo.bare) add(66, phrase('match.legalForm'));
  else if (tps.words === qbo.words) add(62, phrase('match.wordOrder'));
  else {
    const likeness = nameLikeness(tps.bare, qbo.bare);
    if (likeness >= LIKENESS_MIN) add(Math.round(likeness * 50), phrase('match.likeName'));
  }
  if (tps.email !== '' && tps.email === qbo.email) add(40, phrase('match.email'));
  if (tps.phone.length >= 7 && tps.phone === qbo.phone) add(15, phrase('match.phone'));
  const shared = [...tps.invoices].filter((invoice) => qbo.invoices.has(invoice)).length;
  if (shared > 0) add(Math.min(45, 20 + shared * 10), phrase('match.invoices', { count: shared }));
  if (score < WEAK_MIN) return null;
  const capped = Math.min(100, score);
  return {
    tpsId: tps.client.id,
    qboId: qbo.client.id,
    score: capped,
    strength: capped >= CERTAIN_MIN ? 'certain' : capped >= STRONG_MIN ? 'strong' : 'weak',
    reasons,
  };
}

function names(a: Profile, b: Profile): boolean {
  const marker = parseMarker(a.client.marker);
  return (
    marker !== null &&
    marker.type === 'client' &&
    marker.side === b.client.side &&
    marker.id === b.client.id
  );
}

/** Best pairs first; a pair with a close rival is never more than weak. */
function assign(scored: ClientPair[]): ClientPair[] {
  const rivals = new Map<string, number[]>();
  for (const pair of scored) {
    for (const key of [`t${pair.tpsId}`, `q${pair.qboId}`]) {
      const list = rivals.get(key) ?? [];
      list.push(pair.score);
      rivals.set(key, list);
    }
  }
  for (const list of rivals.values()) list.sort((a, b) => b - a);
  const hasRival = (key: string, score: number) => {
    const [, second] = rivals.get(key) ?? [];
    return second !== undefined && score - second < LEAD_MIN;
  };
  const taken = new Set<string>();
  const pairs: ClientPair[] = [];
  const order = [...scored].sort(
    (a, b) =>
      b.score - a.score || Number(a.tpsId) - Number(b.tpsId) || Number(a.qboId) - Number(b.qboId),
  );
  for (const pair of order) {
    const [t, q] = [`t${pair.tpsId}`, `q${pair.qboId}`];
    if (taken.has(t) || taken.has(q)) continue;
    taken.add(t);
    taken.add(q);
    const unsure = hasRival(t, pair.score) || hasRival(q, pair.score);
    pairs.push(
      unsure
        ? { ...pair, strength: 'weak', reasons: [...pair.reasons, phrase('match.rival')] }
        : pair,
    );
  }
  return pairs;
}
