/**
 * Invariant 2: A/R of both sides is equal but for differences that have a name, in total and for
 * each client. Computed here from the stand-ins' own ledgers.
 */
import type { Ran } from '../world/drive';
import type { Pairs } from '../world/pairs';
import type { Sites } from '../world/sites';
import type { Report } from './violation';

/** What a run that has ended says about both totals. Call it when nobody has worked since. */
export function tieOutIsTrue(run: Ran, sites: Sites, report: Report): void {
  const { tieOut } = run;
  if (!tieOut) return;
  const tps = sites.books.ledger();
  const qbo = sites.company.ledger();
  const say = (kind: string, text: string) =>
    report({ invariant: 2, kind, text: `run ${run.id}: ${text}` });
  if (tieOut.tpsCents !== tps.arTotalCents || tieOut.qboCents !== qbo.arTotalCents) {
    say(
      'the totals are not those of the ledgers',
      `says ${tieOut.tpsCents} / ${tieOut.qboCents}, the ledgers ${tps.arTotalCents} / ${qbo.arTotalCents}`,
    );
  }
  const named = tieOut.named.reduce((sum, { differenceCents }) => sum + differenceCents, 0);
  if (tieOut.tpsCents - tieOut.qboCents !== named + tieOut.unexplainedCents) {
    say('the causes do not add up', `${named} named, ${tieOut.unexplainedCents} unexplained`);
  }
  const loud = tieOut.unexplainedCents === 0 || run.status === 'failed';
  if (!loud) say('unexplained and not said', `${tieOut.unexplainedCents} cents, ${run.status}`);
}

/** At rest every cent of every client has a cause that is one. */
export function everyCentIsNamed(run: Ran, sites: Sites, pairs: Pairs, report: Report): void {
  const { tieOut } = run;
  if (!tieOut) return;
  const say = (kind: string, text: string) =>
    report({ invariant: 2, kind, text: `run ${run.id}: ${text}` });
  if (tieOut.unexplainedCents !== 0 || tieOut.clientsUnexplainedCents !== 0) {
    say(
      'cents without an explanation',
      `${tieOut.unexplainedCents} in total, ${tieOut.clientsUnexplainedCents} by client`,
    );
  }
  for (const { cause, clients } of tieOut.named) {
    // A run that is not green has told a person already.
    if (!EMPTY_WORDS.has(cause.id) || run.status !== 'success') continue;
    const whose = clients.map(({ name, differenceCents }) => `${name} ${differenceCents}`);
    say('a cause that explains nothing', `${cause.id}: ${whose.join(', ')}`);
  }
  const told = new Map<string, number>();
  for (const { name, differenceCents } of tieOut.named.flatMap(({ clients }) => clients)) {
    told.set(name, (told.get(name) ?? 0) + differenceCents);
  }
  for (const { name, differenceCents } of differences(sites, pairs)) {
    if (differenceCents === (told.get(name) ?? 0)) continue;
    say(
      'a client with another difference than was told',
      `${name}: ${differenceCents} cents in the ledgers, ${told.get(name) ?? 0} told`,
    );
  }
}

/** At rest nothing has changed since, and nothing may simply be "not synced". */
const EMPTY_WORDS: ReadonlySet<string> = new Set([
  'cause.differs',
  'cause.notSynced',
  'cause.changedSince',
]);

/** TPS minus QuickBooks by client, in the name that TPS has for it; same names added up. */
function differences(sites: Sites, pairs: Pairs): { name: string; differenceCents: number }[] {
  const byName = new Map<string, number>();
  const add = (name: string, cents: number) => byName.set(name, (byName.get(name) ?? 0) + cents);
  const names = new Map(sites.books.ledger().clients.map(({ id, name }) => [String(id), name]));
  for (const { name, balanceCents } of sites.books.ledger().clients) add(name, balanceCents);
  for (const { id, displayName, balanceCents } of sites.company.ledger().customers) {
    const twin = pairs.twin('qbo', 'client', id);
    const own = displayName.replace(/ \((?:deleted|supprimé)\)$/, '');
    add(twin === null ? own : (names.get(twin) ?? own), -balanceCents);
  }
  return [...byName].map(([name, differenceCents]) => ({ name, differenceCents }));
}
