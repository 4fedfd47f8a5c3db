/**
 * Credits by journal entry. QBO takes the entry and what applies it in two calls, so every write
 * here can be cut off in between; whoever then updates the record completes it.
 */

import { changedMeanwhile, noAnswer } from '../../http/failures';
import { cents, sumCents, ZERO } from '../../ledger/cents';
import { applicationsOf, sameContent } from '../../ledger/content';
import { splitId } from '../../ledger/document-id';
import type { PaymentDraft } from '../../ledger/drafts';
import type { Application, Payment } from '../../ledger/entities';
import { PortError } from '../../port/port-error';
import type { Subject } from '../../port/subject';
import { phrase } from '../../wording/phrase';
import { entryIn, type FoldedCredit, readJournalEntry } from '../read/journal-entry';
import { type LedgerAccounts, ledgerAccounts } from '../read/ledger-accounts';
import type { QboTransport } from '../request';
import { noteOf } from './invoice';
import { applyingPayment, changedEntry, newEntry } from './journal-entry';
import { about, askedOf, deleteOne, gone, onceBy, post, refuse } from './send';

/** Where one write takes place, and what it is about. */
interface Scope {
  readonly transport: QboTransport;
  readonly accounts: LedgerAccounts;
  readonly subject: Subject;
}

/**
 * Writes the entry, then the payment of 0.00 that applies it. Where QBO refuses the second, the
 * first is taken back, so that nothing is left half-written.
 */
export async function createCredit(
  transport: QboTransport,
  draft: PaymentDraft,
  key: string,
): Promise<Payment> {
  const subject: Subject = { type: 'journalEntry', label: draft.date };
  mustApplyToInvoices(draft, subject);
  const accounts = await ledgerAccounts(transport);
  const scope = { transport, accounts, subject };
  const body = newEntry(draft, onlyReceivable(scope));
  const reply = await post(transport, 'JournalEntry', onceBy(key), body, subject);
  const entry = entryIn(reply);
  try {
    if (draft.applications.length > 0) await createPart(scope, draft, entry.Id, key);
  } catch (error) {
    if (!(error instanceof PortError) || error.kind !== 'refused') throw error;
    try {
      await deleteOne(transport, 'JournalEntry', entry, subject);
    } catch {
      // QBO answers a request that it knows with what it made then, also where that is gone by now.
      if (!(await readJournalEntry(transport, entry.Id, accounts, subject))) {
        throw changed(scope, `entry ${entry.Id} was removed since it was made`);
      }
      throw noAnswer(reply.asked, `entry ${entry.Id} stands, not applied: ${error.technical}`);
    }
    throw error;
  }
  return (await creditNow(scope, entry.Id)).record;
}

/** Changes entry and applications where they differ from the draft. Sends nothing on a stale version. */
export async function updateCredit(
  transport: QboTransport,
  id: string,
  version: string,
  draft: PaymentDraft,
  key: string,
): Promise<Payment> {
  const subject: Subject = { type: 'journalEntry', label: draft.date };
  mustApplyToInvoices(draft, subject);
  const scope = { transport, accounts: await ledgerAccounts(transport), subject };
  const before = await creditAt(scope, id, version);
  const { record } = before;
  const moves = draft.clientId !== record.clientId;
  mustLeaveOthers(scope, record, moves ? ZERO : draft.amountCents, moves ? [] : draft.applications);
  // At no moment may the entry be smaller than what is applied of it, or another client's.
  const early = moves || draft.amountCents < record.amountCents;
  const wanted = moves ? [] : draft.applications;
  const first = early ? await applied(scope, before, draft, wanted, key) : before;
  const { applications } = first.record;
  mustBeSame(scope, first.record, { ...record, applications });
  const second = await entryWritten(scope, first, draft, key);
  mustBeSame(scope, second.record, { ...second.record, applications });
  return (await applied(scope, second, draft, draft.applications, key)).record;
}

/** Deletes the payments of 0.00, then the entry. */
export async function removeCredit(
  transport: QboTransport,
  id: string,
  version: string,
): Promise<void> {
  const subject: Subject = { type: 'journalEntry', label: splitId(id).ownId };
  const scope = { transport, accounts: await ledgerAccounts(transport), subject };
  const before = await creditAt(scope, id, version);
  mustLeaveOthers(scope, before.record, ZERO, []);
  const bare = await withoutParts(scope, before);
  mustBeSame(scope, bare.record, { ...before.record, applications: [] });
  await deleteOne(transport, 'JournalEntry', bare.entry, subject);
}

/** The credit as it is now; refuses one that is gone, and one that became something else. */
async function creditNow(scope: Scope, entryId: string): Promise<FoldedCredit> {
  const { transport, accounts, subject } = scope;
  const found = await readJournalEntry(transport, entryId, accounts, subject);
  if (!found) throw gone('JournalEntry', subject);
  if ('record' in found) return found;
  throw changed(scope, `entry ${entryId} is no credit of one customer any more`);
}

async function creditAt(scope: Scope, id: string, version: string): Promise<FoldedCredit> {
  const found = await creditNow(scope, splitId(id).ownId);
  if (found.record.version === version) return found;
  throw changed(scope, `version is ${found.record.version}, was ${version}`);
}

async function entryWritten(
  scope: Scope,
  now: FoldedCredit,
  draft: PaymentDraft,
  key: string,
): Promise<FoldedCredit> {
  const { entry, record } = now;
  const { clientId, date, bankId, amountCents } = draft;
  const same =
    entry.PrivateNote === noteOf(draft.memo, draft.marker) &&
    sameContent(record, { ...record, clientId, date, bankId, amountCents });
  if (same) return now;
  const body = changedEntry(draft, entry);
  await post(scope.transport, 'JournalEntry', onceBy(key, '-e'), body, scope.subject);
  return creditNow(scope, entry.Id);
}

/** Makes the applications the wanted ones, none or the draft's: all of them in one payment. */
async function applied(
  scope: Scope,
  now: FoldedCredit,
  draft: PaymentDraft,
  wanted: readonly Application[],
  key: string,
): Promise<FoldedCredit> {
  const { entry, record, parts } = now;
  if (applicationsOf(record.applications).join() === applicationsOf(wanted).join()) return now;
  if (wanted.length === 0) return withoutParts(scope, now);
  const [kept, ...rest] = parts;
  // First what frees an invoice for the others.
  for (const part of rest) await deleteOne(scope.transport, 'Payment', part, scope.subject);
  if (kept) {
    const { Id, SyncToken } = kept;
    const body = { Id, SyncToken, sparse: true, ...applyingPayment(draft, entry.Id) };
    await post(scope.transport, 'Payment', onceBy(key, '-q'), body, scope.subject);
  } else {
    await createPart(scope, draft, entry.Id, key);
  }
  return creditNow(scope, entry.Id);
}

async function withoutParts(scope: Scope, now: FoldedCredit): Promise<FoldedCredit> {
  if (now.parts.length === 0) return now;
  for (const part of now.parts) await deleteOne(scope.transport, 'Payment', part, scope.subject);
  return creditNow(scope, now.entry.Id);
}

async function createPart(
  { transport, subject }: Scope,
  draft: PaymentDraft,
  entryId: string,
  key: string,
): Promise<void> {
  const body = { ...applyingPayment(draft, entryId), PrivateNote: noteOf('', draft.marker) };
  await post(transport, 'Payment', onceBy(key, '-p'), body, subject);
}

/** Which A/R account the draft belongs to is not told: there must be one alone. */
function onlyReceivable({ accounts, subject }: Scope): string {
  const [only, ...others] = accounts.activeReceivableIds;
  if (only !== undefined && others.length === 0) return only;
  const technical = `${accounts.activeReceivableIds.length} active A/R accounts`;
  throw refuse(
    'JournalEntry',
    subject,
    phrase('port.receivableUnclear', about(subject)),
    technical,
  );
}

/** A payment that mixes the credit with other money is a person's: its share must stay free. */
function mustLeaveOthers(
  scope: Scope,
  record: Payment,
  amountCents: number,
  applications: readonly Application[],
): void {
  const sum = (all: readonly Application[]) => sumCents(all.map((one) => one.amountCents));
  const taken = record.amountCents - record.unappliedCents - sum(record.applications);
  if (taken === 0 || sum(applications) + taken <= amountCents) return;
  const what = phrase('port.creditInUse', about(scope.subject));
  throw refuse('JournalEntry', scope.subject, what, `${cents(taken)} cents are used elsewhere`);
}

function mustApplyToInvoices(draft: PaymentDraft, subject: Subject): void {
  const other = draft.applications.find(({ to }) => to !== 'invoice');
  if (!other) return;
  const what = phrase('port.cannotLink', about(subject));
  throw refuse('JournalEntry', subject, what, `nothing known about document ${other.id}`);
}

/** Between our calls nobody else may have changed what the next one overwrites. */
function mustBeSame(scope: Scope, now: Payment, expected: Payment): void {
  if (!sameContent(now, expected)) throw changed(scope, 'changed between two of our calls');
}

function changed({ subject }: Scope, technical: string): PortError {
  return changedMeanwhile(askedOf('JournalEntry', subject), technical);
}
