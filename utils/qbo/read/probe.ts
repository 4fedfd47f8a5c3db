import { z } from 'zod';
import { inParallel } from '../../http/in-parallel';
import { Prober, type Question } from '../../http/prober';
import type { CompanySettings, SystemProbe } from '../../port/probe';
import { listOf } from '../../port/subject';
import { AR_ENTITIES, ENTITY_SUBJECT, type EntityName, LISTS_WITH_INACTIVE } from '../entities';
import type { QboTransport } from '../request';
import { attachable } from '../schemas/attachable';
import { customer } from '../schemas/customer';
import { cdcAnswer, queryAnswer, rowsOf } from '../schemas/envelopes';
import { creditMemo, deposit, journalEntry, purchase } from '../schemas/foreign';
import { invoice } from '../schemas/invoice';
import {
  account,
  companyInfo,
  item,
  method,
  nameHolder,
  preferences,
  taxCode,
  taxRate,
} from '../schemas/lists';
import { payment } from '../schemas/payment';
import { booksOf } from './identify';

const PAGE_ROWS = 200;
const PARALLEL_MAX = 3;
const DAY_MS = 86_400_000;

const ROWS: Readonly<Record<EntityName, z.ZodType>> = {
  Customer: customer,
  Invoice: invoice,
  Payment: payment,
  CreditMemo: creditMemo,
  JournalEntry: journalEntry,
  Deposit: deposit,
  Purchase: purchase,
  Item: item,
  Account: account,
  PaymentMethod: method,
  TaxCode: taxCode,
  TaxRate: taxRate,
  Vendor: nameHolder,
  Employee: nameHolder,
  Attachable: attachable,
};

/** Settings that nothing is refused for, but that a person should know of. */
const flag = z.boolean().nullish().transform(Boolean);
const habits = z.looseObject({
  SalesFormsPrefs: z.looseObject({ AutoApplyCredit: flag, AutoApplyPayments: flag }).nullish(),
  CurrencyPrefs: z.looseObject({ MultiCurrencyEnabled: flag }).nullish(),
});

/** Every read endpoint of QBO that the adapter uses. Throws PortError when nobody is signed in. */
export async function probe(transport: QboTransport, now: () => number): Promise<SystemProbe> {
  const prober = new Prober(now);
  const realm = await transport.currentRealm();
  await prober.ask(single(transport, `companyinfo/${realm}`, 'CompanyInfo', companyInfo));
  const settings = await prober.ask(single(transport, 'preferences', 'Preferences', preferences));
  const questions = [
    ...entityNames().map((entity) => list(transport, entity)),
    changes(transport, new Date(now() - DAY_MS).toISOString()),
  ];
  await inParallel(questions, PARALLEL_MAX, (question) => prober.ask(question));
  const isRead = prober.endpoints.slice(0, 2).every(({ state }) => state === 'ok');
  return {
    side: 'qbo',
    endpoints: prober.endpoints,
    skewMs: prober.skewMs,
    books: isRead ? await booksOf(transport, realm) : null,
    settings: settingsIn(settings?.[0]),
  };
}

function entityNames(): EntityName[] {
  const isName = (name: string): name is EntityName => Object.hasOwn(ROWS, name);
  return Object.keys(ROWS).filter(isName);
}

function list(transport: QboTransport, entity: EntityName): Question {
  const where = LISTS_WITH_INACTIVE.has(entity) ? ' WHERE Active IN (true,false)' : '';
  const paging = `ORDERBY Id STARTPOSITION 1 MAXRESULTS ${PAGE_ROWS}`;
  return {
    endpoint: entity,
    get: () =>
      transport.get({
        path: 'query',
        params: { query: `SELECT * FROM ${entity}${where} ${paging}` },
        subject: listOf(ENTITY_SUBJECT[entity]),
      }),
    envelope: queryAnswer,
    rowsIn: (body) => rowsOf(queryAnswer.parse(body).QueryResponse, entity),
    row: ROWS[entity],
  };
}

/** What changed lately: the rows are those of the lists, so only their packing is looked at. */
function changes(transport: QboTransport, changedSince: string): Question {
  return {
    endpoint: 'cdc',
    get: () =>
      transport.get({
        path: 'cdc',
        params: { entities: AR_ENTITIES.join(','), changedSince },
        subject: listOf('changes'),
      }),
    envelope: cdcAnswer,
    rowsIn: (body) => cdcAnswer.parse(body).CDCResponse,
    row: z.unknown(),
  };
}

/** `{"Preferences":{…},"time":…}` */
function single(transport: QboTransport, path: string, entity: string, row: z.ZodType): Question {
  return {
    endpoint: entity,
    get: () => transport.get({ path, subject: { type: 'company', label: '' } }),
    envelope: z.looseObject({ [entity]: z.looseObject({}) }),
    rowsIn: (body) => [
      typeof body === 'object' && body !== null ? Reflect.get(body, entity) : undefined,
    ],
    row,
  };
}

function settingsIn(row: unknown): CompanySettings | null {
  const parsed = habits.safeParse(row);
  if (!parsed.success) return null;
  const { SalesFormsPrefs, CurrencyPrefs } = parsed.data;
  return {
    multiCurrency: CurrencyPrefs?.MultiCurrencyEnabled ?? false,
    autoApplyCredit: SalesFormsPrefs?.AutoApplyCredit ?? false,
    autoApplyPayments: SalesFormsPrefs?.AutoApplyPayments ?? false,
  };
}
