const SYSTEM = '{system, select, tps {TPS} qbo {QuickBooks} other {{system}}}';
const LINES = '{lines, plural, one {# line} other {# lines}}';

/** Sentences of the health report and of the connection check, in English. */
export const health = {
  'health.numbering.why':
    'With “Custom transaction numbers” off, QuickBooks numbers invoices itself, and an invoice would have another number on each side. Nothing is synced until it is on.',
  'health.numbering.advice':
    'In QuickBooks, turn on “Custom transaction numbers” under Account and settings > Sales > Sales form content, then check again.',
  'health.numbering.off': '“Custom transaction numbers” is off',
  'health.currency.why':
    'Balances in two currencies cannot be compared to the cent, so nothing of such a client is synced.',
  'health.currency.advice':
    'Exclude the client, or bill it in the currency of the books. Books in two currencies cannot be paired.',
  'health.unread.why':
    'A record is not as its system describes its records, so the sync does not know what it says. It could be money.',
  'health.unread.advice':
    'Open it and look at the field that is named. Correct it there, or leave its client out; everybody else is synced meanwhile.',
  'health.creditMemos.why':
    'TPS has no credit memos. As long as one stands in QuickBooks, the receivables differ by it and its client waits.',
  'health.creditMemos.advice':
    'Convert it to a TPS adjustment decrease of the same amount, which removes the credit memo in QuickBooks; void it yourself; or exclude the client.',
  'health.journalEntries.why':
    'A journal entry on A/R changes what a customer owes without a document that TPS could hold, so its client waits.',
  'health.journalEntries.advice':
    'Convert it to a TPS adjustment of the same amount, by which the entry is deleted; take the A/R line off it yourself; or exclude the client.',
  'health.depositsAndCheques.why':
    'A deposit, cheque or expense booked on A/R changes what a customer owes without a document in TPS, so its client waits.',
  'health.depositsAndCheques.advice':
    'A refund to a client is taken into TPS as it is, after the first sync. Else open it in QuickBooks and receive it as a payment, or book it to another account; or exclude the client.',
  'health.subCustomers.why':
    'Clients in TPS are flat: a sub-customer has no place there. As long as money stands on one, it and the customers above it wait.',
  'health.subCustomers.advice':
    'Say for each where it belongs: to the customer above it, as a client of its own, or top-level in QuickBooks; or exclude it.',
  'health.projects.why':
    'TPS has no projects. As long as money stands on one, it and the customer above it wait.',
  'health.projects.advice':
    'Say for each where it belongs: to the customer above it, or as a client of its own; or exclude it.',
  'health.inactiveCustomers.why':
    'QuickBooks takes no documents for an inactive customer, while TPS still shows a balance. Its client waits.',
  'health.inactiveCustomers.advice':
    'Have the customer made active with the first sync, exclude the client, or settle the balance in TPS.',
  'health.deletedClients.why':
    'A client that was deleted in TPS keeps its balance in QuickBooks; one that was restored in TPS stays inactive in QuickBooks.',
  'health.deletedClients.advice':
    'Restore the client in TPS or settle what is open in QuickBooks. A restored client can be made active again with the first sync.',
  'health.duplicateNames.why':
    'Namesakes are easily paired the wrong way round, and QuickBooks refuses a customer with the name of a vendor or an employee.',
  'health.duplicateNames.advice':
    'Look closely at these in the step Clients, or tell them apart by renaming one. A name that is taken can be created with “(C)” behind it.',
  'health.closedPeriod.none': 'No period is closed in QuickBooks.',
  'health.closedPeriod.why':
    'QuickBooks takes nothing dated up to {closedDate}: that period is closed. These documents stand in TPS alone.',
  'health.closedPeriod.advice':
    'They wait in a list of their own. There you date each one today or leave it, or reopen the period in QuickBooks first.',
  'health.taxCodes.why':
    'QuickBooks in Canada refuses a line without a tax code, and a tax of TPS without a code of the same rates cannot be booked.',
  'health.taxCodes.advice':
    'Give the lines a tax code in QuickBooks. Create the missing tax code there, or choose one in the step Taxes.',
  'health.collisions.why':
    'Both sides use these numbers, but for another client or another amount. Neither invoice is carried over, so that nothing is overwritten.',
  'health.collisions.advice':
    'Open both. If they are meant to be the same, make client and amount equal; if not, renumber one of them.',
  'health.numbers.why':
    'QuickBooks takes at most 21 characters for a number. ADJ-, FC- and OB- stand before numbers of adjustments, finance charges and opening balances.',
  'health.numbers.advice':
    'Shorten numbers that are too long. A number that begins like one of ours is best changed, so that it cannot be mistaken.',
  'health.item.document':
    '{type, select, creditMemo {Credit memo} journalEntry {Journal entry} deposit {Deposit} cheque {Cheque} expense {Expense} invoice {Invoice} payment {Payment} adjustment {Adjustment} other {Document}} {number}',
  'health.item.under': 'Under {parent}',
  'health.item.inactive': 'Inactive in QuickBooks, open in TPS',
  'health.item.deleted': 'Deleted in TPS, open in QuickBooks',
  'health.item.restored': 'Active in TPS, inactive in QuickBooks',
  'health.item.sameName': `Same name twice in ${SYSTEM} ({code})`,
  'health.item.takenName': 'A vendor or an employee has this name in QuickBooks',
  'health.item.noTaxCode': `Invoice {number}: ${LINES} without tax code`,
  'health.item.noTaxThere': `Work code “{code}” with “{tax}” on ${LINES}: no such tax code in QuickBooks`,
  'health.item.otherAmount': 'Invoice {number}: {otherCents} in QuickBooks',
  'health.item.otherClient': 'Invoice {number}: in QuickBooks for {client}, {otherCents}',
  'health.item.longNumber': 'Number {number} has {length} characters',
  'health.item.prefix': 'Number {number} begins with {prefix}',
  'health.decided.activate': 'Will be made active with the next sync',
  'health.decided.topLevel': 'Will be made top-level with the next sync',
  'health.decided.rollUp': 'Belongs to the customer above it',
  'health.decided.own': 'A client of its own in TPS',

  'connection.permission': 'The user in TPS has the permission “Sync”.',
  'connection.noPermission':
    'The user in TPS lacks the permission “Sync”, so nothing can be written. Ask the administrator of TPS for it.',
  'connection.clock': `The clock of this computer agrees with that of ${SYSTEM}.`,
  'connection.skew': `The clock of this computer is {minutes, plural, one {# minute} other {# minutes}} {way, select, ahead {ahead of} other {behind}} that of ${SYSTEM}. Set it by the internet, so that times in the history are right.`,
  'connection.noClock': `${SYSTEM} did not say what time it is.`,
  'connection.places': 'Firm: {tpsCountry}, {tpsCurrency}. Company: {qboCountry}, {qboCurrency}.',
  'connection.otherPlaces':
    'The books do not match: firm {tpsCountry}, {tpsCurrency}; company {qboCountry}, {qboCurrency}. Check that these two belong together.',
  'connection.numbers': '“Custom transaction numbers” is on.',
  'connection.noNumbers':
    '“Custom transaction numbers” is off, so QuickBooks would number invoices itself. Turn it on under Account and settings > Sales.',
  'connection.open': 'No period is closed in QuickBooks.',
  'connection.closed':
    'Everything up to {closedDate} is closed in QuickBooks: documents of that period are shown to you, and not written.',
  'connection.oneCurrency': 'Multicurrency is off.',
  'connection.manyCurrencies':
    'Multicurrency is on. Customers in the home currency are synced; the others wait.',
  'connection.noAutoApply': 'QuickBooks applies credits and payments only when somebody does so.',
  'connection.autoApplyCredit':
    '“Automatically apply credits” is on: QuickBooks settles invoices behind the sync. Turn it off under Account and settings > Advanced > Automation.',
  'connection.autoApplyPayments':
    '“Automatically apply payments” is on: QuickBooks settles invoices behind the sync. Turn it off under Account and settings > Advanced > Automation.',
} as const;
