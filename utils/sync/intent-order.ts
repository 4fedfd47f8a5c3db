/** In which order intents are carried out. */
import { compareText } from '../ledger/compare-text';
import type { Intent } from './intent';

/** A customer can only go once nothing is open any more. */
const LAST = 12;

/** Clients, then documents, then payments and their applications, then voids and deletes. */
export function stageOf(intent: Intent): number {
  const { type } = intent;
  switch (intent.does) {
    case 'act':
      return { activate: 0, topLevel: 1, deactivate: 10, paymentLink: 11, tag: 11 }[intent.act];
    case 'create':
      return { client: 0, invoice: 3, payment: 8 }[type];
    case 'link':
      return { client: 0, invoice: 2, payment: 6 }[type];
    case 'update':
      return { client: 1, invoice: 4, payment: 7 }[type];
    // What is taken away makes room for what comes: a payment that was voided and entered anew.
    case 'void':
    case 'delete':
      return { client: LAST, invoice: 9, payment: 3.5 }[type];
    case 'renumber':
      return 3.4;
    case 'detach':
      return 3.6;
    // An undo and a conversion have an order of their own.
    case 'restore':
    case 'reenter':
    case 'replace':
      return LAST;
  }
}

export function inOrder(intents: readonly Intent[]): Intent[] {
  const sorted = [...intents].sort(
    (a, b) =>
      stageOf(a) - stageOf(b) ||
      compareText(a.date ?? '', b.date ?? '') ||
      (a.key < b.key ? -1 : a.key > b.key ? 1 : 0),
  );
  return needsFirst(sorted);
}

/** In the same order, but none before what it needs. */
export function needsFirst(intents: readonly Intent[]): Intent[] {
  const byKey = new Map(intents.map((intent) => [intent.key, intent]));
  const seen = new Set<Intent>();
  const placed: Intent[] = [];
  const place = (intent: Intent): void => {
    if (seen.has(intent)) return;
    seen.add(intent);
    for (const need of intent.needs) {
      const first = byKey.get(need);
      if (first) place(first);
    }
    placed.push(intent);
  };
  for (const intent of intents) place(intent);
  return placed;
}
