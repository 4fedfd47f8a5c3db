/** What a policy may hold, and what is made of one that holds something else. */
import { z } from 'zod/mini';
import { type Phrase, phrase } from '../wording/phrase';

/** The same keys as public/managed_schema.json; a test compares the two. */
const SHAPE = {
  language: z.enum(['auto', 'en', 'fr']),
  oneStep: z.boolean(),
  /** Preview, compare and flag; write nothing into either system. */
  readOnly: z.boolean(),
  /** The first plan is not applied before a backup of both books is known. */
  backupRequired: z.boolean(),
};

export const POLICY_KEYS = ['language', 'oneStep', 'readOnly', 'backupRequired'] as const;
export type PolicyKey = (typeof POLICY_KEYS)[number];

/** Keys that the policy leaves alone are absent. */
export type ManagedPolicy = { readonly [K in PolicyKey]?: z.infer<(typeof SHAPE)[K]> };

export interface ReadPolicy {
  readonly policy: ManagedPolicy;
  /** One sentence when something in it cannot be used. */
  readonly problem: Phrase | null;
  /** Whether it forbids to write cannot be told: then nothing is written. */
  readonly unclear?: true;
  /** Chrome did not say what it holds; asked again, it may. */
  readonly isSilent?: true;
}

export const UNREADABLE: ReadPolicy = {
  policy: {},
  problem: phrase('managed.unreadable'),
  unclear: true,
};

export const NO_POLICY: ReadPolicy = { policy: {}, problem: null };

/** Takes each key by itself: one that is mistyped does not spoil the others, an unknown one is nothing. */
export function policyOf(stored: unknown): ReadPolicy {
  if (typeof stored !== 'object' || stored === null || Array.isArray(stored)) {
    return UNREADABLE;
  }
  const found = new Map(Object.entries(stored));
  const wrong: PolicyKey[] = [];
  const read = <T>(key: PolicyKey, schema: z.ZodMiniType<T>): T | undefined => {
    const value = found.get(key);
    if (value === undefined) return undefined;
    const parsed = z.safeParse(schema, value);
    if (!parsed.success) wrong.push(key);
    return parsed.data;
  };
  const policy = defined({
    language: read('language', SHAPE.language),
    oneStep: read('oneStep', SHAPE.oneStep),
    readOnly: read('readOnly', SHAPE.readOnly),
    backupRequired: read('backupRequired', SHAPE.backupRequired),
  });
  if (wrong.length === 0) return { policy, problem: null };
  const keys = wrong.join(', ');
  const problem = phrase('managed.invalid', { count: wrong.length, keys });
  return wrong.includes('readOnly') ? { policy, problem, unclear: true } : { policy, problem };
}

function defined(all: { [K in PolicyKey]: ManagedPolicy[K] | undefined }): ManagedPolicy {
  const { language, oneStep, readOnly, backupRequired } = all;
  return {
    ...(language === undefined ? {} : { language }),
    ...(oneStep === undefined ? {} : { oneStep }),
    ...(readOnly === undefined ? {} : { readOnly }),
    ...(backupRequired === undefined ? {} : { backupRequired }),
  };
}
