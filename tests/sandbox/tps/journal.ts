/**
 * Double entry underneath the documents. Every document owns one balanced set of postings, which is
 * replaced as a whole when the document changes, so that the control account can be compared with
 * the documents in tests: the two are computed on separate ways.
 */
export const AR_ACCOUNT = 'Accounts receivable';

export interface Posting {
  readonly account: string;
  /** Set on receivable postings only: the sub-ledger it belongs to. */
  readonly clientId: number | null;
  /** Debit positive, credit negative. */
  readonly cents: number;
}

export class Journal {
  readonly #postings = new Map<string, readonly Posting[]>();
  readonly #accounts = new Map<string, number>();
  readonly #clients = new Map<number, number>();

  /** Throws when the postings do not balance: that would be a fault in the books themselves. */
  replace(documentKey: string, postings: readonly Posting[]): void {
    const sum = postings.reduce((total, posting) => total + posting.cents, 0);
    if (sum !== 0) throw new Error(`postings of ${documentKey} are out of balance by ${sum}`);
    for (const posting of this.#postings.get(documentKey) ?? []) this.#add(posting, -1);
    for (const posting of postings) this.#add(posting, 1);
    if (postings.length === 0) this.#postings.delete(documentKey);
    else this.#postings.set(documentKey, postings);
  }

  copyFrom(other: Journal): void {
    for (const [key, postings] of other.#postings) this.#postings.set(key, postings);
    for (const [account, cents] of other.#accounts) this.#accounts.set(account, cents);
    for (const [client, cents] of other.#clients) this.#clients.set(client, cents);
  }

  accountCents(account: string): number {
    return this.#accounts.get(account) ?? 0;
  }

  clientCents(clientId: number): number {
    return this.#clients.get(clientId) ?? 0;
  }

  /** Every account with its balance; their sum is zero. */
  trialBalance(): ReadonlyMap<string, number> {
    return this.#accounts;
  }

  #add(posting: Posting, sign: 1 | -1): void {
    const { account, clientId, cents } = posting;
    this.#accounts.set(account, this.accountCents(account) + sign * cents);
    if (clientId === null) return;
    this.#clients.set(clientId, this.clientCents(clientId) + sign * cents);
  }
}
