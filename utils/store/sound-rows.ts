/**
 * What a stored row must look like before the core may read it. Rows are written by ourselves, so
 * one that does not fit was damaged: by an interrupted update, a fault of the disk, a mistake of ours.
 */

import { z } from 'zod';
import type { Client, Foreign, Invoice, Payment } from '../ledger/entities';
import { MAPPING_KINDS } from '../ledger/mappings';
import { endKey } from '../ledger/record-key';
import { SIDES } from '../ledger/side';
import type { Intent } from '../sync/intent';
import { ENDED, RUN_STAGES } from '../sync/run-terms';
import type {
  CheckedTable,
  EntryRecord,
  IgnoreRow,
  JournalRow,
  KeptTable,
  LinkRow,
  MappingRowStored,
  MirrorRow,
  PairRow,
  PastRow,
  QuarantineRow,
  RulingRow,
  RunRecord,
  SettingRow,
  WishRow,
} from './rows';

type Needed<T> = { [K in keyof T]-?: object extends Pick<T, K> ? never : K }[keyof T];
/** A schema for each field that a row must have; one that its type does not know is a mistake. */
type Shape<T> = { readonly [K in Needed<T>]: z.ZodType } & { readonly [K in keyof T]?: z.ZodType };

const text = z.string();
const id = z.string().min(1);
const amount = z.int();
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const side = z.enum(SIDES);

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

const linkable = z.discriminatedUnion('kind', [client, invoice, payment]);

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

export const SOUND_ROWS = {
  mirror,
  links: link,
  mappings: mapping,
  wishes: wish,
  ignores: ignore,
  rulings: ruling,
  past,
} as const satisfies Readonly<Record<CheckedTable, z.ZodType>>;

const list = z.array(z.unknown());
const ofBoth = <T extends z.ZodType>(each: T) => z.looseObject({ tps: each, qbo: each });
const thing = z.looseObject({});
const sentence = z.looseObject({ id: text });

const pair = z.looseObject({
  id,
  firm: z.looseObject({ id, name: text }),
  company: z.looseObject({ realm: id, name: text }),
  country: text,
  currency: text,
  confirmedAt: text,
  stepsDone: z.array(text),
  ready: z.boolean(),
  cutoff: ofBoth(z.record(z.string(), text)).nullable(),
  owed: z.array(text),
  watermarks: ofBoth(text.nullable()),
  books: ofBoth(thing.nullable()),
  references: ofBoth(thing.nullable()),
  arCents: ofBoth(amount),
  lastTieOut: thing.nullable(),
} satisfies Shape<PairRow>);

const counts = z.looseObject({
  planned: amount,
  done: amount,
  warnings: amount,
  skipped: amount,
  failed: amount,
  notAttempted: amount,
});
const receivable = z.looseObject({ tpsCents: amount, qboCents: amount });

const run = z.looseObject({
  id,
  pairId: id,
  description: text,
  status: z.enum([...ENDED, 'working', 'preview', 'applying', 'paused']),
  stage: z.enum(RUN_STAGES),
  startedAt: text,
  endedAt: text.nullable(),
  oneStep: z.boolean(),
  pausedBy: text.nullable(),
  reason: sentence.nullable(),
  counts,
  doneCents: amount,
  plannedCents: amount,
  planHash: text.nullable(),
  planMadeAt: text.nullable(),
  sealed: z.looseObject({ planHash: text, confirmed: z.array(text) }).nullable(),
  before: receivable,
  after: receivable,
  groups: list,
  current: sentence.nullable(),
  brakes: list,
  holds: list,
  findings: list,
  rebase: list,
  read: amount,
  waitingUntil: text.nullable(),
  only: z.array(text).nullable(),
  applyStartedAt: text.nullable(),
  tieOut: thing.nullable(),
  requests: z.looseObject({ tps: amount, qbo: amount, writes: amount }),
  technical: text.nullable(),
} satisfies Shape<RunRecord>);

const DOES = {
  create: true,
  link: true,
  update: true,
  detach: true,
  void: true,
  delete: true,
  renumber: true,
  act: true,
  restore: true,
  reenter: true,
  replace: true,
} as const satisfies Record<Intent['does'], true>;

const journalRow = z.looseObject({
  key: id,
  runId: id,
  pairId: id,
  seq: amount,
  intent: z.looseObject({
    key: id,
    does: z.string().refine((does) => Object.hasOwn(DOES, does)),
    type: z.enum(['client', 'invoice', 'payment']),
    to: side,
    record: linkable,
    target: linkable.nullable(),
    linkId: text.nullable(),
    draft: thing.nullable(),
    number: text,
    clientName: text,
    amountCents: amount,
    effectCents: amount,
    why: sentence,
    needs: z.array(text),
  }),
  state: z.enum(['planned', 'pending', 'sent', 'done', 'failed', 'skipped', 'notAttempted']),
  generation: amount,
  attempts: amount,
  message: sentence.nullable(),
  warning: z.boolean(),
  technical: text.nullable(),
  at: text,
} satisfies Shape<JournalRow>);

const entry = z.looseObject({
  id,
  runId: id,
  pairId: id,
  status: z.enum(['successful', 'warning', 'failed', 'conflict', 'waiting', 'skipped']),
  to: side,
  verb: text,
  type: z.enum(['client', 'invoice', 'payment']),
  recordKey: id,
  clientSide: side,
  clientId: text,
  number: text,
  clientName: text,
  date: text.nullable(),
  amountCents: amount,
  effectCents: amount,
  message: sentence,
  technical: text.nullable(),
  at: text,
  superseded: z.boolean(),
} satisfies Shape<EntryRecord>);

const setting = z.looseObject({ key: id, value: z.unknown() } satisfies Shape<SettingRow>);

const setAside = z.looseObject({
  key: id,
  rowKey: text,
  pairId: text,
  table: text,
  row: z.unknown(),
  why: text,
  at: text,
  accepted: z.boolean(),
} satisfies Shape<QuarantineRow>);

export const KEPT_ROWS = {
  pairs: pair,
  runs: run,
  journal: journalRow,
  entries: entry,
  settings: setting,
  quarantine: setAside,
} as const satisfies Readonly<Record<KeptTable, z.ZodType>>;
