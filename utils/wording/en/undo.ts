const SYSTEM = '{system, select, tps {TPS} qbo {QuickBooks} other {{system}}}';

/** Sentences about undoing a run, in English. ICU message syntax. */
export const undo = {
  'undo.remove': 'Created by the run that is undone',
  'undo.dismiss':
    'Client created by the run that is undone{system, select, qbo {; QuickBooks cannot delete it, so it becomes inactive} other {}}',
  'undo.restore': 'Changed by the run that is undone; what was there before comes back',
  'undo.reenter':
    'Voided or deleted by the run that is undone; it is entered anew as it was, with what it was applied to',
  'undo.activate': 'Made inactive by the run that is undone',
  'undo.deactivate': 'Made active by the run that is undone',

  'undo.notOurs': `{number} had something on it in ${SYSTEM} that we do not know (a discount, a tip, a credit), so we cannot enter it anew as it was. If it is still needed, enter it by hand; the next sync carries it over.`,
  'undo.numberHeld': `{number} cannot be entered anew in ${SYSTEM}, because another invoice there has that number by now, or the void one keeps it. If it is still needed, enter it under another number; the next sync carries it over.`,
  'undo.deleted': `{number} was removed from ${SYSTEM} and does not exist there any more. If it is still needed, enter it anew; the next sync carries it over.`,
  'undo.notNoted': `What was written for {number} was not noted at the time, so nobody can tell whether it changed since. It stays as it is in ${SYSTEM}.`,
  'undo.changed': `{number} was changed in ${SYSTEM} after this run. What others changed is never overwritten, so it stays as it is. Change it back by hand if it must go.`,
  'undo.goneSince': `{number} was voided or removed in ${SYSTEM} after this run, so there is nothing to put back.`,
  'undo.unlinked': `{number} is no longer linked with its twin, so it stays as it is in ${SYSTEM}.`,
  'undo.paymentLink':
    'The link for paying {number} online stays in the TPS invoice. Take it out there if the QuickBooks invoice goes: it would lead nowhere.',
  'undo.topLevel':
    '{number} was made a customer of its own in QuickBooks and stays one. Put it back under its parent there if you want that.',
  'undo.wasDeleted':
    '{number} was deleted in TPS before and can only be made inactive from here. Delete the client in TPS.',
  'undo.deposited':
    'The payment of {amountCents} on {docDate} is in a bank deposit in QuickBooks, so it stays. Take it off the deposit there, then start the undo again.',
  'undo.closed': `{number} is dated {docDate}, in a period that was closed in ${SYSTEM} on {closedDate}, so it stays. Reopen the period there, then start the undo again.`,
  'undo.applied': `{number} stays in ${SYSTEM}, because {amountCents} of a payment of {docDate} is applied to it and stays too. Take that payment off it, then start the undo again.`,
  'undo.invoicePaid': `{number} was applied to invoice {invoice} before, which has been paid otherwise in ${SYSTEM} since. It stays where it is.`,
  'undo.invoiceGone': `{number} was applied to invoice {invoice} before, which does not stand in ${SYSTEM} any more. It stays where it is.`,
  'undo.clientAsleep':
    '{number} stays, because {client} is {system, select, tps {deleted in TPS} other {inactive in QuickBooks}}, where nothing can be changed for it. Restore the client there, then start the undo again.',
  'undo.clientInUse': `{client} stays in ${SYSTEM}, because {documents, plural, one {# document or sub-customer} other {# documents or sub-customers}} of it stay there too.`,
  'undo.clientOwes': `{client} stays as it is in ${SYSTEM}, because {balanceCents} would still be open there.`,

  'undo.notEnded': 'This run has not ended yet. Wait for its end, or stop it first.',
  'undo.ofUndo': 'An undo cannot be undone. Start a new sync instead: it writes the same again.',
  'undo.already': 'This run was undone on {undoneDate} already.',
  'undo.tooLongAgo':
    'A run can be undone for {days} days. This one is older: correct what it wrote in either system, and sync.',
  'undo.nothingWritten': 'This run wrote nothing to either system, so there is nothing to undo.',

  'brake.undone':
    '{count, plural, one {# of these changes was undone on {undoneDate}; it would be written again.} other {# of these changes were undone on {undoneDate}; they would be written again.}} Make sure that this is meant.',
  'cause.undone': 'Undone; the next sync would write it again',
} as const;
