import { convert } from './convert';
import { excel } from './excel';
import { health } from './health';
import { holds } from './holds';
import { mappingsFile } from './mappings-file';
import { matching } from './matching';
import { ports } from './ports';
import { undo } from './undo';

const SYSTEM = '{system, select, tps {TPS} qbo {QuickBooks} other {{system}}}';
const TYPES =
  '{type, select, client {clients} invoice {invoices} payment {payments} other {records}}';

/** Sentences that the core and the worker say, in English. ICU message syntax. */
export const core = {
  ...ports,
  ...health,
  ...mappingsFile,
  ...undo,
  ...convert,
  ...holds,
  ...matching,
  ...excel,
  'run.nothingButOffsets':
    'Nothing can be synced now. Both totals are {agreedCents}, but {documents, plural, one {# document differs} other {# documents differ}} and cancel out; Tie-out names them.',
  'run.nothingToDo':
    'Nothing to sync. Both systems agree on {agreedCents} across {clients, plural, one {# client} other {# clients}}.',
  'run.alreadyRunning': 'A sync is at work already. Wait for it to end, or stop it first.',
  'run.notInPreview': 'This preview has ended. Press Preview to see what would change now.',
  'run.otherPlan':
    'Something changed since you looked: this is the plan as it is now. Apply it, or preview again.',
  'run.planTooOld':
    'This preview is more than 30 minutes old and the books may have moved on. Press Preview again.',
  'store.newer':
    'The data of this browser was written by a newer version of the extension. Nothing was done. Update the extension at chrome://extensions, then open this page again.',
  'store.cannotOpen':
    'Chrome cannot open what this browser has stored for the extension. Nothing was done. Restart Chrome. If that does not help, remove the extension and install it again: the links to what was synced are found again by their markers, and the firm’s shared set-up comes back from QuickBooks.',
  'run.pairGone': 'No firm and company are paired yet. Open the set-up first.',
  'run.notReady': 'The set-up is not finished. Finish it before the first sync.',
  'run.notRead': 'The books were not read to their end. Start the sync again.',
  'run.unknown': 'This run does not exist any more.',
  'run.diskFull':
    'This computer has no room left to keep the journal, so the sync was parked: nothing is written without it. Free some disk space, then press Resume.',
  'run.chromeSilent':
    'Chrome did not answer the extension, so the sync was parked. It goes on by itself.',
  'run.storeFailed':
    'Chrome could not read or write what this browser keeps for the extension, so the sync was parked. Nothing is written without it; it goes on by itself.',
  'run.brokenInvariant':
    'Something happened that must not happen, so the sync stopped. What was done stands in the history; nothing else was written.',
  'run.reading': 'Reading both books',
  'run.planning': 'Comparing both books',
  'run.verifying': 'Reading both books again to tie out',
  'run.writing':
    '{verb, select, create {Creating} update {Updating} void {Voiding} delete {Removing} activate {Making active:} deactivate {Making inactive:} topLevel {Making top-level:} paymentLink {Fetching the payment link of} tag {Renewing the tag of} freeNumber {Freeing the number of} other {Linking}} {type, select, client {client} invoice {invoice} payment {payment} other {record}} {number} · {client}',
  'run.leaseHeld':
    'Since {sinceMs, time, short}, {who} has been syncing these books. Two browsers must not write at once, so this sync waits and goes on by itself.',
  'run.leaseLost':
    'Another browser synced these books while this one was away. Nothing was written since; the sync looks again and goes on by itself.',
  'run.leaseUnclear':
    'QuickBooks did not say clearly whether another browser is syncing these books. Nothing is written; the sync asks again by itself.',
  'pull.empty': `${SYSTEM} returned no ${TYPES} although {known, plural, one {# is} other {# are}} known. Nothing was changed. Check that you see them in ${SYSTEM}, then press Resume.`,
  'session.wrongBooks': `${SYSTEM} shows “{now}”, but this browser syncs “{paired}”. Nothing was written. Switch to “{paired}” in ${SYSTEM} and we go on.`,
  'session.noPermission': `Your user may not change “{now}” in ${SYSTEM}. Ask its administrator for the permission to sync. Nothing was written.`,
  'session.currencies':
    'The firm keeps its books in {tpsCurrency}, the company in {qboCurrency}. They cannot be paired.',
  'setup.notSubCustomer':
    '{client} is not a sub-customer or project any more. Look again, then decide.',
  'setup.linkedDocuments':
    '{client} has {documents, plural, one {# document} other {# documents}} on both sides that are linked, so it cannot be paired with another client. Exclude it instead.',
  'shared.notNow':
    'The set-up could not be compared with the one that the firm shares through QuickBooks just now. It is tried again by itself; until then it holds in this browser alone.',
  'shared.refused':
    'This QuickBooks company does not let us keep the set-up for the firm’s other browsers. Give it to them by exporting the mappings and importing them there.',
  'shared.busy':
    'Other browsers of the firm kept changing the shared set-up. It is tried again at the next change.',
  'shared.tooLarge':
    'The set-up is too large to be shared through QuickBooks. It holds in this browser alone.',
  'shared.newer':
    'The firm’s shared set-up was written by a newer version of this extension. Nothing was changed. Update the extension in this browser.',
  'shared.damaged':
    'The set-up that the firm shares through QuickBooks is damaged: a part of it is missing or was changed by hand. Nothing was changed here. A browser that is set up can share its own again.',
  'shared.moved': 'The firm’s set-up has changed since you looked. Look again, then decide.',
  'shared.notReady': 'The set-up is not finished here, so there is nothing to share yet.',
  'shared.differs':
    '{count, plural, one {# answer of the set-up differs} other {# answers of the set-up differ}} between this browser and {who}. Choose which one holds.',
  'shared.rowMapping':
    '{kind, select, code {Code} special {Document} tax {Tax} bank {Bank account} method {Payment method} other {Mapping}} {name}',
  'shared.rowClient': 'Client {name}',
  'shared.rowDocument': 'Removed from sync: {name}',
  'shared.rowPolicy':
    'Who wins when both changed: {field, select, name {name} firstName {first name} lastName {last name} email {e-mail} phone {phone} address {address} invoice {invoices} payment {payments} other {{field}}}',
  'shared.rowSpecial':
    '{special, select, financeCharge {Finance charges} openingBalance {Opening balances} adjustmentIncrease {Adjustment increases} other {Adjustment decreases}}',
  'shared.rowApart': '{name} and the document that was its twin',
  'shared.rowSettled': 'Fully paid documents that stand in both books',
  'shared.rowRemovals': 'What was removed in one system',
  'shared.rowTolerance': 'Tax tolerance',
  'shared.rowOther': 'Start of the sync',
  'shared.valueNone': 'not set',
  'shared.valueName': '{name}',
  'shared.valueWish':
    '{decision, select, create {create on the other side} leave {leave out} later {create when needed} exclude {exclude: {why}} rollUp {roll up to the parent} own {a client of its own} topLevel {make top-level} activate {make active} other {{decision}}}',
  'shared.valuePolicy':
    '{policy, select, tps {TPS wins} qbo {QuickBooks wins} other {ask each time}}',
  'shared.valueTolerance': '{toleranceCents}',
  'shared.valueSynced': 'synced',
  'shared.valueApart': '{apart, select, yes {two documents} other {one document}}',
  'shared.valueSettled': '{linked, select, yes {linked as well} other {left out}}',
  'shared.valueRemovals':
    '{rule, select, delete {deleted in the other, too} other {voided in the other}}',
  'request.apartElsewhere':
    'These two were taken apart in another browser of the firm, and were never linked here. Take it back there.',
  'request.refused': 'This could not be done: the request was not understood.',
  'request.failed': 'This could not be done. Try again; if it stays, see the details.',
  'request.twinSince':
    'One of the two has another twin by now, so they cannot be linked again as they were.',
  'request.gone': 'This entry does not exist any more.',

  'check.creditMemo':
    'Credit memo {number} of {client} ({totalCents}, {state, select, settled {used up} other {{openCents} still open}}) has no counterpart in TPS. This client waits until it is converted to a TPS adjustment, voided, or the client is excluded.',
  'check.journalEntry':
    'Journal entry {number} of {totalCents} changes the receivable of {client} without any TPS document ({state, select, settled {it is settled} other {{openCents} open}}). This client waits until it is taken off A/R, or the client is excluded.',
  'check.depositOrCheque':
    'Deposit, cheque or expense {number} of {totalCents} is booked on the receivable of {client} without any TPS document ({state, select, settled {it is settled by a payment} other {{openCents} open}}). This client waits until a refund is taken into TPS as it is, until it is booked elsewhere, or the client is excluded.',
  'check.unread': `{type, select, client {Client} invoice {Invoice} payment {Payment} adjustment {Adjustment} creditMemo {Credit memo} journalEntry {Journal entry} deposit {Deposit} expense {Expense} other {Record}} {number} of {client} in ${SYSTEM} cannot be read: {field} is not as it should be ({issue}). This client waits until it is corrected there, or the client is excluded; everybody else is synced.`,
  'check.subCustomer':
    '{client} is a sub-customer of {parent} with {balanceCents} open. TPS clients are flat, so {parent} waits. Make it a customer of its own in QuickBooks, or exclude it.',
  'check.project':
    '{client} is a project of {parent} with {balanceCents} open. TPS has no projects, so {parent} waits. Move its documents to the customer, or exclude it.',
  'check.foreignCurrency':
    '{client} is billed in {currency}. Balances in another currency cannot be compared to the cent, so this client waits.',
  'check.customNumbers':
    '“Custom transaction numbers” is off in {company}: QuickBooks would number invoices itself. Turn it on under Account and settings > Sales, then preview again.',
  'check.currencyOfBooks':
    'The firm keeps its books in {tpsCurrency}, the company in {qboCurrency}. Nothing can be synced.',
  'check.inactiveCustomer':
    '{client} is inactive in QuickBooks but has {balanceCents} open in TPS. Make the customer active again in QuickBooks, or exclude the client.',
  'check.deletedClient':
    '{client} was deleted in TPS, but QuickBooks still shows {balanceCents}. Its customer stays active until that is settled. Restore the client in TPS, or settle the balance in QuickBooks.',
  'cause.deletedClient': '{client} deleted in TPS with {balanceCents} open in QuickBooks',
  'why.asked': 'You asked for it',
  'why.deletedInTps': '{client} was deleted in TPS',
  'why.restoredInTps': '{client} is active in TPS',
  'why.inactiveInQbo': '{client} was made inactive in QuickBooks',
  'why.activeInQbo': '{client} is active in QuickBooks',
  'why.keptByPerson': 'You decided that {system, select, tps {TPS} other {QuickBooks}} is right',
  'why.detachedFirst': 'Taken off first, to make room on {number}',
  'plan.setAside':
    'Part of what this browser had stored could not be read: {decisions, plural, =0 {{links, plural, one {# link} other {# links}}} other {{links, plural, =0 {} one {# link and } other {# links and }}{decisions, plural, one {# decision} other {# decisions}}}}. It was set aside, and what an earlier sync wrote is found again by its markers. Look at the changes below before you apply them.',
  'plan.rebuilt':
    'Found again by their markers, without anything being written: {documents, plural, =0 {{clients, plural, one {# pair of clients} other {# pairs of clients}}} other {{clients, plural, =0 {} one {# pair of clients and } other {# pairs of clients and }}{documents, plural, one {# document} other {# documents}}}} of an earlier sync.{differing, plural, =0 {} one { # of them says something else on each side by now; you will be asked which is right.} other { # of them say something else on each side by now; you will be asked which is right.}}',
  'why.copiedTag': 'It was copied with the tag of another invoice, and gets its own',
  'why.paymentLink': 'The invoice template prints a link for paying online',
  'result.noPaymentLink':
    'QuickBooks gives no link for paying invoice {number} online: the company has no QuickBooks Payments, or the client has no e-mail address. The invoice itself is in order.',

  'why.newClientInTps': 'New client in TPS',
  'why.newClientInQbo': 'New customer in QuickBooks',
  'why.onlyInTps': 'Only in TPS',
  'why.onlyInQbo': 'Only in QuickBooks',
  'why.sameNumberAndTotal': 'On both sides already: same number, client and total',
  'why.samePayment': 'On both sides already: same client, date, amount and invoices',
  'why.settledTwin': 'On both sides already, and fully paid in both',
  'why.marker': 'Written by an earlier sync',
  'why.changed': `Changed in ${SYSTEM}`,
  'why.voided': `Voided in ${SYSTEM}`,
  'why.removed': `Removed in ${SYSTEM}`,
  'why.numberFreed': 'Becomes {freed} before it is voided, so that {number} can be used again',
  'why.numberLent': 'Becomes {freed} for a moment, because {taker} takes the number {number}',
  'why.numberStays': `Removed in ${SYSTEM}. QuickBooks refused to give it another number first, so it is deleted instead of voided, and its number is free again`,
  'why.clientChanged': `Changed in ${SYSTEM}: {fields}`,

  'why.sameByPerson': 'You said that they are the same',

  'backup.notOne': 'This file is not a backup of Ledger Bridge.',
  'backup.newer':
    'This backup was made by a newer version of Ledger Bridge. Update the extension, then check the file again.',
  'backup.damaged':
    'This backup is damaged: it breaks off, or was changed after it was saved. Do not rely on it; make a new one.',
  'backup.incomplete':
    'This backup is not complete: one of its lists holds {found, plural, one {# row} other {# rows}} instead of {expected}. Do not rely on it; make a new one.',
  'backup.atWork': 'A backup is being made already. Wait for it to end, or stop it first.',
  'backup.signedOut': `You have been signed out of ${SYSTEM}, so no backup was made and nothing was saved. Sign in, then start the backup again.`,
  'backup.noAnswer': `${SYSTEM} did not answer, so no backup was made and nothing was saved. Check the connection, then start the backup again.`,
  'backup.listMoved': `The lists in ${SYSTEM} kept changing while they were read, so no backup was made and nothing was saved. Start it again when fewer people are at work.`,
  'backup.notSaved':
    'Both books were read, but the browser did not save the file, so there is no backup. Allow downloads for this browser and start again.',
  'backup.cutOff':
    'The browser ended the backup before it was complete, so nothing was saved. Start it again.',
  'backup.failed':
    'No backup was made and nothing was saved. Start it again; if it stays, see the details.',
  'backup.future': 'A backup of {madeDate} lies in the future. Enter the day on which it was made.',
  'backup.noTool': 'Enter which tool has the backup.',

  'translate.oddInvoice':
    'Invoice {number} has {oddity, select, discountLine {a discount line} bundle {a bundle} noItem {a line without product or service} shipping {a shipping line} tip {a tip} depositOnInvoice {a deposit taken off its total} otherLine {a line of a kind} total {a total that its lines and taxes do not make up, something} other {something}} that the other system cannot hold. Change it, or remove it from the sync.',
  'translate.memoTooLong':
    'The text of {number} is longer than {system, select, tps {the 2,000 characters that TPS takes} other {the 4,000 characters that QuickBooks takes}} (with our tag at its end). Nothing is cut: shorten it, or remove the document from the sync.',
  'translate.unnumberable':
    'TPS cannot number an invoice {number}: a number there is a code of letters and digits, such as SD-1042, or digits alone. Nothing is sent. Renumber it in QuickBooks (digits alone, or CODE-digits).',
  'translate.lineTooLong':
    'A line of invoice {number} has more than the 1,000 characters that TPS takes. Nothing is cut: shorten it in QuickBooks, or remove the document from the sync.',
  'translate.numberTooLong':
    'Invoice number {number} is longer than the 21 characters that QuickBooks takes.',
  'translate.specialUnmapped':
    '{special, select, financeCharge {A finance charge} openingBalance {An opening balance} adjustmentIncrease {An adjustment increase} other {An adjustment decrease}} of {amountCents} waits: nobody has chosen yet where it goes in QuickBooks. Choose it in Set-up, step 4.',
  'translate.nothingPaid':
    'The payment of 0.00 on {docDate} applies a credit that TPS does not have, so it cannot be carried over.',
  'translate.bookingChanged':
    'The payment of {amountCents} on {docDate} became an adjustment on one side only, or the other way round. Remove it on one side and enter it anew there; the next sync carries it over.',
  'translate.severalCustomers':
    'The payment of {amountCents} covers invoices of several customers in QuickBooks, which are one client in TPS. QuickBooks takes a payment for one customer at a time: enter one payment for each of them in TPS.',
  'translate.increaseTaxed':
    'Invoice {number} is an adjustment increase in TPS, which carries no tax, but it has tax in QuickBooks. Take the tax off there, or enter an ordinary invoice in TPS instead.',
  'translate.increaseNotOwed':
    'Invoice {number} is an adjustment increase in TPS, which must be more than 0.00. Remove it on both sides, or raise it in QuickBooks.',
  'request.excluded': 'This client is excluded from the sync ({why}). Include it first.',
  'translate.noNumber': 'An invoice of {totalCents} has no number. Give it one.',
  'translate.noLines': 'Invoice {number} has no lines to carry over.',
  'translate.taxUnknown': 'Invoice {number} carries a tax that the other system has no rate for.',
  'translate.workCodeUnmapped':
    'Work code “{code}” has no product or service in QuickBooks yet (invoice {number}, {amountCents}). Choose one in the set-up.',
  'translate.itemUnmapped':
    'Product or service “{code}” has no work code in TPS yet (invoice {number}, {amountCents}). Choose one in the set-up.',
  'translate.taxUnmapped':
    'Tax “{tax}” has no counterpart yet (invoice {number}). Choose one in the set-up.',
  'translate.bankUnmapped':
    'Bank account “{bank}” has no counterpart yet (payment of {amountCents}). Choose one in the set-up.',
  'translate.methodUnmapped':
    'Payment method “{method}” has no counterpart yet (payment of {amountCents}). Choose one in the set-up.',
  'translate.appliedToOther':
    'The payment of {amountCents} is applied to something that the other system does not have (a credit memo or a journal entry).',
  'translate.appliedToUnlinked':
    'The payment of {amountCents} is applied to an invoice that is not on both sides yet. Settle that invoice first.',

  'result.needs': 'Not done, because {number} ({client}) could not be done first.',
  'result.clientMissing': 'Not done, because {client} has no counterpart on the other side.',
  'result.residue':
    'Done. The other system rounds the tax differently by {residueCents}; the difference is named in the tie-out.',
  'result.takenBack':
    '{number} came out different on the other side (by {residueCents}), so it was taken back. Check the tax mapping.',
  'result.movedMeanwhile': `{number} was changed in ${SYSTEM} after the preview. Nothing was written; the next sync looks at it again.`,

  'cause.creditMemo': 'Credit memo {number} of {client}',
  'cause.journalEntry': 'Journal entry {number} on the A/R of {client}',
  'cause.unread': `{type, select, client {Client} invoice {Invoice} payment {Payment} adjustment {Adjustment} creditMemo {Credit memo} journalEntry {Journal entry} deposit {Deposit} expense {Expense} other {Record}} {number} of {client} in ${SYSTEM} cannot be read`,
  'cause.depositOrCheque': 'Deposit, cheque or expense {number} on the A/R of {client}',
  'cause.subCustomer': 'Sub-customer {client} of {parent}',
  'cause.project': 'Project {client} of {parent}',
  'cause.foreignCurrency': '{client} is billed in {currency}',
  'cause.customNumbers': '“Custom transaction numbers” is off in QuickBooks',
  'cause.currencyOfBooks': 'The two books have different currencies',
  'cause.inactiveCustomer': '{client} is inactive in QuickBooks',
  'cause.notSynced': 'Not synced yet',
  'cause.differs': 'Differs between both sides',
  'cause.planned': 'Not in both books yet; the plan that waits would carry it over',
  'cause.changedSince': 'Changed while the sync was at work; the next sync carries it over',
  'cause.futureDated':
    'Dated in the future: QuickBooks or TPS does not count it in its balances before its day',
  'cause.residue': 'Tax rounded differently by the two systems',
  'cause.excluded': 'Client excluded: {why}',

  'flag.creditMemo': 'Credit memo',
  'flag.creditMemoWhat':
    'TPS has no credit memos. Until this one is gone, the receivable of {client} differs by {openCents} and the sync leaves this client alone.',
  'flag.creditMemoAdvice':
    'Convert it to an adjustment decrease in TPS, or exclude the client from the sync.',
  'flag.journal': 'Journal entry on A/R',
  'flag.journalWhat':
    'This entry changes the receivable of {client} by {openCents} without any TPS document, so the sync leaves this client alone.',
  'flag.journalAdvice':
    'Convert it to an adjustment in TPS, take the A/R line off this entry, or exclude the client.',
  'flag.deposit': 'Booked on A/R',
  'flag.depositWhat':
    'A line of this document is booked on the receivable of {client} ({openCents}). TPS has no such document, so the sync leaves this client alone.',
  'flag.depositAdvice':
    'A refund is taken into TPS under Needs you. Else receive it as a payment instead, or exclude the client.',
  'flag.subCustomer': 'Sub-customer',
  'flag.subCustomerWhat':
    'TPS clients are flat: {client} has no place of its own under {parent}. {balanceCents} stand on it here.',
  'flag.subCustomerAdvice':
    'Make it a customer of its own (turn off “Is a sub-customer”), or exclude it from the sync.',
  'flag.project': 'Project',
  'flag.projectWhat': 'TPS has no projects: {balanceCents} stand on {client} under {parent} here.',
  'flag.projectAdvice': 'Move its documents to the customer, or exclude it from the sync.',
  'flag.rolledUpWhat':
    '{client} stands under {parent}, whose client in TPS takes its documents and its balance.',
  'flag.parent': 'Has sub-customers',
  'flag.parentWhat':
    'Sub-customers or projects of {client} hold {balanceCents}, so the sync leaves {client} alone.',
  'flag.inactive': 'Inactive with TPS balance',
  'flag.inactiveWhat': '{client} is inactive here but has {balanceCents} open in TPS.',
  'flag.inactiveAdvice': 'Make the customer active again, or exclude it.',
  'flag.blocked': 'Waits',
  'flag.excluded': 'Excluded',
  'flag.excludedWhat': '{client} is excluded from the sync: {why}',
  'flag.linked': 'Linked to TPS',
  'flag.linkedWhat': 'In TPS: {number}, {amountCents}.',
  'flag.differs': 'Differs from TPS',
  'flag.differsWhat': 'In TPS: {number}, {tpsCents}. Here: {qboCents}.',

  'need.signIn': `You are signed out of ${SYSTEM}.`,
  'need.setup': 'The set-up is not finished. Nothing can be synced before.',
} as const;
