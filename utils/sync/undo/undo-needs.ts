/** Which steps of an undo must be done before another one can be. */

import type { Linkable } from '../../ledger/link';
import { sideKey } from '../../ledger/record-key';
import type { UndoStep } from './undo-step';

/** `undo:create:invoice:qbo:118`: names the row that is undone. */
export const UNDO = 'undo:';

export function undoKey({ row }: UndoStep): string {
  return `${UNDO}${row.intent.key}`;
}

/** The steps that stand before one in the order, by what others may need them for. */
export class EarlierSteps {
  readonly #byInvoice = new Map<string, string[]>();
  readonly #byClient = new Map<string, string[]>();
  readonly #awake = new Map<string, string[]>();
  readonly #byLink = new Map<string, string[]>();

  add(step: UndoStep): void {
    const { now, link } = step;
    const key = undoKey(step);
    for (const id of invoicesOf(now)) note(this.#byInvoice, sideKey(now.side, id), key);
    if (now.kind !== 'client') note(this.#byClient, sideKey(now.side, now.clientId), key);
    else if (step.does === 'activate') note(this.#awake, sideKey(now.side, now.id), key);
    if (now.kind === 'client' && link) note(this.#byLink, link.id, key);
  }

  /** Keys of what must be done so that this can be. */
  neededBy(step: UndoStep): string[] {
    const { now, link } = step;
    const at = (id: string) => sideKey(now.side, id);
    if (now.kind === 'client') {
      // Both halves of a client that was merged: the base goes back step by step.
      const halves = link ? this.#byLink.get(link.id) : undefined;
      const documents = step.does === 'restore' ? undefined : this.#byClient.get(at(now.id));
      return [...new Set([...(halves ?? []), ...(documents ?? [])])];
    }
    if (step.does === 'remove' && now.kind === 'payment') return [];
    const wanted = step.does === 'restore' ? step.earlier : now;
    const owner = wanted.kind === 'client' ? '' : at(wanted.clientId);
    const freeing = invoicesOf(wanted).flatMap((id) => this.#byInvoice.get(at(id)) ?? []);
    return [...new Set([...(this.#awake.get(owner) ?? []), ...freeing])];
  }
}

function note(index: Map<string, string[]>, at: string, key: string): void {
  const keys = index.get(at);
  if (keys) keys.push(key);
  else index.set(at, [key]);
}

/** Ids of the invoices that a document is about: itself, or those that it pays. */
function invoicesOf(record: Linkable): string[] {
  if (record.kind === 'invoice') return [record.id];
  if (record.kind === 'client') return [];
  return record.applications.flatMap(({ to, id }) => (to === 'invoice' ? [id] : []));
}
