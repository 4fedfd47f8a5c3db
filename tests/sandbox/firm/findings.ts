import type { Namer } from './clients';
import { daysAfter } from './dates';
import type { ClientPlan, FindingPlan } from './description';
import { makeInvoice } from './invoices';
import type { Random } from './random';

interface FindingInput {
  readonly random: Random;
  readonly namer: Namer;
  readonly today: string;
  /** Clients that have a customer; those with open A/R first. */
  readonly paired: readonly ClientPlan[];
  readonly unpaired: readonly ClientPlan[];
  readonly amount: 'none' | 'one' | 'two';
}

/** What QBO holds and TPS cannot: each kind at another client, as long as there are enough. */
export function makeFindings(input: FindingInput): FindingPlan[] {
  const { random, namer, today, paired, unpaired, amount } = input;
  if (amount === 'none' || paired.length === 0) return [];
  const isTwo = amount === 'two';
  let turn = 0;
  const next = (): ClientPlan => {
    const client = paired[turn % paired.length];
    turn += 1;
    if (!client) throw new Error('no client to hold a finding');
    return client;
  };
  const findings: FindingPlan[] = [];
  for (let count = 0; count < (isTwo ? 2 : 1); count += 1) {
    findings.push(creditMemo(random, next(), today));
    findings.push(subCustomer(random, next(), today, count === 0));
  }
  const entryAt = next();
  const date = daysAfter(today, -random.int(10, 90));
  const amountCents = random.int(20, 90) * 100;
  findings.push({ kind: 'journalEntry', clientKey: entryAt.key, date, amountCents });
  findings.push({ kind: 'project', clientKey: next().key, name: `Project ${today.slice(0, 4)}` });
  for (const [index, kind] of (['inactiveCustomer', 'vendorWithClientName'] as const).entries()) {
    const client = unpaired[index];
    const name = client?.name ?? namer.freeCompany(entryAt.region);
    findings.push({ kind, clientKey: client?.key ?? null, name });
  }
  return findings;
}

function creditMemo(random: Random, client: ClientPlan, today: string): FindingPlan {
  return {
    kind: 'creditMemo',
    clientKey: client.key,
    date: daysAfter(today, -random.int(5, 60)),
    region: client.region,
    amountCents: random.int(30, 120) * 100,
  };
}

function subCustomer(
  random: Random,
  client: ClientPlan,
  today: string,
  hasInvoice: boolean,
): FindingPlan {
  const name = hasInvoice ? 'Warehouse' : 'Annex';
  if (!hasInvoice) return { kind: 'subCustomer', clientKey: client.key, name, invoice: null };
  const draft = makeInvoice(random, client, daysAfter(today, -random.int(5, 50)));
  const { date, dueDate, region, lines } = draft;
  const invoice = { docNumber: 'W-501', date, dueDate, region, lines };
  return { kind: 'subCustomer', clientKey: client.key, name, invoice };
}
