/**
 * Sentences of the two adapters, in English. `{system}` is TPS or QuickBooks; `{type}` chooses the
 * word for what it is about, `{label}` is its number or name.
 */

const THING =
  '{type, select, client {client} invoice {invoice} payment {payment} adjustment {adjustment} creditMemo {credit memo} journalEntry {journal entry} deposit {deposit} expense {expense} workCode {work code} item {product or service} account {account} tax {tax} method {payment method} company {company settings} session {session} receivable {receivables summary} deletions {list of deletions} changes {list of changes} note {shared note} other {record}}';
const A_THING = `the ${THING} {label}`;

export const ports = {
  'port.signedOut': 'You have been signed out of {system}. Sign in and we go on where we stopped.',
  'port.noSession':
    'No signed-in {system} page has been seen since the browser started. Open {system} in a tab, or reload it, and we go on.',
  'port.wrongBooks':
    '{system} shows {current}, but this set-up belongs to {paired}. Nothing was sent. Switch to {paired} in {system} and go on.',
  'port.noAccess':
    'The user who is signed in to {system} has no access to the paired company. Nothing was sent. Sign in as somebody who has.',
  'port.noPermission':
    'The user who is signed in to {system} is not allowed to do this. Nothing was changed. Ask for the permission, or sign in as somebody who has it.',
  'port.noSyncPermission':
    '{user} may not sync: the permission Sync is missing in TPS. Nothing was sent. An administrator of the firm can grant it.',
  'port.busy':
    '{system} asks us to slow down. We wait {seconds, plural, one {# second} other {# seconds}} and go on by ourselves.',
  'port.unreachable':
    '{system} did not answer. Nothing was changed. We try again; check the connection if it stays like this.',
  'port.listMoved':
    'The lists in {system} kept changing while we read them. Nothing was changed. Try again when fewer people are at work.',
  'port.tooManyCookies':
    'Your browser holds too many cookies for {system}, which refuses to answer. Clear the cookies of intuit.com and sign in again.',
  'port.outcomeUnknown': `The connection to {system} broke while ${A_THING} was being sent. It may or may not have arrived: we look before we send it again.`,
  'port.changedMeanwhile': `Somebody changed ${A_THING} in {system} in the meantime. Nothing was sent; the next run looks at it anew.`,
  'port.malformed': `{system} gave an answer that we do not understand: {field} in ${A_THING}. Nothing was written. Please send us the details below.`,
  'port.refused': `{system} does not accept ${A_THING}: {detail}`,
  'port.queryRefused':
    '{system} could not list its {type, select, client {clients} invoice {invoices} payment {payments} other {records}}: {detail}. Nothing was read, so nothing is compared or written. One of them holds what its own service refuses (an e-mail address, say): correct it in {system}.',
  'port.duplicateNumber':
    '{holder, select, CreditMemo {Credit memo} SalesReceipt {Sales receipt} RefundReceipt {Refund receipt} Estimate {Estimate} other {Invoice}} {number} already exists in {system}. Nothing was sent. Give one of the two another number.',
  'port.duplicateNumberHeld':
    'Invoice {number} already exists in {system}, for {client} ({amountCents}). Nothing was sent.',
  'port.duplicateName':
    'The name {name} is already taken in {system}, perhaps by a vendor, an employee or somebody inactive. Nothing was sent. Give one of the two another name.',
  'port.duplicateNameHeld':
    'The name {name} is already taken in {system} by {holder, select, vendor {a vendor} employee {an employee} other {another client}}. Nothing was sent. Give one of the two another name.',
  'port.duplicateCode':
    'The Client ID {code} is already used in TPS. Nothing was sent. Choose another Client ID.',
  'port.periodClosed': `The date of ${A_THING} lies in a period that is closed in {system}. Nothing was changed. Date it later, or reopen the period.`,
  'port.deposited': `${capital(A_THING)} is part of a bank deposit in {system} and cannot be changed. Nothing was sent. Take it out of the deposit first, or record an adjustment.`,
  'port.gone': `${capital(A_THING)} does not exist in {system} any more. Nothing was sent.`,
  'port.goneOrInactive': `${capital(A_THING)} was deleted in {system}, or names a client, product or account that is inactive there. Nothing was sent.`,
  'port.inactiveReference': `${capital(A_THING)} names something that is missing or inactive in {system} ({field}). Nothing was sent. Make it active again, or map to another one.`,
  'port.cannotLink': `${capital(A_THING)} cannot be applied as it is: one of its documents belongs to another client in {system}, or is gone. Nothing was sent.`,
  'port.hasBalance': `${capital(A_THING)} still has a balance in {system} and cannot be made inactive. Nothing was changed. Settle it first.`,
  'port.textTooLong': `A text of ${A_THING} is too long for {system} ({field}). Nothing was sent. Shorten it.`,
  'port.invalidEmail': `{system} does not accept the e-mail address of ${A_THING}. Nothing was sent. Correct it.`,
  'port.subscriptionEnded':
    'The {system} subscription of this company has ended. Nothing can be written until it is renewed.',
  'port.wrongAccount': `${capital(A_THING)} goes into an account of the wrong type in {system}. Nothing was sent. Map the bank account to one of type Bank or Other Current Asset.`,
  'port.taxCodeMissing': `A line of ${A_THING} has no tax code that {system} accepts. Nothing was sent. Map the taxes of its work codes.`,
  'port.negativeTotal': `The total of ${A_THING} is below zero, which {system} does not accept. Nothing was sent.`,
  'port.nameCharacters':
    'The name {label} contains a colon, a tab or a line break, which {system} does not accept. Nothing was sent. Change the name.',
  'port.itemNameTaken':
    'QuickBooks has a product or service named {name} already, perhaps an inactive one. Nothing was created. Choose it from the list, or give the new one another name.',
  'port.itemNameTooLong':
    'The name {name} is longer than the 100 characters that QuickBooks takes. Nothing was created. Shorten it.',
  'port.numberTooLong':
    'The invoice number {label} has more than 21 characters, the most that {system} takes. Nothing was sent. Give it a shorter number.',
  'port.severalTaxes':
    'Invoice {label} has lines with different sales taxes, but {system} takes one for each invoice. Nothing was sent.',
  'port.unnumberable':
    'TPS cannot number an invoice {label}: a number there is a code of letters and digits, such as SD-1042. Nothing was sent. Renumber it in QuickBooks.',
  'port.unknownId': `${capital(A_THING)} refers to {detail}, which is no record of {system}. Nothing was sent.`,
  'port.receivableUnclear': `${capital(A_THING)} cannot be entered: {system} has no active account of type Accounts Receivable, or several. Nothing was sent. Keep one of them active, or make the entry in {system} by hand.`,
  'port.creditInUse': `A payment in {system} uses ${A_THING} together with other money. Nothing was changed. Take it off that payment first.`,
  'port.notTopLevel':
    '{system} left the client {label} under its parent. Move it to the top level in {system} by hand.',
  'port.againstRule': `{system} does not allow this for ${A_THING}: {detail}`,
} as const;

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
