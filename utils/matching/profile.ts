/** What is compared of a client, made ready once. */
import type { ClientOn, Invoice } from '../ledger/entities';
import { parseMarker } from '../ledger/marker';
import type { Side } from '../ledger/side';
import { type NameShape, nameShape } from './name-shape';
import { fold, spelledWords } from './names';

/** What of an invoice tells whose it is. */
export type InvoiceTrace = Pick<
  Invoice,
  'clientId' | 'number' | 'totalCents' | 'balanceCents' | 'voided'
>;

export interface ProfileOn<S extends Side> {
  readonly client: ClientOn<S>;
  readonly name: NameShape;
  readonly email: string;
  /** The last ten digits; empty when there are fewer than seven. */
  readonly phone: string;
  readonly code: string;
  readonly postalCode: string;
  /** House number and the words of the street, folded; empty without a number. */
  readonly street: string;
  /** `number=total` of every invoice that is not void. */
  readonly invoices: ReadonlySet<string>;
  /** What is still open, in cents, smallest first; empty when nothing is. */
  readonly openAmounts: string;
  /** Id on the other side that our own marker names, or null. */
  readonly twinId: string | null;
}

export type Profile = ProfileOn<Side>;

const PHONE_DIGITS = 10;
const PHONE_DIGITS_MIN = 7;

interface Traces {
  readonly numbers: Set<string>;
  readonly open: number[];
}

/** The invoices of one side by client. */
export class TraceBook {
  readonly #byClient = new Map<string, Traces>();

  add({ clientId, number, totalCents, balanceCents, voided }: InvoiceTrace): void {
    if (voided) return;
    const traces = this.of(clientId);
    if (number !== '') traces.numbers.add(`${number}=${totalCents}`);
    if (balanceCents > 0) traces.open.push(balanceCents);
    this.#byClient.set(clientId, traces);
  }

  of(clientId: string): Traces {
    return this.#byClient.get(clientId) ?? { numbers: new Set(), open: [] };
  }
}

export function profileOf<S extends Side>(client: ClientOn<S>, book: TraceBook): ProfileOn<S> {
  const { numbers, open } = book.of(client.id);
  const marker = parseMarker(client.marker, 'client');
  const namesOther = marker?.type === 'client' && marker.side !== client.side;
  return {
    client,
    name: nameShape(client),
    email: client.email.trim().toLowerCase(),
    phone: phoneOf(client.phone),
    code: client.code.trim().toUpperCase(),
    postalCode: client.address.postalCode.replace(/[\s-]/g, '').toUpperCase(),
    street: streetOf(client.address.line1),
    invoices: numbers,
    openAmounts: [...open].sort((a, b) => a - b).join('+'),
    twinId: namesOther ? marker.id : null,
  };
}

/** `+1 (514) 555-0100, ext. 3` and `514.555.0100` are one number. */
function phoneOf(text: string): string {
  const digits = text.replace(/(ext|poste|x|#).*$/i, '').replace(/\D/g, '');
  return digits.length < PHONE_DIGITS_MIN ? '' : digits.slice(-PHONE_DIGITS);
}

function streetOf(line1: string): string {
  const words = spelledWords(line1).map(fold);
  const number = words.find((word) => /\d/.test(word));
  const longest = words
    .filter((word) => !/\d/.test(word))
    .reduce((best, word) => (word.length > best.length ? word : best), '');
  return number === undefined || longest === '' ? '' : `${number} ${longest}`;
}
