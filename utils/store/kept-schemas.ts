/** What a row of those tables must look like that no plan is made from (`kept-rows.ts`). */
import { z } from 'zod';
import type { Intent } from '../sync/intent';
import { ENDED, RUN_STAGES } from '../sync/run-terms';
import type {
  EntryRecord,
  HeldRow,
  JournalRow,
  KeptTable,
  PairRow,
  QuarantineRow,
  RunRecord,
  SettingRow,
} from './rows';
import { amount, id, linkable, type Shape, side, text } from './sound-rows';

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
  rebase: list,
  read: amount,
  waitingUntil: text.nullable(),
  only: z.array(text).nullable(),
  applyStartedAt: text.nullable(),
  tieOut: thing.nullable(),
  requests: z.looseObject({ tps: amount, qbo: amount, writes: amount }),
  technical: text.nullable(),
} satisfies Shape<RunRecord>);

const held = z.looseObject({
  runId: id,
  pairId: id,
  holds: list,
  findings: list,
} satisfies Shape<HeldRow>);

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
  held,
  journal: journalRow,
  entries: entry,
  settings: setting,
  quarantine: setAside,
} as const satisfies Readonly<Record<KeptTable, z.ZodType>>;
