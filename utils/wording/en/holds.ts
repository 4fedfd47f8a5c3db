const SYSTEM = '{system, select, tps {TPS} qbo {QuickBooks} other {{system}}}';

/** Why something waits for a person: holds, conflicts, the tray, brakes. ICU message syntax. */
export const holds = {
  'hold.excluded': '{client} is excluded from the sync: {why}',
  'hold.ignored': '{number} was removed from the sync: {why}',
  'hold.left': '{client} was left unpaired in the set-up.',
  'brake.missing':
    '{decisions, plural, one {# decision} other {# decisions}} that this browser had stored (mappings, excluded clients, removed documents) could not be read, and the firm’s shared set-up did not give {decisions, plural, one {it} other {them}} back. Check the steps Clients and Codes of the set-up first: a client that was excluded may be synced.',
  'hold.deletedInTps':
    '{client} is deleted in TPS, which takes no documents for it. Restore the client there.',
  'hold.subCustomer': '{client} is a sub-customer or project, which TPS cannot hold.',
  'hold.inactive': '{client} is inactive in QuickBooks.',
  'hold.clientGone': '{client} does not exist any more.',
  'hold.nameTaken':
    'The name “{client}” is already used in QuickBooks (a vendor, an employee or an inactive customer). It can be created as “{proposal}”: decide in the set-up, step Clients.',
  'hold.nameCharacters':
    'QuickBooks takes no colon, tab or line break in a name, so “{client}” would be refused. Rename it in TPS, or have it created as “{proposal}”: decide in the set-up, step Clients.',
  'hold.createAs':
    'QuickBooks cannot take the name as it is (taken, or with a colon); it will be created as “{proposal}”.',
  'hold.undecided':
    '{client} is new and looks like “{other}”. Pair the two in the set-up, or say that a new one shall be created.',
  'conflict.bothChanged':
    '{number} was changed on both sides since the last sync: {tpsState, select, removed {removed} voided {voided} other {{tpsCents}}} in TPS, {qboState, select, removed {removed} voided {voided} other {{qboCents}}} in QuickBooks. Make both the same, or remove it from the sync.',
  'conflict.clientField':
    'The {field, select, name {name} email {e-mail} phone {phone} address {address} other {contact name}} of {client} was changed on both sides: “{tpsValue}” in TPS, “{qboValue}” in QuickBooks. Make both the same.',
  'conflict.clientDiffered': `The {field, select, name {name} email {e-mail} phone {phone} address {address} other {contact name}} of {client} was changed in ${SYSTEM}, and the two books did not say the same before: “{tpsValue}” in TPS, “{qboValue}” in QuickBooks. Say which one is right.`,
  'conflict.numberUsed': `Invoice {number} of {client} stands in ${SYSTEM} already, but that one is void or belongs to another invoice. Nothing was sent. Give one of them another number.`,
  'conflict.deletedAndEdited':
    '{client} was deleted in TPS, but its customer was edited in QuickBooks since the last sync. Restore the client in TPS, or make the customer inactive in QuickBooks.',
  'conflict.paidThere': `{number} was voided or removed, but a payment of {amountCents} dated {docDate} is on it in ${SYSTEM}. Nothing was sent. Take the payment off it first, or bring the invoice back.`,
  'conflict.paidMoves': `{number} went to another client, but a payment of {amountCents} dated {docDate} is on it in ${SYSTEM} and has no twin. Nothing was sent. Take the payment off it first, or give the invoice back to its client.`,
  'conflict.entryChanged':
    'Journal entry {number} was changed in QuickBooks so that it is no longer the twin of a TPS adjustment. Put it back as it was (one debit, one credit to the customer), or remove it in QuickBooks and the adjustment in TPS.',
  'conflict.withInvoice':
    'The payment came off invoice {number}, of which it is still open what becomes of it. It waits for that decision.',
  'conflict.paidOfGone': `This payment is on invoice {number}, whose twin in ${SYSTEM} was voided or removed meanwhile. It waits with that invoice: apply it to another one, or enter the invoice anew there.`,
  'conflict.numberOtherAmount': `Invoice {number} already exists in ${SYSTEM} for the same client, but with {otherCents} instead of {thisCents}. Nothing was sent. Make both the same, or remove it from the sync.`,
  'translate.appliesByItself':
    '{leftCents} of the payment of {amountCents} ({docDate}) are not applied to an invoice, and QuickBooks would apply them by itself. It waits: turn off automatic application there (Gear > Account and settings > Advanced > Automation), or apply it in TPS.',
  'conflict.twinUnread': `The twin of {number} in ${SYSTEM} cannot be read, so nobody knows what became of it. Nothing was sent. Correct it there; the next sync goes on.`,
  'conflict.numberOfMemo':
    'A credit memo of {client} ({otherCents}) has the number {number} in QuickBooks already, and an invoice may be refused there under the same one. Nothing was sent. Give one of the two another number.',
  'conflict.numberOtherClient': `Invoice {number} already exists in ${SYSTEM} for {client} ({otherCents}). Nothing was sent. Renumber one of the two, or remove it from the sync.`,
  'conflict.stale':
    '{number} was stored anew on both sides since this browser last synced, and another browser of the firm has synced meanwhile: what looks untouched may have been changed back by somebody. Say which side is right.',
  'conflict.undoneElsewhere':
    '{number} was changed or removed on one side, and another browser of the firm has undone a sync since this browser last synced: the change may be that undo. Say which side is right; or sync again in the other browser, or leave it until the two agree.',
  'conflict.saidSame': `You said that {number} and {other} in ${SYSTEM} are the same, but one of the two was changed since. Nothing was sent. Look at both, then say it again.`,
  'conflict.alikeInvoice': `Invoice {number} of {docDate} and invoice {other} of {otherDate} in ${SYSTEM} have the same client and the same amount ({amountCents}). Nothing was sent: if they are one invoice, creating it would bill the client twice. Say whether they are the same.`,
  'conflict.alikePayment': `The payment of {amountCents} on {docDate} looks like one on {otherDate} in ${SYSTEM}, of the same client. Nothing was sent: if they are one payment, creating it would credit the client twice. Say whether they are the same.`,
  'conflict.enteredTwice': `{number} of {docDate} ({amountCents}) looks like a second entry of {other} of {otherDate} in ${SYSTEM}, which is in both books already or about to be. Nothing was sent. If it was entered twice, remove one where it was entered; if it is money of its own, have it created.`,
  'hold.before': `{number} was there before the first sync and has no twin in ${SYSTEM} that says the same. Look for it there: if it is missing, have it created; if it was changed on one side, make both the same.`,
  'conflict.appliedDifferently':
    'The payment of {amountCents} on {docDate} exists on both sides but is applied to different invoices. Say whether it is one payment or two, or apply it the same way on both sides.',
  'conflict.voidedTwin': `The payment of {amountCents} on {docDate} was voided in ${SYSTEM} and is still valid on the other side. Void it there too, or enter it anew.`,
  'conflict.markedTwinGone': `{number} was written by an earlier sync, but the document that it came from was {state, select, removed {removed} voided {voided} other {changed}} in ${SYSTEM}. Remove or void it here too, or remove it from the sync; if it is a document of its own (a copy), have it created.`,
  'conflict.tagDiffers': `The tag in brackets says that {number} and {other} in ${SYSTEM} are the same, but client, number and amount do not bear that out: it may have been copied or typed. Nothing was sent. Say whether they are the same.`,
  'conflict.otherFirm':
    '{number} carries the tag of another TPS firm, so it may be in that firm’s books. Nothing was sent. If it belongs to this firm, have it created.',
  'conflict.copyOf': `{number} carries the tag of {other} in ${SYSTEM}, which another document matches better: it looks like a copy. Nothing was sent. If it is a document of its own, have it created.`,
  'conflict.markedTwice': `Two documents say that they are the twin of {number} (${SYSTEM}): one was copied from the other. Take the tag in brackets out of the memo of the copy.`,
  'conflict.unvoided':
    '{number} was voided on both sides and is valid again on one. Enter it anew on the other side.',
  'conflict.deposited':
    'The payment of {amountCents} on {docDate} is already in a bank deposit in QuickBooks, so it cannot be changed. Take it off the deposit there, or book the difference as an adjustment.',
  'conflict.refundThere':
    '{number} of {amountCents} on {docDate} is money that was paid out in QuickBooks, so it is not changed from here. Change it in QuickBooks, or say that QuickBooks is right: then the adjustment in TPS is made to say the same again.',
  'conflict.overApplied':
    'The payment of {amountCents} on {docDate} does not fit on invoice {number} in {system, select, tps {TPS} qbo {QuickBooks} other {{system}}}: only {openCents} of it are open there, for it was paid in both books. Take a payment off the invoice in one of them, or apply it to another.',
  'conflict.waitsForPayment': `{number} is not touched in ${SYSTEM} yet: a payment of {amountCents} dated {docDate} was to come off it first, and that payment is held. Settle the payment, then it goes on by itself.`,
  'tray.closed':
    '{number} of {docDate} belongs to a period that is closed in QuickBooks (until {closedDate}). Date it today there, leave it, or remove the entry once you have dealt with it.',
  'conflict.closed':
    '{number} is dated {docDate}, in a period that was closed in QuickBooks on {closedDate}. Nothing was sent. Reopen the period, or date it later.',
  'brake.removals':
    '{removals} of {documents} documents would be voided or deleted. {lost, plural, =0 {Undo could enter all of them anew} one {Undo could enter them anew, but for # (its number stays with the void one, or it holds what we do not know)} other {Undo could enter them anew, but for # (their numbers stay with the void ones, or they hold what we do not know)}}; what hangs on them besides (attachments, e-mails, reconciliation) would not come back. Make sure that this is meant.',
  'brake.edits':
    '{edits} of {documents} documents would be changed at once. Make sure that this is meant.',
  'brake.receivable': `The receivable in ${SYSTEM} would move from {beforeCents} to {afterCents}. Make sure that this is meant.`,
  'brake.unguarded':
    'QuickBooks does not let us read or keep the note that says which browser is syncing, so nothing would stop a second browser from writing at the same moment. Make sure that nobody else of the firm syncs this company, then type the word.',
  'brake.claimed':
    '{documents} records of {company} carry the tag of another TPS firm than {firm}: that firm may still sync this company, and the two would write over one another. Make sure that {firm} alone syncs it from now on (a firm that moved to a new TPS tenant does), then type the name of the company. What the other firm tagged is asked about, never linked by itself.',
  'pair.claimed':
    '{other} syncs {company} already: its note stands in QuickBooks. If {firm} syncs the same company, the two write over one another. Make sure that {firm} alone syncs it from now on (a firm that moved to a new TPS tenant does), then type the name of the company. What {other} tagged is asked about, never linked by itself.',
  'brake.setupNews':
    'Others of your firm changed the set-up since your last sync (last from {by}): {mappings, plural, =0 {} one {# mapping, } other {# mappings, }}{clients, plural, =0 {} one {# client, } other {# clients, }}{excluded, plural, =0 {} one {of them # newly excluded, } other {of them # newly excluded, }}{documents, plural, =0 {} one {# document, } other {# documents, }}{rules, plural, =0 {} one {# rule, } other {# rules, }}and this plan follows it. Look through it, then type the number of changes.',
  'brake.backup':
    'No backup of both books is known, and this plan is the first that writes to them. Back up both books in the set-up, step Finish, or go on without one.',
} as const;
