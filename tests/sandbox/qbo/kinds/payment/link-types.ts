import type { EntityName } from '../../entity-name';
import { textAt } from '../../json';
import type { Rec } from '../../store/record';

/** `LinkedTxn.TxnType` of what a payment may settle or use up (Intuit: Payment reference). */
const ENTITY_BY_TYPE: Readonly<Record<string, EntityName>> = {
  Invoice: 'Invoice',
  CreditMemo: 'CreditMemo',
  JournalEntry: 'JournalEntry',
  Deposit: 'Deposit',
  Expense: 'Purchase',
  Check: 'Purchase',
  CreditCardCredit: 'Purchase',
};

export function entityOfLinkType(type: string): EntityName | undefined {
  return ENTITY_BY_TYPE[type];
}

/** How a purchase is called in a link: by the way it was paid. */
export function linkTypeOf(rec: Rec): string {
  if (rec.entity !== 'Purchase') return rec.entity;
  if (textAt(rec.body, 'PaymentType') === 'Check') return 'Check';
  return rec.body.Credit === true ? 'CreditCardCredit' : 'Expense';
}
