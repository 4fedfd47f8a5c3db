import { z } from 'zod';
import type { QboCompany } from './qbo';
import { entityNamed } from './qbo/entity-name';
import { type JsonObject, textAt } from './qbo/json';
import { SWITCHED_LISTS, type TpsBooks } from './tps';

/** Something that another person does, outside the extension. */
const tpsAct = z.strictObject({
  system: z.literal('tps'),
  do: z.enum([
    'create',
    'update',
    'void',
    'delete',
    'restore',
    'exclude',
    'apply',
    'memo',
    'activate',
    'deactivate',
  ]),
  /** Of `activate` and `deactivate`. */
  list: z.enum(SWITCHED_LISTS).default('workCodes'),
  entity: z.enum(['client', 'invoice', 'payment', 'adjustment']).default('client'),
  id: z.int().optional(),
  /** `update`: the changed properties alone. */
  body: z.record(z.string(), z.unknown()).default({}),
  text: z.string().default(''),
  exclude: z.boolean().default(true),
  realm: z.undefined().optional(),
});

const jsonObject: z.ZodType<JsonObject> = z.record(z.string(), z.json());

const qboAct = z.strictObject({
  system: z.literal('qbo'),
  do: z.enum(['create', 'update', 'void', 'delete', 'memo', 'payOnline']),
  entity: z.string().default('Invoice'),
  id: z.string().optional(),
  /** `update`: the changed properties alone; `create`: the whole entity. */
  body: jsonObject.default({}),
  text: z.string().default(''),
  cents: z.int().positive().optional(),
  realm: z.string().optional(),
});

export const actBody = z.discriminatedUnion('system', [tpsAct, qboAct]);
export type Act = z.output<typeof actBody>;

/** `caught` is the id where the act names none. */
export function act(
  asked: Act,
  books: TpsBooks,
  company: QboCompany,
  caught?: string | undefined,
): unknown {
  if (asked.do === 'create' || asked.id !== undefined || caught === undefined) {
    return asked.system === 'tps' ? actInTps(asked, books) : actInQbo(asked, company);
  }
  return asked.system === 'tps'
    ? actInTps({ ...asked, id: Number(caught) }, books)
    : actInQbo({ ...asked, id: caught }, company);
}

function actInTps(asked: z.output<typeof tpsAct>, books: TpsBooks): unknown {
  const { entity } = asked;
  if (asked.do === 'create') return shelf(entity, books).create(asked.body);
  const id = need(asked.id, 'id');
  if (asked.do === 'update') return books.patch(entity, id, asked.body);
  if (asked.do === 'memo') return books.patch(entity, id, { description: asked.text });
  if (asked.do === 'delete') return shelf(entity, books).remove(id) ?? { id };
  if (asked.do === 'restore') return books.clients.restore(id);
  if (asked.do === 'exclude') return books.clients.exclude(id, asked.exclude);
  if (asked.do === 'apply') return books.payments.setApplications(id, asked.body);
  if (asked.do === 'activate') return books.setActive(asked.list, id, true);
  if (asked.do === 'deactivate') return books.setActive(asked.list, id, false);
  const documents = shelf(entity, books);
  if (!('void' in documents)) throw new Error('A client cannot be voided.');
  return documents.void(id);
}

function shelf(entity: z.output<typeof tpsAct>['entity'], books: TpsBooks) {
  if (entity === 'client') return books.clients;
  if (entity === 'invoice') return books.invoices;
  return entity === 'payment' ? books.payments : books.adjustments;
}

function actInQbo(asked: z.output<typeof qboAct>, company: QboCompany): JsonObject {
  const entity = need(entityNamed(asked.entity), 'entity');
  if (asked.do === 'create') return company.create(entity, asked.body);
  const id = need(asked.id, 'id');
  if (asked.do === 'payOnline') return company.payOnline(id, asked.cents);
  const SyncToken = textAt(company.read(entity, id), 'SyncToken') ?? '0';
  const target = { Id: id, SyncToken };
  if (asked.do === 'void') return company.void(entity, target);
  if (asked.do === 'delete') return company.remove(entity, target);
  const change = asked.do === 'memo' ? { PrivateNote: asked.text } : asked.body;
  return company.update(entity, { ...target, sparse: true, ...change });
}

function need<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`Name a known ${what}.`);
  return value;
}
