/**
 * What a stored row must look like before the core may read it. Rows are written by ourselves, so
 * one that does not fit was damaged: by an interrupted update, a fault of the disk, a mistake of ours.
 */

import { z } from 'zod';
import type { Client, Foreign, Invoice, Payment } from '../ledger/entities';
import { MAPPING_KINDS } from '../ledger/mappings';
import { endKey } from '../ledger/record-key';
import { SIDES } from '../ledger/side';
import type {
  CheckedTable,
  IgnoreRow,
  LinkRow,
  MappingRowStored,
  MirrorRow,
  PastRow,
  RulingRow,
  WishRow,
} from './rows';

type Needed<T> = { [K in keyof T]-?: object extends Pick<T, K> ? never : K }[keyof T];
/** A schema for each field that a row must have; one that its type does not know is a mistake. */
export type Shape<T> = { readonly [K in Needed<T>]: z.ZodType } & {
  readonly [K in keyof T]?: z.ZodType;
};

export const text = z.string();
export const id = z.string().min(1);
export const amount = z.int();
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
export const side = z.enum(SIDES);

const common = { side, id, version: text, modifiedAt: text, marker: text.nullable() };

const client = z.looseObject({
  ...common,
  kind: z.literal('client'),
  name: text,
  code: text,
  firstName: text,
  lastName: text,
  email: text,
  phone: text,
  address: z.looseObject({
    line1: text,
    line2: text,
    city: text,
    province: text,
    postalCode: text,
    country: text,
  }),
  status: z.enum(['active', 'inactive', 'deleted']),
  excludedInTps: z.boolean(),
  parentId: text.nullable(),
  isProject: z.boolean(),
  currency: text.nullable(),
  balanceCents: amount,
} satisfies Shape<Client>);

const line = z.looseObject({
  codeId: text,
  description: text,
  quantity: text,
  amountCents: amount,
  taxKey: text,
});

const invoice = z.looseObject({
  ...common,
  kind: z.literal('invoice'),
  clientId: text,
  invoiceKind: z.enum(['invoice', 'progress', 'openingBalance', 'financeCharge', 'adjustment']),
  number: text,
  date: day,
  dueDate: day.nullable(),
  memo: text,
  lines: z.array(line),
  taxes: z.array(z.looseObject({ ref: text, amountCents: amount })),
  totalCents: amount,
  balanceCents: amount,
  voided: z.boolean(),
  oddity: text.nullable(),
  templateId: text,
  paymentLink: text.nullable(),
  payableOnline: z.boolean(),
} satisfies Shape<Invoice>);

const payment = z.looseObject({
  ...common,
  kind: z.literal('payment'),
  booking: z.enum(['receipt', 'adjustment', 'journalEntry']),
  clientId: text,
  date: day,
  bankId: text,
  methodId: text,
  reference: text,
  memo: text,
  amountCents: amount,
  applications: z.array(
    z.looseObject({ to: z.enum(['invoice', 'other']), id: text, amountCents: amount }),
  ),
  unappliedCents: amount,
  voided: z.boolean(),
  deposited: z.boolean(),
} satisfies Shape<Payment>);

const foreign = z.looseObject({
  ...common,
  kind: z.literal('foreign'),
  foreignType: z.enum(['creditMemo', 'journalEntry', 'deposit', 'expense', 'cheque', 'unread']),
  number: text,
  date: day,
  clientId: text,
  openCents: amount,
  totalCents: amount,
} satisfies Shape<Foreign>);

export const linkable = z.discriminatedUnion('kind', [client, invoice, payment]);

/** A link whose ends, keys and bases belong together. */
const link = z
  .looseObject({
    key: id,
    pairId: id,
    id,
    tpsKey: id,
    qboKey: id,
    type: z.enum(['client', 'invoice', 'payment']),
    tpsId: id,
    qboId: id,
    base: z.object({ tps: linkable, qbo: linkable }),
  } satisfies Shape<LinkRow>)
  .refine(({ pairId, type, tpsId, qboId, tpsKey, qboKey, base: { tps, qbo } }) => {
    const ends = tpsKey === endKey(pairId, type, tpsId) && qboKey === endKey(pairId, type, qboId);
    const kinds = tps.kind === type && qbo.kind === type;
    return ends && kinds && tps.side === 'tps' && qbo.side === 'qbo';
  });

const mirror = z
  .looseObject({
    key: id,
    pairId: id,
    side,
    kind: z.enum(['client', 'invoice', 'payment', 'foreign']),
    id,
    record: z.discriminatedUnion('kind', [client, invoice, payment, foreign]),
  } satisfies Shape<MirrorRow>)
  .refine(
    ({ side, kind, id, record }) =>
      record.side === side && record.kind === kind && record.id === id,
  );

const mapping = z.looseObject({
  key: id,
  pairId: id,
  kind: z.enum(MAPPING_KINDS),
  from: side,
  fromId: text,
  toId: text,
} satisfies Shape<MappingRowStored>);

const wish = z.looseObject({
  key: id,
  pairId: id,
  side,
  clientId: id,
  wish: z.looseObject({
    do: z.enum(['create', 'leave', 'later', 'exclude', 'rollUp', 'own', 'topLevel', 'activate']),
  }),
} satisfies Shape<WishRow>);

const ignore = z.looseObject({
  key: id,
  pairId: id,
  recordKey: id,
  reason: text,
  at: text,
  effectCents: amount,
} satisfies Shape<IgnoreRow>);

const ruling = z.looseObject({
  key: id,
  pairId: id,
  recordKey: id,
  do: z.enum(['tpsWins', 'qboWins', 'dateToday', 'take', 'same', 'apart']),
  seen: text,
  at: text,
} satisfies Shape<RulingRow>);

const past = z
  .looseObject({
    key: id,
    pairId: id,
    side,
    kind: z.enum(['invoice', 'payment']),
    ids: z.array(id),
    unsure: z.array(id),
    count: z.int(),
    cutoff: z.record(z.string(), text),
  } satisfies Shape<PastRow>)
  .refine(({ ids, unsure, count }) => ids.length + unsure.length === count);

/**
 * Raised whenever a mirror row or a link must look otherwise than before: what was checked under an
 * earlier number is checked again at the next run.
 */
export const ROWS_CHECKED = 1;

/** Tables of many rows: these say that they were checked. Of the others all are, at each run. */
const MARKED = { mirror: true, links: true } as const;

export type MarkedTable = keyof typeof MARKED;

export function isMarked(table: CheckedTable): table is MarkedTable {
  return Object.hasOwn(MARKED, table);
}

/** A row as it is stored: with its mark, if it is as it must be. */
export function asWritten(table: CheckedTable, row: object): object {
  if (!isMarked(table)) return row;
  const { checked: _, ...plain } = { checked: undefined, ...row };
  return SOUND_ROWS[table].safeParse(plain).success ? { ...plain, checked: ROWS_CHECKED } : plain;
}

export const SOUND_ROWS = {
  mirror,
  links: link,
  mappings: mapping,
  wishes: wish,
  ignores: ignore,
  rulings: ruling,
  past,
} as const satisfies Readonly<Record<CheckedTable, z.ZodType>>;
