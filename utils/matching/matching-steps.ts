/**
 * The matching as a row of small steps, so that whoever runs it can let the browser breathe between
 * two of them. Work is counted, not timed: the same input makes the same steps everywhere.
 */
import type { ClientOn } from '../ledger/entities';
import type { Side } from '../ledger/side';
import type { Steps } from '../ledger/steps';
import { BookIndex } from './book-index';
import { type InvoiceTrace, profileOf, TraceBook } from './profile';
import { type ScoredPair, scorePair } from './score-pair';

export interface MatchInput {
  readonly tps: readonly ClientOn<'tps'>[];
  readonly qbo: readonly ClientOn<'qbo'>[];
  readonly tpsInvoices: Iterable<InvoiceTrace>;
  readonly qboInvoices: Iterable<InvoiceTrace>;
}

/** Five to ten milliseconds of work each, on a small machine. */
const INVOICES_PER_STEP = 5_000;
const PROFILES_PER_STEP = 200;
const COMPARISONS_PER_STEP = 1_500;

/** A key that more pairs share says nothing about who is who. */
const PAIRS_PER_KEY_MAX = 900;

/** Yields after each step; returns every pair that is alike at all, before anybody is given away. */
export function* matchingSteps(input: MatchInput): Steps<ScoredPair[]> {
  const books = {
    tps: yield* indexSteps(input.tps, input.tpsInvoices),
    qbo: yield* indexSteps(input.qbo, input.qboInvoices),
  };
  const scored: ScoredPair[] = [];
  let comparisons = 0;
  for (const { profile, keys } of books.tps.entries) {
    const candidates = new Set<number>();
    for (const key of keys) {
      const found = books.qbo.at(key);
      if (found.length * books.tps.at(key).length > PAIRS_PER_KEY_MAX) continue;
      for (const at of found) candidates.add(at);
    }
    for (const at of candidates) {
      const other = books.qbo.entries[at];
      const pair = other && scorePair(profile, other.profile, books);
      if (pair) scored.push(pair);
    }
    comparisons += candidates.size + 1;
    if (comparisons >= COMPARISONS_PER_STEP) {
      comparisons = 0;
      yield;
    }
  }
  return scored;
}

function* indexSteps<S extends Side>(
  clients: readonly ClientOn<S>[],
  invoices: Iterable<InvoiceTrace>,
): Steps<BookIndex<S>> {
  const traces = new TraceBook();
  let read = 0;
  for (const invoice of invoices) {
    traces.add(invoice);
    read++;
    if (read % INVOICES_PER_STEP === 0) yield;
  }
  const index = new BookIndex<S>();
  for (const [i, client] of clients.entries()) {
    index.add(profileOf(client, traces));
    if (i % PROFILES_PER_STEP === PROFILES_PER_STEP - 1) yield;
  }
  return index;
}
