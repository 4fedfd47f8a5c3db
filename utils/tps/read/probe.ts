import { z } from 'zod';
import { inParallel } from '../../http/in-parallel';
import { Prober, type Question } from '../../http/prober';
import type { SystemProbe } from '../../port/probe';
import { listOf, type SubjectType } from '../../port/subject';
import { booksOf } from '../firm-guard';
import { PATHS } from '../paths';
import {
  adjustment,
  arSummary,
  client,
  deletions,
  invoice,
  list,
  named,
  payment,
  session,
  taxRate,
  template,
  workCode,
} from '../schemas';
import type { TpsTransport } from '../transport';

/** The newest rows are on the first page or not; either way they have the shape of all. */
const PAGE_ROWS = 200;
const PARALLEL_MAX = 3;
const DAY_MS = 86_400_000;

const LISTS: readonly (readonly [keyof typeof PATHS, SubjectType, z.ZodType])[] = [
  ['clients', 'client', client],
  ['invoices', 'invoice', invoice],
  ['payments', 'payment', payment],
  ['adjustments', 'adjustment', adjustment],
  ['workCodes', 'workCode', workCode],
  ['bankAccounts', 'account', named],
  ['paymentMethods', 'method', named],
  ['taxRates', 'tax', taxRate],
  ['invoiceTemplates', 'invoice', template],
];

/** Answers that are one object and no list. */
const SINGLE = z.looseObject({});

/** Every read endpoint of TPS that the adapter uses. Throws PortError when nobody is signed in. */
export async function probe(transport: TpsTransport, now: () => number): Promise<SystemProbe> {
  const prober = new Prober(now);
  const shown = await prober.ask(single(transport, 'session', 'session', session));
  const questions: Question[] = [
    ...LISTS.map(([name, type, row]) => wholeList(transport, name, type, row)),
    single(transport, 'deletions', 'deletions', deletions, {
      since: new Date(now() - DAY_MS).toISOString(),
    }),
    single(transport, 'arSummary', 'receivable', arSummary, { asOf: '2999-12-31' }),
  ];
  await inParallel(questions, PARALLEL_MAX, (question) => prober.ask(question));
  const current = session.safeParse(shown?.[0]);
  return {
    side: 'tps',
    endpoints: prober.endpoints,
    skewMs: prober.skewMs,
    books: current.success ? booksOf(current.data) : null,
    settings: null,
  };
}

function wholeList(
  transport: TpsTransport,
  name: keyof typeof PATHS,
  type: SubjectType,
  row: z.ZodType,
): Question {
  return {
    endpoint: PATHS[name],
    get: async () => {
      const params = { page: '1', pageSize: String(PAGE_ROWS), includeDeleted: 'true' };
      const { body } = await transport.get({ path: PATHS[name], params, subject: listOf(type) });
      return { body, serverTime: timeIn(body) };
    },
    envelope: list,
    rowsIn: (body) => list.parse(body).items,
    row,
  };
}

function single(
  transport: TpsTransport,
  name: keyof typeof PATHS,
  type: SubjectType,
  row: z.ZodType,
  params: Readonly<Record<string, string>> = {},
): Question {
  return {
    endpoint: PATHS[name],
    get: async () => {
      const { body } = await transport.get({ path: PATHS[name], params, subject: listOf(type) });
      return { body, serverTime: timeIn(body) };
    },
    envelope: SINGLE,
    rowsIn: (body) => [body],
    row,
  };
}

function timeIn(body: unknown): string | null {
  const time: unknown =
    typeof body === 'object' && body !== null ? Reflect.get(body, 'serverTime') : null;
  return typeof time === 'string' ? time : null;
}
