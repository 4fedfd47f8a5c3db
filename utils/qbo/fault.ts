import { z } from 'zod';

/** One error of a refusal, whichever envelope it came in. */
export interface QboError {
  readonly code: string;
  readonly message: string;
  readonly detail: string;
  readonly element: string;
}

const text = z
  .union([z.string(), z.number()])
  .nullish()
  .transform((value) => (value === null || value === undefined ? '' : String(value)));

/** Recorded upper case for validation, lower case for 401, 403, 429 (minimul/qbo_api, tap-quickbooks). */
const error = z
  .looseObject({
    Message: text,
    Detail: text,
    message: text,
    detail: text,
    code: text,
    element: text,
  })
  .transform((e) => ({
    code: e.code,
    message: e.Message || e.message,
    detail: e.Detail || e.detail,
    element: e.element,
  }));

const envelope = z.looseObject({
  Fault: z.looseObject({ Error: z.array(error) }).nullish(),
  fault: z.looseObject({ error: z.array(error) }).nullish(),
});

/**
 * The errors of an answer, or an empty list when it is none. Works for a whole answer and for one
 * item of a batch.
 */
export function errorsOf(body: unknown): readonly QboError[] {
  const parsed = envelope.safeParse(body);
  if (!parsed.success) return [];
  return parsed.data.Fault?.Error ?? parsed.data.fault?.error ?? [];
}

/** Code and both texts, for the folded details. */
export function technicalOf(errors: readonly QboError[], status: number): string {
  const texts = errors.map((e) =>
    [e.code, e.message, e.detail, e.element].filter(Boolean).join(' · '),
  );
  return `HTTP ${status} ${texts.join(' | ')}`;
}
