/**
 * The set-up as rows, each with a key and a text, so that two people's changes can be merged row by
 * row. The keys are part of what is stored in QuickBooks: never change their meaning.
 *
 * | key | text |
 * |---|---|
 * | `mapping:code:tps:112` | id on the other side |
 * | `pair:1011` (TPS client) | id of the customer |
 * | `wish:qbo:58` | what was decided about a client, as JSON |
 * | `ignore:tps:invoice:118` | why a document is left alone, as JSON |
 * | `apart:invoice:118:187` | empty: TPS 118 and QuickBooks 187 are two, a person said (ids encoded) |
 * | `policy:invoice` | who wins |
 * | `tolerance` | cents |
 * | `settled` | empty: fully paid documents are linked as well |
 * | `removals` | `delete`: what was removed is deleted in the other system as well |
 * | `cutoff:qbo:payment` | the highest id at the firm's first run; `@` and its instant where ids are not counted |
 * | `owed:tps:invoice:118` | empty: ours to carry since the first run |
 */

import { z } from 'zod';
import type { QboId, TpsId } from '../ledger/ids';
import { MAPPING_KINDS, type Mapping } from '../ledger/mappings';
import type { Side } from '../ledger/side';
import type { ClientWish, Policy, PolicyField } from '../sync/scene';

export type SetupRows = ReadonlyMap<string, string>;

export type SetupRow =
  | ({ readonly of: 'mapping' } & Mapping)
  | { readonly of: 'pair'; readonly tpsId: TpsId; readonly qboId: QboId }
  | {
      readonly of: 'wish';
      readonly side: Side;
      readonly clientId: string;
      readonly wish: ClientWish;
    }
  | {
      readonly of: 'ignore';
      readonly recordKey: string;
      readonly reason: string;
      readonly at: string;
      readonly effectCents: number;
    }
  | {
      readonly of: 'apart';
      readonly type: 'invoice' | 'payment';
      readonly tpsId: TpsId;
      readonly qboId: QboId;
    }
  | { readonly of: 'policy'; readonly field: PolicyField; readonly policy: Policy }
  | { readonly of: 'tolerance'; readonly cents: number }
  | { readonly of: 'settled' }
  | { readonly of: 'removals' }
  | { readonly of: 'cutoff'; readonly side: Side; readonly list: string; readonly id: string }
  | { readonly of: 'owed'; readonly recordKey: string };

export function encodeRow(row: SetupRow): readonly [key: string, text: string] {
  switch (row.of) {
    case 'mapping':
      return [`mapping:${row.kind}:${row.from}:${row.fromId}`, row.toId];
    case 'pair':
      return [`pair:${row.tpsId}`, row.qboId];
    case 'wish':
      return [`wish:${row.side}:${row.clientId}`, JSON.stringify(row.wish)];
    case 'ignore': {
      const { reason, at, effectCents } = row;
      return [`ignore:${row.recordKey}`, JSON.stringify({ reason, at, effectCents })];
    }
    case 'apart': {
      const ids = [row.tpsId, row.qboId].map(encodeURIComponent);
      return [`apart:${row.type}:${ids.join(':')}`, ''];
    }
    case 'policy':
      return [`policy:${row.field}`, row.policy];
    case 'tolerance':
      return ['tolerance', String(row.cents)];
    case 'settled':
      return ['settled', ''];
    case 'removals':
      return ['removals', 'delete'];
    case 'cutoff':
      return [`cutoff:${row.side}:${row.list}`, row.id];
    case 'owed':
      return [`owed:${row.recordKey}`, ''];
  }
}

/** Throws for a row that no version of ours wrote. */
export function decodeRow(key: string, text: string): SetupRow {
  const [of = '', ...rest] = key.split(':');
  const whole = rest.join(':');
  switch (of) {
    case 'mapping': {
      const [kind = '', from = '', ...fromId] = rest;
      return {
        of,
        kind: z.enum(MAPPING_KINDS).parse(kind),
        from: member(SIDE, from),
        fromId: fromId.join(':'),
        toId: text,
      };
    }
    case 'pair':
      return { of, tpsId: given(whole), qboId: given(text) };
    case 'wish': {
      const [side = '', ...clientId] = rest;
      const decided: ClientWish = wish.parse(JSON.parse(text));
      return { of, side: member(SIDE, side), clientId: given(clientId.join(':')), wish: decided };
    }
    case 'ignore':
      return { of, recordKey: given(whole), ...ignored.parse(JSON.parse(text)) };
    case 'apart': {
      const [type = '', tpsId = '', qboId = ''] = rest;
      return {
        of,
        type: member(DOCUMENTS, type),
        tpsId: decodeURIComponent(given(tpsId)),
        qboId: decodeURIComponent(given(qboId)),
      };
    }
    case 'policy':
      return { of, field: member(FIELDS, whole), policy: member(POLICIES, text) };
    case 'tolerance':
      return { of, cents: z.coerce.number().int().min(0).max(TOLERANCE_CENTS_MAX).parse(text) };
    case 'settled':
      return { of };
    case 'removals':
      member(REMOVALS, text);
      return { of };
    case 'cutoff': {
      const [side = '', list = ''] = rest;
      return {
        of,
        side: member(SIDE, side),
        list: given(list),
        id: z.string().regex(LAST).parse(text),
      };
    }
    case 'owed':
      return { of, recordKey: given(whole) };
    default:
      throw new Error(`unknown row: ${key}`);
  }
}

/** Tax that differs by more is no rounding. */
const TOLERANCE_CENTS_MAX = 100;
/** The highest of a list that is counted; of another one the instant of the first run. */
const LAST = /^(?:\d{1,19}|@\d{4}-\d{2}-\d{2}T[\d:.]+Z)$/;

const SIDE: Record<Side, true> = { tps: true, qbo: true };
const FIELDS: Record<PolicyField, true> = {
  name: true,
  firstName: true,
  lastName: true,
  email: true,
  phone: true,
  address: true,
  invoice: true,
  payment: true,
};
const DOCUMENTS = { invoice: true, payment: true } as const;
const REMOVALS = { delete: true } as const;
const POLICIES: Record<Policy, true> = { hold: true, tps: true, qbo: true };

const ignored = z.object({ reason: z.string(), at: z.string(), effectCents: z.number().int() });

const wish: z.ZodType<ClientWish> = z.lazy(() =>
  z.discriminatedUnion('do', [
    z
      .object({ do: z.literal('create'), as: z.string().min(1).optional() })
      .transform(
        ({ as }): ClientWish => (as === undefined ? { do: 'create' } : { do: 'create', as }),
      ),
    z
      .object({ do: z.literal('exclude'), why: z.string(), before: wish.optional() })
      .transform(
        ({ why, before }): ClientWish =>
          before === undefined ? { do: 'exclude', why } : { do: 'exclude', why, before },
      ),
    z.object({ do: z.enum(['leave', 'later', 'rollUp', 'own', 'topLevel', 'activate']) }),
  ]),
);

/** The text as one of the names of `names`; throws for any other. */
function member<T extends string>(names: Record<T, true>, text: string): T {
  const known = keysOf(names).find((name) => name === text);
  if (known === undefined) throw new Error(`unknown word: ${text}`);
  return known;
}

function keysOf<T extends string>(names: Record<T, true>): T[] {
  const found: T[] = [];
  for (const name in names) found.push(name);
  return found;
}

function given(text: string): string {
  if (text === '') throw new Error('an empty id');
  return text;
}
