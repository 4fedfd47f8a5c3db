/**
 * Every answer of TPS, as the assumed contract has them. Loose about keys that we do not use. Ids
 * are opaque: numbers or text on the wire, text inside.
 */
import { z } from 'zod';
import { dateText, instantText, moneyText } from '../http/fields';
import { idPart } from '../ledger/record-key';

/** What a tag has room for, encoded. */
const ENCODED_LENGTH_MAX = 360;
export const id = z.union([
  z.number().int().transform(String),
  z
    .string()
    .min(1)
    .refine((text) => !/\p{Surrogate}/u.test(text) && idPart(text).length <= ENCODED_LENGTH_MAX),
]);
const optionalId = id.nullish().transform((value) => value ?? '');
const text = z
  .string()
  .nullish()
  .transform((value) => value ?? '');

const head = { id, version: z.string(), modifiedAt: instantText };

export const list = z.looseObject({
  items: z.array(z.unknown()),
  total: z.number().int().min(0),
  serverTime: instantText,
});

export const session = z.looseObject({
  user: z.looseObject({ name: text, permissions: z.array(z.string()) }),
  firm: z.looseObject({
    id,
    name: z.string(),
    country: z.string(),
    currency: z.string(),
    taxNames: z.array(z.string()).nullish(),
  }),
});
export type WireSession = z.output<typeof session>;

const address = z.looseObject({
  line1: text,
  line2: text,
  city: text,
  province: text,
  postalCode: text,
  country: text,
});

export const client = z.looseObject({
  ...head,
  code: z.string(),
  name: z.string(),
  firstName: text,
  lastName: text,
  email: text,
  phone: text,
  address: address.nullish(),
  status: z.enum(['active', 'inactive', 'deleted']),
  excludeFromSync: z.boolean(),
  arBalance: moneyText,
});
export type WireClient = z.output<typeof client>;

const invoiceLine = z.looseObject({
  id: z.union([z.number().int(), z.string()]).nullish(),
  workCodeId: optionalId,
  description: text,
  quantity: text,
  amount: moneyText,
  tax1: z.boolean().default(false),
  tax2: z.boolean().default(false),
  tax3: z.boolean().default(false),
});
export type WireInvoiceLine = z.output<typeof invoiceLine>;

export const invoice = z.looseObject({
  ...head,
  clientId: id,
  code: z.string(),
  number: z.string(),
  kind: z.enum(['invoice', 'progress', 'openingBalance', 'financeCharge']),
  date: dateText,
  dueDate: dateText.nullish(),
  description: text,
  lines: z.array(invoiceLine),
  templateId: optionalId,
  /** Where the client can pay online; null until somebody stores it. */
  paymentLink: z.string().nullish(),
  taxes: z.array(moneyText),
  total: moneyText,
  balance: moneyText,
  status: z.enum(['outstanding', 'paid', 'void']),
});
export type WireInvoice = z.output<typeof invoice>;

const application = z.looseObject({
  documentType: z.enum(['invoice', 'adjustment']),
  documentId: id,
  amount: moneyText,
});

export const payment = z.looseObject({
  ...head,
  clientId: id,
  date: dateText,
  bankAccountId: optionalId,
  paymentMethodId: optionalId,
  reference: text,
  description: text,
  amount: moneyText,
  applications: z.array(application),
  unapplied: moneyText,
  status: z.string(),
});
export type WirePayment = z.output<typeof payment>;

export const adjustment = z.looseObject({
  ...head,
  clientId: id,
  direction: z.enum(['increase', 'decrease']),
  date: dateText,
  description: text,
  amount: moneyText,
  applications: z.array(application),
  /** What is still open of an increase. */
  balance: moneyText.nullish(),
  status: z.string(),
});
export type WireAdjustment = z.output<typeof adjustment>;

const active = z.boolean().default(true);

export const workCode = z.looseObject({
  id,
  parentId: id.nullish().transform((value) => value ?? null),
  kind: z.enum(['type', 'subtype', 'workcode']),
  code: z.string(),
  name: z.string(),
  class: text,
  tax1: z.boolean().default(false),
  tax2: z.boolean().default(false),
  tax3: z.boolean().default(false),
  active,
});
export type WireWorkCode = z.output<typeof workCode>;

export const named = z.looseObject({ id, name: z.string(), active });

export const template = z.looseObject({ id, hasPaymentLink: z.boolean().default(false) });

export const taxRate = z.looseObject({
  id,
  slot: z.number().int().min(1).max(3),
  name: z.string(),
  rate: z.string().regex(/^\d+(\.\d+)?$/, 'not a rate'),
});
export type WireTaxRate = z.output<typeof taxRate>;

export const deletions = z.looseObject({
  items: z.array(
    z.looseObject({ type: z.enum(['client', 'invoice', 'payment', 'adjustment']), id }),
  ),
});

export const arSummary = z.looseObject({
  items: z.array(z.looseObject({ clientId: id, balance: moneyText })),
  firm: z.looseObject({ balance: moneyText }),
});

/** RFC 7807. */
export const problem = z.looseObject({
  type: text,
  title: text,
  detail: text,
  errors: z.record(z.string(), z.array(z.string())).nullish(),
});
export type WireProblem = z.output<typeof problem>;
