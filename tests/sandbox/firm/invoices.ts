import { daysAfter } from './dates';
import type { ClientPlan, InvoicePlan, LinePlan } from './description';
import type { Random } from './random';
import { totalWithTax } from './totals';

interface Service {
  readonly workCode: string;
  readonly rateCents: number;
  readonly texts: readonly string[];
}

const SERVICES: readonly Service[] = [
  { workCode: 'BK-MON', rateCents: 8500, texts: ['Monthly bookkeeping', 'Tenue de livres'] },
  {
    workCode: 'BK-YE',
    rateCents: 9500,
    texts: ['Year-end adjustments', 'Écritures de fin d’année'],
  },
  { workCode: 'PR-RUN', rateCents: 7000, texts: ['Payroll processing', 'Service de paie'] },
  { workCode: 'T1', rateCents: 14000, texts: ['Personal tax return', 'Déclaration T1 / TP-1'] },
  { workCode: 'T2', rateCents: 18500, texts: ['Corporate tax return', 'Déclaration T2 / CO-17'] },
  { workCode: 'T2-ADJ', rateCents: 16550, texts: ['Notice of assessment review'] },
  { workCode: 'RV-ENG', rateCents: 21000, texts: ['Review engagement', "Mission d'examen"] },
  { workCode: 'CP-ENG', rateCents: 17500, texts: ['Compilation engagement'] },
  { workCode: 'CS-GEN', rateCents: 22533, texts: ['Consulting & planning', 'Conseil'] },
  { workCode: 'CS-EST', rateCents: 25000, texts: ['Estate planning'] },
];

const QUARTER_HOURS_MAX = 40;

/** One invoice still without its number: numbers follow the dates of the whole firm. */
export type DraftInvoice = Omit<InvoicePlan, 'key' | 'number'>;

export function makeInvoice(random: Random, client: ClientPlan, date: string): DraftInvoice {
  const isProgress = random.chance(0.1);
  const lines = isProgress ? [progressLine(random)] : workLines(random);
  return {
    clientKey: client.key,
    code: random.chance(0.15) ? 'SD' : '0',
    kind: isProgress ? 'progress' : 'invoice',
    date,
    dueDate: daysAfter(date, random.pick([0, 15, 30, 30])),
    description: random.chance(0.7) ? `Services to ${date.slice(0, 7)}` : '',
    lines,
    region: client.region,
    totalCents: totalWithTax(lines, client.region),
  };
}

/** Opening balances and finance charges: one untaxed line. */
export function makeCharge(
  client: ClientPlan,
  kind: 'openingBalance' | 'financeCharge',
  date: string,
  amountCents: number,
): DraftInvoice {
  const isOpening = kind === 'openingBalance';
  const description = isOpening ? 'Balance brought forward' : 'Interest on overdue account';
  const workCode = isOpening ? 'OB' : 'FC';
  return {
    clientKey: client.key,
    code: '0',
    kind,
    date,
    dueDate: daysAfter(date, 30),
    description,
    lines: [
      { workCode, description, quantity: '1', rateCents: amountCents, amountCents, taxed: false },
    ],
    region: client.region,
    totalCents: amountCents,
  };
}

function workLines(random: Random): LinePlan[] {
  const lines = random
    .shuffle(SERVICES)
    .slice(0, random.pick([1, 1, 1, 2, 2, 3, 4]))
    .map((service) => workLine(random, service));
  if (random.chance(0.2))
    lines.push(expenseLine('DB-COU', 'Courier', random.int(1200, 4800), true));
  else if (random.chance(0.12)) {
    lines.push(
      expenseLine('DB-FIL', 'Registry filing fee', random.pick([8800, 9700, 34500]), false),
    );
  }
  return lines;
}

/** Hours times rate; 140.00 comes up often, where 9.975 % ends in half a cent. */
function workLine(random: Random, service: Service): LinePlan {
  const quarters = random.chance(0.25) ? 4 : random.int(1, QUARTER_HOURS_MAX);
  const rateCents = service.rateCents;
  const amountCents = Math.round((quarters * rateCents) / 4);
  return {
    workCode: service.workCode,
    description: random.pick(service.texts),
    quantity: (quarters / 4).toFixed(2),
    rateCents,
    amountCents,
    taxed: true,
  };
}

function progressLine(random: Random): LinePlan {
  const amountCents = random.int(5, 60) * 10_000;
  const description = 'Progress billing';
  return {
    workCode: 'RV-ENG',
    description,
    quantity: '1',
    rateCents: amountCents,
    amountCents,
    taxed: true,
  };
}

function expenseLine(
  workCode: string,
  description: string,
  amountCents: number,
  taxed: boolean,
): LinePlan {
  return { workCode, description, quantity: '1', rateCents: amountCents, amountCents, taxed };
}
