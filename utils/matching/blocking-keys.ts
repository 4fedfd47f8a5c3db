/**
 * Two clients are compared only when they share a key, so that 5,000 x 5,000 clients need no 25
 * million comparisons. A slip in one word leaves the beginning or the end of it, and the other
 * words; a name changed altogether leaves the e-mail, the phone, the address or the invoices.
 */

import type { Side } from '../ledger/side';
import { otherSide } from '../ledger/side';
import type { ProfileOn } from './profile';

const WORDS_MAX = 4;
const INVOICE_KEYS_MAX = 20;
const PIECE_LETTERS = 3;

export function blockingKeys<S extends Side>(profile: ProfileOn<S>): string[] {
  const { name, client } = profile;
  const keys = [`s ${name.sorted}`, `j ${name.words.join('')}`];
  const telling = [...new Set(name.words)]
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .slice(0, WORDS_MAX);
  for (const word of telling) keys.push(`w ${word}`);
  for (const [i, first] of telling.entries()) {
    for (const second of telling.slice(i + 1)) {
      keys.push(pairKey('b', beginning(first), beginning(second)));
      keys.push(pairKey('e', end(first), end(second)));
    }
  }
  if (profile.email !== '') keys.push(`@ ${profile.email}`);
  if (profile.phone !== '') keys.push(`p ${profile.phone}`);
  if (profile.code !== '') keys.push(`c ${profile.code}`);
  if (profile.openAmounts !== '') keys.push(`o ${profile.openAmounts}`);
  if (profile.street !== '') keys.push(`a ${profile.postalCode} ${profile.street}`);
  for (const word of telling) {
    if (profile.postalCode !== '') keys.push(`z ${profile.postalCode} ${beginning(word)}`);
  }
  for (const invoice of [...profile.invoices].sort().slice(0, INVOICE_KEYS_MAX)) {
    keys.push(`i ${invoice}`);
  }
  keys.push(`m ${client.side} ${client.id}`);
  if (profile.twinId !== null) keys.push(`m ${otherSide(client.side)} ${profile.twinId}`);
  return [...new Set(keys)];
}

function beginning(word: string): string {
  return word.slice(0, PIECE_LETTERS);
}

function end(word: string): string {
  return word.slice(-PIECE_LETTERS);
}

function pairKey(kind: string, a: string, b: string): string {
  return a < b ? `${kind} ${a} ${b}` : `${kind} ${b} ${a}`;
}
