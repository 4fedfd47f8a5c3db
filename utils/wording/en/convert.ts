const DOCUMENT = '{type, select, creditMemo {Credit memo} other {Journal entry}} {number}';
const IT = '{type, select, creditMemo {the credit memo} other {the journal entry}}';
const SYSTEM = '{system, select, tps {TPS} qbo {QuickBooks} other {{system}}}';

/** Sentences about converting a credit memo or a journal entry, in English. ICU message syntax. */
export const convert = {
  'convert.title': '{type, select, creditMemo {Credit memo} other {Journal entry}}',
  'convert.run': '{title} {number} becomes an adjustment in TPS',

  'convert.why': `${DOCUMENT} of QuickBooks becomes this adjustment in TPS`,
  'convert.whyWithTax': `${DOCUMENT} of QuickBooks becomes this adjustment in TPS. The amount includes {taxCents} of tax; an adjustment has none, so correct the tax in QuickBooks by hand if it is to be reclaimed`,
  'convert.whyPart': `Only applies ${IT} {number}; the adjustment is applied in its place`,
  'convert.whyRemoved': `${DOCUMENT} is replaced by the adjustment in TPS, which the next sync carries back to QuickBooks. QuickBooks can delete it only, not void it`,

  'convert.gone': `${DOCUMENT} does not stand in QuickBooks any more; perhaps it was converted already. There is nothing to convert.`,
  'convert.notACredit':
    'Journal entry {number} cannot be taken as it is: only an entry that debits one income or expense account and credits one customer can. Convert it instead.',
  'convert.notARefund':
    'Cheque or expense {number} cannot be taken as it is: only one that gives money back to one customer can. Book it elsewhere in QuickBooks, or exclude the client.',
  'convert.severalCustomers': `${DOCUMENT} is booked on several customers, so no single adjustment equals it. Split it in QuickBooks into one for each customer, then convert them one by one.`,
  'convert.unpaired': `${DOCUMENT} belongs to {client}, who is not paired with a TPS client of its own. Pair {client} in the set-up, run a sync, then convert it.`,
  'convert.paid': `${DOCUMENT} is settled by a payment of {amountCents} of {docDate}. Take that payment off it in QuickBooks, then convert it.`,
  'convert.mixedPayment': `${DOCUMENT} is used by a payment of {amountCents} of {docDate} together with other money or another credit. Take ${IT} off that payment in QuickBooks, then convert it.`,
  'convert.usedElsewhere': `A part of the {totalCents} of ${IT} {number} was used otherwise in QuickBooks, for instance refunded, so no adjustment equals it. Undo that in QuickBooks first.`,
  'convert.closed': `${DOCUMENT}, or what applies it, is dated {docDate}, in a period that was closed in ${SYSTEM} on {closedDate}. Reopen the period, then convert it.`,
  'convert.otherAdjustment': `TPS has {adjustment}, which was made for ${IT} {number} but says something else by now or is void. Delete it in TPS, then convert again.`,
  'convert.invoiceUnpaired': `{amountCents} of ${IT} {number} settle invoice {invoice}, which has no twin in TPS, so removing it would open that invoice again. Take ${IT} off the invoice in QuickBooks, or run a sync that links it, then convert.`,
  'convert.noRoom': `{amountCents} of ${IT} {number} settle invoice {invoice}, of which only {openCents} are open in TPS. Take it off that invoice in QuickBooks, or a payment off the invoice in TPS, then convert it.`,

  'undo.converted': `${DOCUMENT} was deleted in QuickBooks when it was converted. That cannot be taken back: enter it again in QuickBooks.`,
  'undo.carriedSince':
    'The adjustment for {number} was carried to QuickBooks by a later run. Undo that run first, then this one.',
  'cause.converted': 'Converted into a TPS adjustment; the next sync carries it to QuickBooks',
} as const;
