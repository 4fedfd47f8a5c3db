import { convert } from './convert';
import { health } from './health';
import { mappingsFile } from './mappings-file';
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
  'run.brokenInvariant':
    'Something happened that must not happen, so the sync stopped. What was done stands in the history; nothing else was written.',
  'run.reading': 'Reading both books',
  'run.planning': 'Comparing both books',
  'run.verifying': 'Reading both books again to tie out',
  'run.writing':
    '{verb, select, create {Creating} update {Updating} void {Voiding} delete {Removing} activate {Making active:} deactivate {Making inactive:} topLevel {Making top-level:} paymentLink {Fetching the payment link of} other {Linking}} {type, select, client {client} invoice {invoice} payment {payment} other {record}} {number} · {client}',
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
  'shared.rowPolicy': 'Who wins when both changed: {field}',
  'shared.rowTolerance': 'Tax tolerance',
  'shared.rowOther': 'Start of the sync',
  'shared.valueNone': 'not set',
  'shared.valueName': '{name}',
  'shared.valueWish':
    '{decision, select, create {create on the other side} leave {leave out} later {create when needed} exclude {exclude: {why}} rollUp {roll up to the parent} own {a client of its own} topLevel {make top-level} activate {make active} other {{decision}}}',
  'shared.valuePolicy':
    '{policy, select, tps {TPS wins} qbo {QuickBooks wins} other {ask each time}}',
  'shared.valueTolerance': '{toleranceCents}',
  'request.refused': 'This could not be done: the request was not understood.',
  'request.failed': 'This could not be done. Try again; if it stays, see the details.',
  'request.gone': 'This entry does not exist any more.',

  'check.creditMemo':
    'Credit memo {number} of {client} ({totalCents}, {openCents} still open) has no counterpart in TPS. This client waits until it is converted to a TPS adjustment, voided, or the client is excluded.',
  'check.journalEntry':
    'Journal entry {number} changes the receivable of {client} ({openCents} open) without any TPS document. This client waits until it is taken off A/R, or the client is excluded.',
  'check.depositOrCheque':
    'Deposit, cheque or expense {number} is booked on the receivable of {client} ({openCents}) without any TPS document. This client waits until it is booked elsewhere, or the client is excluded.',
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
  'hold.excluded': '{client} is excluded from the sync: {why}',
  'hold.ignored': '{number} was removed from the sync: {why}',
  'hold.left': '{client} was left unpaired in the set-up.',
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
  'brake.missing':
    '{decisions, plural, one {# decision} other {# decisions}} that this browser had stored (mappings, excluded clients, removed documents) could not be read, and the firm’s shared set-up did not give {decisions, plural, one {it} other {them}} back. Check the steps Clients and Codes of the set-up first: a client that was excluded may be synced.',
  'plan.setAside':
    'Part of what this browser had stored could not be read: {links, plural, one {# link} other {# links}} and {decisions, plural, one {# decision} other {# decisions}}. It was set aside, and what an earlier sync wrote is found again by its markers. Look at the changes below before you apply them.',
  'plan.rebuilt':
    'Found again by their markers, without anything being written: {clients, plural, one {# pair of clients} other {# pairs of clients}} and {documents, plural, one {# document} other {# documents}} of an earlier sync.{differing, plural, =0 {} one { # of them says something else on each side by now; you will be asked which is right.} other { # of them say something else on each side by now; you will be asked which is right.}}',
  'why.paymentLink': 'The invoice template prints a link for paying online',
  'result.noPaymentLink':
    'QuickBooks gives no link for paying invoice {number} online: the company has no QuickBooks Payments, or the client has no e-mail address. The invoice itself is in order.',
  'hold.deletedInTps':
    '{client} is deleted in TPS, which takes no documents for it. Restore the client there.',
  'hold.subCustomer': '{client} is a sub-customer or project, which TPS cannot hold.',
  'hold.inactive': '{client} is inactive in QuickBooks.',
  'hold.clientGone': '{client} does not exist any more.',
  'hold.nameTaken':
    'The name “{client}” is already used in QuickBooks (a vendor, an employee or an inactive customer). It can be created as “{proposal}”: decide in the set-up, step Clients.',
  'hold.createAs': 'The name is taken in QuickBooks; it will be created as “{proposal}”.',
  'hold.undecided':
    '{client} is new and looks like “{other}”. Pair the two in the set-up, or say that a new one shall be created.',

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
  'why.clientChanged': `Changed in ${SYSTEM}: {fields}`,

  'conflict.bothChanged':
    '{number} was changed on both sides since the last sync: {tpsState, select, removed {removed} voided {voided} other {{tpsCents}}} in TPS, {qboState, select, removed {removed} voided {voided} other {{qboCents}}} in QuickBooks. Make both the same, or remove it from the sync.',
  'conflict.clientField':
    'The {field, select, name {name} email {e-mail} phone {phone} address {address} other {contact name}} of {client} was changed on both sides: “{tpsValue}” in TPS, “{qboValue}” in QuickBooks. Make both the same.',
  'conflict.numberUsed': `Invoice {number} of {client} stands in ${SYSTEM} already, but that one is void or belongs to another invoice. Nothing was sent. Give one of them another number.`,
  'conflict.deletedAndEdited':
    '{client} was deleted in TPS, but its customer was edited in QuickBooks since the last sync. Restore the client in TPS, or make the customer inactive in QuickBooks.',
  'conflict.paidThere': `{number} was voided or removed, but a payment of {amountCents} dated {docDate} is on it in ${SYSTEM}. Nothing was sent. Take the payment off it first, or bring the invoice back.`,
  'conflict.entryChanged':
    'Journal entry {number} was changed in QuickBooks so that it is no longer the twin of a TPS adjustment. Put it back as it was (one debit, one credit to the customer), or remove it in QuickBooks and the adjustment in TPS.',
  'conflict.withInvoice':
    'The payment came off invoice {number}, of which it is still open what becomes of it. It waits for that decision.',
  'conflict.numberOtherAmount': `Invoice {number} already exists in ${SYSTEM} for the same client, but with {otherCents} instead of {thisCents}. Nothing was sent. Make both the same, or remove it from the sync.`,
  'conflict.numberOtherClient': `Invoice {number} already exists in ${SYSTEM} for {client} ({otherCents}). Nothing was sent. Renumber one of the two, or remove it from the sync.`,
  'conflict.stale':
    '{number} was stored anew on both sides since this browser last synced, and another browser of the firm has synced meanwhile: what looks untouched may have been changed back by somebody. Say which side is right.',
  'conflict.alikeInvoice': `Invoice {number} of {docDate} and invoice {other} of {otherDate} in ${SYSTEM} have the same client and the same amount ({amountCents}). Nothing was sent: if they are one invoice, creating it would bill the client twice. Say whether they are the same.`,
  'conflict.alikePayment': `The payment of {amountCents} on {docDate} looks like one on {otherDate} in ${SYSTEM}, of the same client. Nothing was sent: if they are one payment, creating it would credit the client twice. Say whether they are the same.`,
  'hold.before': `{number} was there before the first sync and has no twin in ${SYSTEM} that says the same. Look for it there: if it is missing, have it created; if it was changed on one side, make both the same.`,
  'why.sameByPerson': 'You said that they are the same',
  'conflict.appliedDifferently':
    'The payment of {amountCents} on {docDate} exists on both sides but is applied to different invoices. Apply it the same way on both sides.',
  'conflict.voidedTwin': `The payment of {amountCents} on {docDate} was voided in ${SYSTEM} and is still valid on the other side. Void it there too, or enter it anew.`,
  'conflict.markedTwinGone': `{number} was written by an earlier sync, but the document that it came from was {state, select, removed {removed} voided {voided} other {changed}} in ${SYSTEM}. Remove or void it here too, or remove it from the sync.`,
  'conflict.markedTwice': `Two documents say that they are the twin of {number} (${SYSTEM}): one was copied from the other. Take the tag in brackets out of the memo of the copy.`,
  'conflict.unvoided':
    '{number} was voided on both sides and is valid again on one. Enter it anew on the other side.',
  'conflict.deposited':
    'The payment of {amountCents} on {docDate} is already in a bank deposit in QuickBooks, so it cannot be changed. Take it off the deposit there, or book the difference as an adjustment.',
  'tray.closed':
    '{number} of {docDate} belongs to a period that is closed in QuickBooks (until {closedDate}). Date it today there, leave it, or remove the entry once you have dealt with it.',
  'conflict.closed':
    '{number} is dated {docDate}, in a period that was closed in QuickBooks on {closedDate}. Nothing was sent. Reopen the period, or date it later.',

  'brake.removals':
    '{removals} of {documents} documents would be voided or removed. Make sure that this is meant.',
  'brake.edits':
    '{edits} of {documents} documents would be changed at once. Make sure that this is meant.',
  'brake.receivable': `The receivable in ${SYSTEM} would move from {beforeCents} to {afterCents}. Make sure that this is meant.`,

  'brake.backup':
    'No backup of both books is known, and this plan is the first that writes to them. Back up both books in the set-up, step Finish, or go on without one.',
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
    'Invoice {number} has {oddity, select, discountLine {a discount line} bundle {a bundle} noItem {a line without product or service} other {something}} that the other system cannot hold. Change it, or remove it from the sync.',
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

  'match.saved': 'saved as a pair',
  'match.marker': 'paired by an earlier sync',
  'match.clientId': 'same Client ID {code}',
  'match.otherClientId': 'QuickBooks names another Client ID ({code})',
  'match.sameName': 'same name',
  'match.punctuation': 'same name but for capitals, spaces or punctuation',
  'match.accents': 'same name but for accents',
  'match.legalForm': 'same name but for “{form}”',
  'match.abbreviation': 'same name but for an abbreviation',
  'match.wordOrder': 'same words in another order',
  'match.typo':
    '{count, plural, one {same name but for # letter} other {same name but for # letters}}',
  'match.initial': 'same name but for an initial',
  'match.married': 'same first name, with a last name added or dropped',
  'match.newLastName': 'same first name, another last name',
  'match.part': 'one name is part of the other',
  'match.likeName': 'similar name',
  'match.personOrCompany': 'one looks like a person, the other like a company',
  'match.generation': 'same name, but another generation (senior, junior)',
  'match.otherInitial': 'same name, but another initial',
  'match.otherForm': 'same name, but another legal form',
  'match.otherNumber': 'same name, but another number',
  'match.email': 'same e-mail',
  'match.sharedEmail': 'same e-mail, which others have too',
  'match.otherEmail': 'another e-mail',
  'match.phone': 'same phone',
  'match.sharedPhone': 'same phone, which others have too',
  'match.otherPhone': 'another phone',
  'match.address': 'same address',
  'match.postalCode': 'same postal code',
  'match.otherPostalCode': 'another postal code',
  'match.invoices': '{count, plural, one {# invoice in common} other {# invoices in common}}',
  'match.openAmounts': 'same open amounts',
  'match.subCustomer': 'a sub-customer in QuickBooks',
  'match.rival': 'another client looks as much alike',

  'suggest.sameName': 'same name',
  'suggest.likeName': 'similar name',
  'suggest.sameRates': 'same rates',
  'suggest.general': 'general choice',

  'cause.creditMemo': 'Credit memo {number} of {client}',
  'cause.journalEntry': 'Journal entry {number} on the A/R of {client}',
  'cause.depositOrCheque': 'Deposit, cheque or expense {number} on the A/R of {client}',
  'cause.subCustomer': 'Sub-customer {client} of {parent}',
  'cause.project': 'Project {client} of {parent}',
  'cause.foreignCurrency': '{client} is billed in {currency}',
  'cause.customNumbers': '“Custom transaction numbers” is off in QuickBooks',
  'cause.currencyOfBooks': 'The two books have different currencies',
  'cause.inactiveCustomer': '{client} is inactive in QuickBooks',
  'cause.notSynced': 'Not synced yet',
  'cause.differs': 'Differs between both sides',
  'cause.changedSince': 'Changed while the sync was at work; the next sync carries it over',
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
  'flag.depositAdvice': 'Receive it as a payment instead, or exclude the client.',
  'flag.subCustomer': 'Sub-customer',
  'flag.subCustomerWhat':
    'TPS clients are flat: {client} has no place of its own under {parent}. {balanceCents} stand on it here.',
  'flag.subCustomerAdvice':
    'Make it a customer of its own (turn off “Is a sub-customer”), or exclude it from the sync.',
  'flag.project': 'Project',
  'flag.projectWhat': 'TPS has no projects: {balanceCents} stand on {client} under {parent} here.',
  'flag.projectAdvice': 'Move its documents to the customer, or exclude it from the sync.',
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

  'excel.runs': 'Runs',
  'excel.entries': 'Entries',
  'excel.startedAt': 'Started',
  'excel.endedAt': 'Ended',
  'excel.description': 'Description',
  'excel.status': 'Status',
  'excel.planned': 'Planned',
  'excel.done': 'Done',
  'excel.skipped': 'Skipped',
  'excel.failed': 'Failed',
  'excel.notAttempted': 'Not attempted',
  'excel.doneCents': 'Amount done',
  'excel.tpsCents': 'A/R in TPS',
  'excel.qboCents': 'A/R in QuickBooks',
  'excel.unexplainedCents': 'Unexplained',
  'excel.at': 'Time',
  'excel.run': 'Run',
  'excel.direction': 'Direction',
  'excel.verb': 'Action',
  'excel.type': 'Type',
  'excel.number': 'Number',
  'excel.client': 'Client',
  'excel.date': 'Date',
  'excel.amountCents': 'Amount',
  'excel.message': 'Message',
  'excel.technical': 'Technical details',
  'excel.ignored': 'Removed from sync',
  'excel.reason': 'Reason',
  'word.successful': 'Successful',
  'word.success': 'Successful',
  'word.warning': 'Warning',
  'word.failed': 'Failed',
  'word.conflict': 'Conflict',
  'word.waiting': 'Waiting',
  'word.skipped': 'Skipped',
  'word.cancelled': 'Stopped',
  'word.paused': 'Paused',
  'word.preview': 'Preview',
  'word.working': 'At work',
  'word.applying': 'At work',
  'word.create': 'Create',
  'word.link': 'Link',
  'word.update': 'Update',
  'word.void': 'Void',
  'word.delete': 'Delete',
  'word.activate': 'Make active',
  'word.deactivate': 'Make inactive',
  'word.topLevel': 'Make top-level',
  'word.paymentLink': 'Payment link',
  'word.client': 'Client',
  'word.invoice': 'Invoice',
  'word.payment': 'Payment',
  'word.adjustment': 'Adjustment',
  'word.foreign': 'Credit memo or entry',
} as const;
