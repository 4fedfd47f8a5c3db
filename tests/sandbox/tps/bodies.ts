import { z } from 'zod';
import { money, plainDate, positiveMoney, readOnly, recordId, text } from './parse';

/** The bodies that writes take. Strict: a property that the contract does not name is a 400. */

const address = z.strictObject({
  line1: text(100).default(''),
  line2: text(100).default(''),
  city: text(60).default(''),
  province: text(40).default(''),
  postalCode: text(12).default(''),
  country: text(40).default(''),
});

const NO_ADDRESS = { line1: '', line2: '', city: '', province: '', postalCode: '', country: '' };

export const clientBody = z.strictObject({
  ...readOnly,
  arBalance: z.unknown().optional(),
  code: text(20).min(1),
  name: text(200).min(1),
  firstName: text(60).default(''),
  lastName: text(60).default(''),
  email: z.union([z.literal(''), z.email()]).default(''),
  phone: text(30).default(''),
  address: address.default(NO_ADDRESS),
  status: z.enum(['active', 'inactive', 'deleted']).default('active'),
  excludeFromSync: z.boolean().default(false),
});

export type ClientBody = z.output<typeof clientBody>;

const decimal = z.string().regex(/^-?\d{1,9}(\.\d{1,4})?$/, 'Must be a decimal text.');

const invoiceLine = z.strictObject({
  id: recordId.optional(),
  workCodeId: recordId,
  description: text(1000).default(''),
  quantity: decimal.optional(),
  rate: decimal.optional(),
  amount: money,
  tax1: z.boolean().optional(),
  tax2: z.boolean().optional(),
  tax3: z.boolean().optional(),
});

const LINES_MAX = 500;

export const invoiceBody = z.strictObject({
  ...readOnly,
  clientId: recordId,
  engagementId: recordId.nullable().default(null),
  code: z
    .string()
    .regex(/^[A-Za-z0-9]{1,10}$/, 'Must be 1 to 10 letters or digits, never empty.')
    .default('0'),
  number: z
    .string()
    .regex(/^[A-Za-z0-9._/-]{1,20}$/, 'Must be 1 to 20 letters, digits, dots, slashes or hyphens.')
    .optional(),
  kind: z.enum(['invoice', 'progress', 'openingBalance', 'financeCharge']).default('invoice'),
  date: plainDate,
  dueDate: plainDate.optional(),
  templateId: recordId.optional(),
  description: text(2000).default(''),
  lines: z.array(invoiceLine).min(1).max(LINES_MAX),
  taxes: z.tuple([money, money, money]).optional(),
  subtotal: money.optional(),
  total: money.optional(),
  paymentLink: z.url().nullable().optional(),
});
export type InvoiceBody = z.output<typeof invoiceBody>;

export const paymentLinkBody = z.strictObject({ paymentLink: z.url().nullable() });

const application = z
  .strictObject({
    documentType: z.enum(['invoice', 'adjustment']),
    documentId: recordId,
    amount: positiveMoney,
  })
  .transform(({ amount, ...target }) => ({ ...target, amountCents: amount }));

const APPLICATIONS_MAX = 500;
const applications = z.array(application).max(APPLICATIONS_MAX);

export const paymentBody = z.strictObject({
  ...readOnly,
  unapplied: z.unknown().optional(),
  clientId: recordId,
  date: plainDate,
  bankAccountId: recordId,
  paymentMethodId: recordId.nullable().default(null),
  reference: text(40).default(''),
  description: text(2000).default(''),
  amount: positiveMoney,
  applications: applications.optional(),
});

export const applicationsBody = z.strictObject({ applications });

export const adjustmentBody = z.strictObject({
  ...readOnly,
  unapplied: z.unknown().optional(),
  clientId: recordId,
  engagementId: recordId.nullable().default(null),
  direction: z.enum(['increase', 'decrease']),
  date: plainDate,
  description: text(2000).default(''),
  amount: positiveMoney,
  applications: applications.optional(),
});
