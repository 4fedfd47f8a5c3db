/**
 * Bad weather: people keep working in both systems while requests are lost before and after they
 * were carried out, limits are hit, servers fail and answers are cut off. Whatever the seed, once
 * the sky is clear both books tie out to the cent, nothing stands twice, and nothing is left to do.
 */
import { describe, expect, it } from 'vitest';
import { cutInHalf } from '../contract/scene/site-fetch';
import { seededRandom } from '../sandbox/firm/random';
import { duplicatesIn } from './ledgers';
import { type Office, openOffice } from './office';

const SEEDS = 12;
const ROUNDS = 3;
const GO_ON_MAX = 12;

type Random = () => number;

function pick<T>(random: Random, list: readonly T[]): T | undefined {
  return list[Math.floor(random() * list.length)];
}

/** Somebody does something in one of the systems. What the system refuses, did not happen. */
function work(office: Office, random: Random, number: number): void {
  const { books, company } = office;
  const open = books.ledger().documents.filter((d) => d.type === 'invoice' && d.balanceCents > 0);
  const inQbo = company
    .ledger()
    .documents.filter((d) => d.entity === 'Invoice' && !d.deleted && d.balanceCents > 0);
  const invoice = pick(random, open);
  const other = pick(random, inQbo);
  const jobs = [
    () => invoice && books.patch('invoice', invoice.id, { description: `Edited ${number}` }),
    () => invoice && books.invoices.void(invoice.id),
    () => {
      const read = invoice && books.read('invoice', invoice.id);
      if (!read || !('lines' in read)) return;
      const lines = read.lines.map(({ id: _id, ...line }) => line);
      const { clientId, date } = read;
      books.invoices.create({ clientId, code: '0', number: String(number), date, lines });
    },
    () => other && company.payOnline(other.id, 1 + Math.floor(random() * other.balanceCents)),
    () => other && company.payOnline(other.id),
    () => {
      if (!other) return;
      const SyncToken = company.read('Invoice', other.id).SyncToken ?? '0';
      company.update('Invoice', { Id: other.id, SyncToken, sparse: true, DueDate: '2026-05-01' });
    },
  ];
  try {
    pick(random, jobs)?.();
  } catch {
    // Refused by the system: nothing happened.
  }
}

function storm(office: Office, random: Random): void {
  for (const site of [office.sites.tps, office.sites.qbo]) {
    site.mishap({
      times: Number.POSITIVE_INFINITY,
      when: () => random() < 0.06,
      ...pick(random, [
        { instead: () => lost() },
        { after: () => lost() },
        { after: cutInHalf },
        { instead: () => new Response('', { status: 503 }) },
        { instead: () => new Response('{}', { status: 429, headers: { 'retry-after': '2' } }) },
      ]),
    });
  }
}

function lost(): never {
  throw new TypeError('fetch failed');
}

/** Goes on after every pause, as the person and the alarm do. */
async function persist(office: Office) {
  let run = await office.sync();
  for (let i = 0; i < GO_ON_MAX && run.status === 'paused'; i++) {
    if (i === GO_ON_MAX / 2) clearSky(office);
    await office.ask['run.resume']({ runId: run.id });
    run = await office.drive();
    if (run.status === 'preview' && run.planHash) {
      const confirmed = run.brakes.map((brake) => brake.id);
      await office.ask['run.apply']({ runId: run.id, planHash: run.planHash, confirmed });
      run = await office.drive();
    }
  }
  return run;
}

function clearSky(office: Office): void {
  office.sites.tps.clearMishaps();
  office.sites.qbo.clearMishaps();
}

describe('in bad weather', () => {
  it.each(Array.from({ length: SEEDS }, (_, i) => i + 1))('seed %i', async (seed) => {
    const { next } = seededRandom(seed);
    const random = () => next();
    const office = await openOffice({ seed, clients: 5, findings: 'none' });
    await office.setUp();
    for (let round = 0; round < ROUNDS; round++) {
      for (let i = 0; i < 4; i++) work(office, random, 70_000 + round * 10 + i);
      storm(office, random);
      const run = await persist(office);
      const { planned, done, skipped, failed, notAttempted } = run.counts;
      expect(done + skipped + failed + notAttempted).toBe(planned);
      expect(duplicatesIn(office)).toEqual([]);
      clearSky(office);
    }
    await office.sync();
    const last = await office.sync();
    // What a system refuses (a payment of more than is open there) is tried again, never done.
    expect(last.counts.done).toBe(0);
    expect(last.tieOut?.unexplainedCents).toBe(0);
    expect(last.tieOut?.tpsCents).toBe(office.books.ledger().arTotalCents);
    expect(last.tieOut?.qboCents).toBe(office.company.ledger().arTotalCents);
    expect(duplicatesIn(office)).toEqual([]);
  });
});
