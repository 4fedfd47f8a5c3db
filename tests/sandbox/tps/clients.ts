import { type ClientBody, clientBody } from './bodies';
import type { Draft } from './draft';
import { parseBody } from './parse';
import { notFound, ruleBroken, TpsProblem } from './problem';
import {
  adjustmentBalanceCents,
  invoiceBalanceCents,
  type Kind,
  type Records,
  type Unstamped,
  unappliedCents,
} from './records';
import type { TableStore, WriteOptions } from './tables';
import { type ClientView, clientView } from './views';

/** Clients. *Deleted* is a mark that can be taken back; *inactive* changes nothing about the A/R. */
export class ClientShelf {
  readonly #store: TableStore;

  constructor(store: TableStore) {
    this.#store = store;
  }

  all(): ClientView[] {
    return [...this.#store.tables.client.keys()].map((id) => this.get(id));
  }

  get(id: number): ClientView {
    const record = this.#store.tables.client.get(id);
    if (!record) throw notFound('client', id);
    return clientView(record, this.#store.journal.clientCents(id));
  }

  create(body: unknown, options?: WriteOptions): ClientView {
    const { code, status, ...fields } = withoutReadOnly(parseBody(clientBody, body));
    if (status === 'deleted') throw ruleBroken('status', 'A new client cannot be deleted.');
    const id = this.#store.write((draft) => {
      this.#checkCodeFree(code, null);
      const newId = draft.newId('client');
      draft.put('client', { id: newId, code, status, ...fields });
      return newId;
    }, options);
    return this.get(id);
  }

  update(id: number, body: unknown, options: WriteOptions = {}): ClientView {
    checkSameId('client', id, body);
    const fields = withoutReadOnly(parseBody(clientBody, body));
    return this.#change(id, options, (before) => {
      if (before.status === 'deleted') throw ruleBroken('status', 'Restore the client first.');
      if (fields.status === 'deleted') throw ruleBroken('status', 'Use DELETE to delete a client.');
      this.#checkCodeFree(fields.code, id);
      return { id, ...fields };
    });
  }

  /** Marks the client deleted. Refused while documents of it are open. */
  remove(id: number, options: WriteOptions = {}): ClientView {
    return this.#change(id, options, (before) => {
      if (before.status === 'deleted') throw ruleBroken('status', 'The client is deleted already.');
      if (this.#hasOpenDocument(id)) {
        throw ruleBroken('arBalance', 'The client has open invoices, payments or adjustments.');
      }
      return { ...before, status: 'deleted' };
    });
  }

  restore(id: number, options: WriteOptions = {}): ClientView {
    return this.#change(id, options, (before) => {
      if (before.status !== 'deleted') throw ruleBroken('status', 'The client is not deleted.');
      return { ...before, status: 'active' };
    });
  }

  /** The flag *Exclude from Sync*. */
  exclude(id: number, excludeFromSync: boolean, options: WriteOptions = {}): ClientView {
    return this.#change(id, options, (before) => ({ ...before, excludeFromSync }));
  }

  #change(
    id: number,
    options: WriteOptions,
    rules: (before: Records['client']) => Unstamped<Records['client']>,
  ): ClientView {
    const before = this.#store.tables.client.get(id);
    if (!before) throw notFound('client', id);
    this.#store.checkVersion('client', id, options.ifMatch);
    this.#store.write((draft) => draft.put('client', rules(before)), options);
    return this.get(id);
  }

  #checkCodeFree(code: string, ownId: number | null): void {
    const holder = this.#store.clientIdByCode.get(code.toLowerCase());
    if (holder === undefined || holder === ownId) return;
    throw ruleBroken('code', `The Client ID ${code} is already used.`);
  }

  #hasOpenDocument(clientId: number): boolean {
    const { invoice, payment, adjustment } = this.#store.tables;
    const own = (r: { readonly clientId: number }) => r.clientId === clientId;
    return (
      [...invoice.values()].some((r) => own(r) && invoiceBalanceCents(r) !== 0) ||
      [...payment.values()].some((r) => own(r) && unappliedCents(r) !== 0) ||
      [...adjustment.values()].some((r) => own(r) && adjustmentBalanceCents(r) !== 0)
    );
  }
}

/** Throws 422 unless documents can be written for this client. */
export function checkClientTakesDocuments(draft: Draft, clientId: number): void {
  const client = draft.get('client', clientId);
  if (!client) throw ruleBroken('clientId', `There is no client ${clientId}.`);
  if (client.status === 'deleted') {
    throw ruleBroken('clientId', `The client ${client.code} is deleted: restore it first.`);
  }
}

/** Throws 400 when a body carries another id than its address. */
export function checkSameId(kind: Kind, id: number, body: unknown): void {
  if (typeof body !== 'object' || body === null || !('id' in body)) return;
  if (body.id === undefined || body.id === id) return;
  throw new TpsProblem('validation', `The body is not of ${kind} ${id}.`, {
    id: ['Differs from the address.'],
  });
}

function withoutReadOnly(body: ClientBody) {
  const { code, name, firstName, lastName, email, phone, address, status, excludeFromSync } = body;
  return { code, name, firstName, lastName, email, phone, address, status, excludeFromSync };
}
