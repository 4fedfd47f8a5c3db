/** The document of QBO that a conversion replaces, looked at before each write of that conversion. */
import type { ConvertibleType, Foreign } from '../ledger/entities';
import type { BooksPort } from '../port/books-port';
import type { ReplaceIntent } from '../sync/intent';

/** Gone, or changed since the plan was made, or its version to be sent back. */
export type OriginalNow = 'gone' | 'changed' | { readonly version: string };

/**
 * Before the adjustment is made the original must be as planned; before it goes it must be wholly
 * open besides, for nobody may have applied it anew since we took it off its invoices.
 */
export async function originalNow(qbo: BooksPort, intent: ReplaceIntent): Promise<OriginalNow> {
  const { original, part, effectCents } = intent;
  const [now, ...more] = await read(qbo, original);
  if (!now) return 'gone';
  const openCents = part === 'original' ? -effectCents : original.openCents;
  const same =
    more.length === 0 &&
    now.clientId === original.clientId &&
    now.date === original.date &&
    now.totalCents === original.totalCents &&
    now.openCents === openCents;
  return same ? { version: now.version } : 'changed';
}

export async function removeOriginal(
  qbo: BooksPort,
  { original }: ReplaceIntent,
  version: string,
): Promise<void> {
  if (!qbo.removeForeign) throw new Error(`${qbo.side} has no documents to convert`);
  await qbo.removeForeign(typeOf(original), original.id, version);
}

async function read(qbo: BooksPort, original: Foreign): Promise<readonly Foreign[]> {
  if (!qbo.readForeign) throw new Error(`${qbo.side} has no documents to convert`);
  return qbo.readForeign(typeOf(original), original.id);
}

function typeOf({ foreignType }: Foreign): ConvertibleType {
  if (foreignType === 'creditMemo' || foreignType === 'journalEntry') return foreignType;
  throw new Error(`a ${foreignType} is not converted`);
}
