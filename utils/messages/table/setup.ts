/** The set-up: connection, check, clients, mappings, rules, and the one that the firm shares. */
import { z } from 'zod/mini';
import { fileText } from '../../export/mappings-messages';
import { MAPPING_KINDS } from '../../ledger/mappings';
import type {
  ConnectionView,
  HealthView,
  MappingsFileView,
  OpenDocumentsView,
  SetupView,
  SharedSetupView,
} from '../../views/views';
import { answers, id, LIST_MAX, locale, setupStep, side, type Table, text } from './message';

const clientDecision = z.object({
  tpsId: z.nullable(id),
  qboId: z.nullable(id),
  decision: z.enum(['pair', 'create', 'exclude', 'leave', 'rollUp', 'own', 'topLevel']),
  why: z.optional(text),
});

const mappingChoice = z.object({
  kind: z.enum(MAPPING_KINDS),
  from: side,
  fromId: z.string().check(z.maxLength(200)),
  /** Empty for TPS's "no tax"; null takes the choice back. */
  toId: z.nullable(z.string().check(z.maxLength(200))),
});

const policy = z.enum(['hold', 'tps', 'qbo']);

export const setup = {
  'setup.get': {
    from: ['page'],
    schema: z.object({ reload: z.boolean() }),
    reply: answers<SetupView>(),
    writes: 'no',
  },
  /** Asks every read endpoint of both systems; writes nothing. */
  'connection.check': {
    from: ['page'],
    schema: z.object({}),
    reply: answers<ConnectionView>(),
    writes: 'no',
  },
  /** What stands in the way of a sync; `reload` reads both books first. Writes nothing. */
  'health.get': {
    from: ['page'],
    schema: z.object({ reload: z.boolean() }),
    reply: answers<HealthView>(),
    writes: 'no',
  },
  /** `takeOver`: a person has typed that a company which another firm claims is meant. */
  'pair.confirm': {
    from: ['page'],
    schema: z.object({ firmId: id, realm: id, takeOver: z.optional(z.boolean()) }),
    reply: answers<null>(),
    writes: 'no',
  },
  'setup.saveClients': {
    from: ['page'],
    schema: z.object({ decisions: z.array(clientDecision).check(z.maxLength(LIST_MAX)) }),
    reply: answers<null>(),
    writes: 'no',
    shares: true,
  },
  'setup.saveMappings': {
    from: ['page'],
    schema: z.object({ choices: z.array(mappingChoice).check(z.maxLength(LIST_MAX)) }),
    reply: answers<null>(),
    writes: 'no',
    shares: true,
  },
  /** The person has saved this step and goes on. */
  'setup.stepDone': {
    from: ['page'],
    schema: z.object({ step: setupStep }),
    reply: answers<null>(),
    writes: 'no',
  },
  /** Creates a service in QuickBooks for that work code, and maps the code to it. */
  'setup.createItem': {
    from: ['page'],
    schema: z.object({ codeId: id, name: id, incomeAccountId: id }),
    reply: answers<{ name: string }>(),
    writes: 'books',
    shares: true,
  },
  /** What the first sync would link, create and hold, by the books as last read. */
  'setup.documents': {
    from: ['page'],
    schema: z.object({}),
    reply: answers<OpenDocumentsView>(),
    writes: 'no',
  },
  /** Are fully paid documents that stand in both books linked as well? */
  'setup.linkSettled': {
    from: ['page'],
    schema: z.object({ on: z.boolean() }),
    reply: answers<null>(),
    writes: 'no',
    shares: true,
  },
  /** Who wins where both sides changed the same, and what becomes of what was removed; what is left out stays as it is. */
  'policies.save': {
    from: ['page'],
    schema: z.object({
      policies: z.object({
        name: z.optional(policy),
        firstName: z.optional(policy),
        lastName: z.optional(policy),
        email: z.optional(policy),
        phone: z.optional(policy),
        address: z.optional(policy),
        invoice: z.optional(policy),
        payment: z.optional(policy),
      }),
      removals: z.optional(z.enum(['void', 'delete'])),
    }),
    reply: answers<null>(),
    writes: 'no',
    shares: true,
  },
  'setup.finish': {
    from: ['page'],
    schema: z.object({}),
    reply: answers<null>(),
    writes: 'no',
    shares: true,
  },
  /** The firm's shared set-up as last looked at; asks nobody. */
  'shared.get': {
    from: ['page'],
    schema: z.object({}),
    reply: answers<SharedSetupView>(),
    writes: 'no',
  },
  /** Looks into QuickBooks and takes in what others changed. */
  'shared.look': { from: ['page'], schema: z.object({}), reply: answers<null>(), writes: 'no' },
  /** Takes the firm's set-up over, as it was shown. */
  'shared.adopt': {
    from: ['page'],
    schema: z.object({ generation: z.int() }),
    reply: answers<null>(),
    writes: 'no',
  },
  /** One choice for each difference that was shown. */
  'shared.resolve': {
    from: ['page'],
    schema: z.object({
      generation: z.int(),
      choices: z
        .array(
          z.object({ key: z.string().check(z.maxLength(500)), take: z.enum(['mine', 'theirs']) }),
        )
        .check(z.maxLength(LIST_MAX)),
    }),
    reply: answers<null>(),
    writes: 'no',
  },
  /** Shares this browser's set-up now, in the place of one that cannot be read. */
  'shared.replace': { from: ['page'], schema: z.object({}), reply: answers<null>(), writes: 'no' },
  /** Saves the mappings as a workbook in that language. */
  'mappings.export': {
    from: ['page'],
    schema: z.object({ locale }),
    reply: answers<{ fileName: string }>(),
    writes: 'no',
  },
  /** What a workbook would change, or what is wrong in it. Stores nothing. */
  'mappings.look': {
    from: ['page'],
    schema: z.object({ locale, file: fileText }),
    reply: answers<MappingsFileView>(),
    writes: 'no',
  },
  /** Stores exactly what was shown: `seal` is that of the look. All or nothing. */
  'mappings.apply': {
    from: ['page'],
    schema: z.object({ locale, file: fileText, seal: id }),
    reply: answers<null>(),
    writes: 'no',
    shares: true,
  },
} as const satisfies Table;
