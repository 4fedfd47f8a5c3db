import { z } from 'zod';

const rows = z.array(z.unknown());

/** `{"QueryResponse":{"Customer":[…]},"time":…}`; without rows the array is absent (recorded). */
export const queryAnswer = z.looseObject({
  QueryResponse: z.looseObject({ totalCount: z.number().int().min(0).nullish() }),
});

/** One element for each entity asked for, `{}` or nothing at all when it has no changes. */
export const cdcAnswer = z.looseObject({
  CDCResponse: z.array(
    z.looseObject({ QueryResponse: z.array(z.record(z.string(), z.unknown())).nullish() }),
  ),
});

/** Rows of one entity in a QueryResponse. Throws nothing: absent is empty, anything else is null. */
export function rowsOf(response: object, entity: string): readonly unknown[] | null {
  const value: unknown = Reflect.get(response, entity);
  if (value === undefined || value === null) return [];
  const parsed = rows.safeParse(value);
  return parsed.success ? parsed.data : null;
}
