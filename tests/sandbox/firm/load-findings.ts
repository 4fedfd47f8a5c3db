import type { QboCompany } from '../qbo';
import type { FindingPlan, FirmDescription } from './description';
import { create, qboInvoice, salesLine } from './load-qbo';
import { must } from './load-tps';
import type { QboLists } from './qbo-lists';

/** Books what TPS has no image of: the things that block a client or need an answer. */
export function loadFindings(
  firm: FirmDescription,
  company: QboCompany,
  lists: QboLists,
  customers: ReadonlyMap<string, string>,
): void {
  const customerId = (finding: FindingPlan): string =>
    must(customers.get(finding.clientKey ?? ''), `customer for a ${finding.kind}`);
  for (const finding of firm.qbo.findings) {
    if (finding.kind === 'creditMemo') {
      const line = { workCode: 'CS-GEN', description: 'Credit', taxed: true };
      create(company, 'CreditMemo', {
        CustomerRef: { value: customerId(finding) },
        TxnDate: finding.date,
        ...lists.documentTax(finding.region),
        Line: [salesLine({ ...line, amountCents: finding.amountCents }, finding.region, lists)],
      });
    } else if (finding.kind === 'journalEntry') {
      loadJournalEntry(company, lists, finding, customerId(finding));
    } else if (finding.kind === 'subCustomer') {
      const { id } = create(company, 'Customer', {
        DisplayName: finding.name,
        Job: true,
        ParentRef: { value: customerId(finding) },
      });
      if (finding.invoice) create(company, 'Invoice', qboInvoice(finding.invoice, id, lists));
    } else if (finding.kind === 'project') {
      company.createProject(customerId(finding), finding.name);
    } else if (finding.kind === 'inactiveCustomer') {
      const { id, syncToken } = create(company, 'Customer', { DisplayName: finding.name });
      company.update('Customer', { Id: id, SyncToken: syncToken, sparse: true, Active: false });
    } else {
      create(company, 'Vendor', { DisplayName: finding.name });
    }
  }
}

/** Somebody charged the customer by a journal entry instead of an invoice. */
function loadJournalEntry(
  company: QboCompany,
  lists: QboLists,
  finding: Extract<FindingPlan, { kind: 'journalEntry' }>,
  customerId: string,
): void {
  const line = (PostingType: 'Debit' | 'Credit', AccountRef: QboLists['income'], rest = {}) => ({
    Amount: finding.amountCents / 100,
    Description: 'Correction',
    DetailType: 'JournalEntryLineDetail',
    JournalEntryLineDetail: { PostingType, AccountRef, ...rest },
  });
  const Entity = { Type: 'Customer', EntityRef: { value: customerId } };
  create(company, 'JournalEntry', {
    TxnDate: finding.date,
    PrivateNote: 'Correction by the year-end file',
    Line: [line('Debit', lists.receivable, { Entity }), line('Credit', lists.income)],
  });
}
