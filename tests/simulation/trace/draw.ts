/** Draws a whole trace from one number. */

import { type Random, seededRandom } from '../../sandbox/firm/random';
import type { QboSwitches } from '../../sandbox/qbo';
import type { Mishap, Moment, Trouble } from '../faults/mishap';
import { ACTS, type ActName, ALL_ACTS, LAST_ACTS, LATER_ACTS } from '../people/acts';
import { DECISIONS, type DecisionName } from '../people/decisions';
import type { Step, Trace } from './step';

/** What is drawn only when it is asked for. */
export interface Draw {
  /** Two browsers may sync at the same moment; else one after the other. */
  readonly twoBrowsersAtOnce: boolean;
}

const SWITCHES: readonly Partial<QboSwitches>[] = [
  { requestId: 'ignored' },
  { requestIdFaults: 'replayed' },
  { paymentBumpsSyncToken: false },
  { paymentStampsTarget: false },
  { addressCountry: 'asSent' },
  { taxOverride: 'honoured' },
  { taxRounding: 'perLine' },
  { zeroTotal: 'refused' },
  { duplicateDocNumberScope: 'salesForms' },
  { removeLinked: 'refuse' },
  { lowerBelowPaid: 'refuse' },
  { inactiveNamesCollide: true },
  { reactivationStripsSuffix: false },
  { journalArLines: 'many' },
  { today: 'company' },
  { cdcEmptyEntity: 'omitted' },
  { retryAfter: 'seconds60' },
  { companyMismatchStatus: 401 },
  { idleSignOut: false },
];

/** Drawn from `FULL_FROM` on, beside the others. */
const LATER_SWITCHES: readonly Partial<QboSwitches>[] = [
  { voidWord: 'Annulé', inactiveWord: 'supprimé' },
  { voidWord: 'Void' },
  { docNumberEdit: 'refused' },
  { mergedDocuments: 'changed' },
  { taxOfSparseEdit: 'computed' },
  { removeLinked: 'unlink' },
  { lowerBelowPaid: 'unapply' },
  { movePaid: 'unapply' },
  { reconciled: 'editable' },
  { requestIdKept: 'always' },
];

/** From here on, people copy, type tags and key the same cheque in both books as well. */
export const WIDE_FROM = 10_000_000;
/** From here on, they merge customers, too. */
export const WIDER_FROM = 20_000_000;
/**
 * From here on, profiles are restored and computers cloned, the set-up is changed, plans wait for
 * hours or weeks, and companies speak French.
 */
export const FULL_FROM = 30_000_000;

type Acts = Readonly<Partial<Record<ActName, { readonly weight: number }>>>;

const ONE_BY_ONE: Draw = { twoBrowsersAtOnce: false };

function actsOf(seed: number): Acts {
  if (seed < WIDE_FROM) return ACTS;
  if (seed < WIDER_FROM) return { ...ACTS, ...LATER_ACTS };
  return seed < FULL_FROM ? { ...ACTS, ...LATER_ACTS, ...LAST_ACTS } : ALL_ACTS;
}

export function drawTrace(seed: number, { twoBrowsersAtOnce }: Draw = ONE_BY_ONE): Trace {
  const random = seededRandom(seed);
  const acts = actsOf(seed);
  const browsers = twoBrowsersAtOnce || random.chance(0.2) ? 2 : 1;
  const switches: Record<string, string | number | boolean> = {};
  const full = seed >= FULL_FROM;
  const all = full ? [...SWITCHES, ...LATER_SWITCHES] : SWITCHES;
  for (let i = random.int(0, 3); i > 0; i--) Object.assign(switches, random.pick(all));
  const firm = {
    seed: random.int(1, 400),
    clients: random.int(2, 4),
    country: random.pick(['CA', 'CA', 'CA', 'US'] as const),
    findings: random.chance(0.1) ? ('all' as const) : ('none' as const),
  };
  const steps: Step[] = [];
  // Most firms are in step before the trouble begins; some meet it in their first sync.
  const first = random.chance(0.75) ? [] : mishaps(random, acts);
  steps.push({ do: 'sync', browser: 0, look: random.chance(0.5), approve: true, mishaps: first });
  for (let i = random.int(5, 14); i > 0; i--) {
    const both = twoBrowsersAtOnce && random.chance(0.25);
    if (both) steps.push({ do: 'both' });
    else if (full && random.chance(0.25)) steps.push(drawLaterStep(random, acts, browsers, steps));
    else steps.push(drawStep(random, acts, browsers));
  }
  return { seed, firm, switches, browsers, steps };
}

function drawStep(random: Random, acts: Acts, browsers: number): Step {
  const browser = random.int(0, browsers - 1);
  const roll = random.next();
  if (roll < 0.5) return { do: 'work', act: drawAct(random, acts), r: drawR(random) };
  if (roll < 0.72) {
    const [look, approve] = [random.chance(0.3), random.chance(0.85)];
    return { do: 'sync', browser, look, approve, mishaps: mishaps(random, acts) };
  }
  if (roll < 0.82) {
    return { do: 'goOn', browser, mishaps: random.chance(0.5) ? [] : mishaps(random, acts) };
  }
  if (roll < 0.91) return { do: 'wait', minutes: random.pick([1, 6, 12, 45, 90]) };
  return { do: 'decide', browser, decision: drawDecision(random), r: drawR(random) };
}

function drawLaterStep(
  random: Random,
  acts: Acts,
  browsers: number,
  before: readonly Step[],
): Step {
  const browser = random.int(0, browsers - 1);
  const isKept = before.some((step) => step.do === 'keep' && step.browser === browser);
  const hours = random.pick([60, 300, 1_440, 30_240]);
  return weighted<() => Step>(random, [
    [4, () => ({ do: isKept ? 'restore' : 'keep', browser })],
    [browsers > 1 ? 2 : 0, () => ({ do: 'clone' })],
    [2, () => ({ do: 'wait', minutes: hours })],
    [
      3,
      () => ({
        do: 'sync',
        browser,
        look: true,
        approve: true,
        idleMinutes: hours,
        mishaps: mishaps(random, acts),
      }),
    ],
    [
      3,
      () => ({
        do: 'decide',
        browser,
        decision: random.pick(['remap', 'removals', 'apart', 'join'] as const),
        r: drawR(random),
      }),
    ],
  ])();
}

function drawR(random: Random): number {
  return random.int(1, 0x7fffffff);
}

function mishaps(random: Random, acts: Acts): Mishap[] {
  const count = random.pick([0, 0, 1, 1, 2, 3, 5]);
  return Array.from({ length: count }, () => {
    const trouble = drawTrouble(random, acts);
    return { at: drawMoment(random, trouble), trouble };
  });
}

function drawMoment(random: Random, trouble: Trouble): Moment {
  if (trouble.kind === 'quota') return { on: 'store', n: random.int(1, 90) };
  if (trouble.kind === 'kill' && random.chance(0.4)) return { on: 'store', n: random.int(1, 90) };
  if (random.chance(0.6)) return { on: 'write', n: random.pick([1, 1, 1, 2, 2, 3, 4, 6]) };
  return { on: 'request', n: random.int(1, 70) };
}

function drawTrouble(random: Random, acts: Acts): Trouble {
  const after = random.chance(0.5);
  const side = random.pick(['tps', 'qbo'] as const);
  const drawn = weighted<() => Trouble>(random, [
    [
      4,
      () => ({
        kind: 'status',
        status: random.pick([429, 500, 502, 503]),
        times: random.int(1, 4),
        after,
      }),
    ],
    [4, () => ({ kind: 'lost', after })],
    [2, () => ({ kind: 'hang', after })],
    [1, () => ({ kind: 'cut' })],
    [5, () => ({ kind: 'kill', after })],
    [1, () => ({ kind: 'quota' })],
    [1, () => ({ kind: 'expire', side })],
    [1, () => ({ kind: 'switch', side })],
    [0.5, () => ({ kind: 'rotateCsrf', side })],
    [0.5, () => ({ kind: 'revokeSync' })],
    [7, () => ({ kind: 'work', act: drawAct(random, acts), r: drawR(random), after })],
    [2, () => ({ kind: 'meddle', r: drawR(random) })],
    [1.5, () => ({ kind: 'decide', decision: drawDuring(random), r: drawR(random) })],
  ]);
  return drawn();
}

function drawAct(random: Random, acts: Acts): ActName {
  return weighted(
    random,
    names(ALL_ACTS).map((name) => [acts[name]?.weight ?? 0, name] as const),
  );
}

function drawDecision(random: Random): DecisionName {
  return weighted(
    random,
    names(DECISIONS).map((name) => [DECISIONS[name].weight, name] as const),
  );
}

/** What a person can do on our screens while a run is at work. */
function drawDuring(random: Random): DecisionName {
  return random.pick(['pause', 'pause', 'cancel', 'exclude', 'ignore', 'include'] as const);
}

function names<K extends string>(table: Readonly<Record<K, unknown>>): K[] {
  const own = (key: string): key is K => key in table;
  return Object.keys(table).filter(own);
}

function weighted<T>(random: Random, choices: readonly (readonly [number, T])[]): T {
  let left = random.next() * choices.reduce((sum, [weight]) => sum + weight, 0);
  for (const [weight, value] of choices) {
    left -= weight;
    if (left < 0) return value;
  }
  const last = choices.at(-1);
  if (!last) throw new Error('nothing to draw from');
  return last[1];
}
