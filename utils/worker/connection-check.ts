/** The connection check: what both systems answer, their clocks, and the settings that matter. */
import { SIDES, type Side } from '../ledger/side';
import type { BooksPort } from '../port/books-port';
import type { SystemProbe } from '../port/probe';
import { currentPair } from '../store/pair';
import type { ConnectionFact, ConnectionView } from '../views/views';
import { phrase } from '../wording/phrase';
import type { Desk } from './desk';
import { refusalOf } from './refusal';

/** A clock that is off by more than this is told. */
export const SKEW_MS_MAX = 120_000;
const MINUTE_MS = 60_000;

type Answered = ConnectionView['systems'][number];

/** Asks both systems; reads only. A system that nobody is signed in to says so in `problem`. */
export async function connectionCheck(desk: Desk): Promise<ConnectionView> {
  const pair = await currentPair(desk.db);
  const ports = desk.ports(pair);
  const [tps, qbo] = await Promise.all([answered(ports.tps), answered(ports.qbo)]);
  return {
    at: desk.now().toISOString(),
    systems: [tps.shown, qbo.shown],
    facts: factsOf({ tps: tps.probe, qbo: qbo.probe }),
  };
}

async function answered(port: BooksPort): Promise<{ shown: Answered; probe: SystemProbe | null }> {
  const { side } = port;
  try {
    const probe = await port.probe();
    return { shown: { side, endpoints: [...probe.endpoints], problem: null }, probe };
  } catch (error) {
    return { shown: { side, endpoints: [], problem: refusalOf(error) }, probe: null };
  }
}

/** What the probes say about the books, as sentences. */
export function factsOf(probes: { readonly [S in Side]: SystemProbe | null }): ConnectionFact[] {
  return [
    ...permission(probes.tps),
    ...SIDES.flatMap((side) => clock(probes[side])),
    ...places(probes.tps, probes.qbo),
    ...settings(probes.qbo),
  ];
}

function permission(tps: SystemProbe | null): ConnectionFact[] {
  if (!tps?.books) return [];
  return tps.books.mayWrite
    ? [{ tone: 'ok', what: phrase('connection.permission') }]
    : [{ tone: 'fail', what: phrase('connection.noPermission') }];
}

function clock(probe: SystemProbe | null): ConnectionFact[] {
  if (!probe) return [];
  const { side: system, skewMs } = probe;
  if (skewMs === null) return [{ tone: 'warn', what: phrase('connection.noClock', { system }) }];
  if (Math.abs(skewMs) <= SKEW_MS_MAX) {
    return [{ tone: 'ok', what: phrase('connection.clock', { system }) }];
  }
  const minutes = Math.round(Math.abs(skewMs) / MINUTE_MS);
  const way = skewMs > 0 ? 'ahead' : 'behind';
  return [{ tone: 'warn', what: phrase('connection.skew', { system, minutes, way }) }];
}

function places(tps: SystemProbe | null, qbo: SystemProbe | null): ConnectionFact[] {
  if (!tps?.books || !qbo?.books) return [];
  const { country: tpsCountry, currency: tpsCurrency } = tps.books;
  const { country: qboCountry, currency: qboCurrency } = qbo.books;
  const values = { tpsCountry, tpsCurrency, qboCountry, qboCurrency };
  if (tpsCurrency !== qboCurrency) {
    return [{ tone: 'fail', what: phrase('connection.otherPlaces', values) }];
  }
  return tpsCountry === qboCountry
    ? [{ tone: 'ok', what: phrase('connection.places', values) }]
    : [{ tone: 'warn', what: phrase('connection.otherPlaces', values) }];
}

function settings(qbo: SystemProbe | null): ConnectionFact[] {
  if (!qbo?.books || !qbo.settings) return [];
  const { customNumbers, closedUntil } = qbo.books;
  const { multiCurrency, autoApplyCredit, autoApplyPayments } = qbo.settings;
  const facts: ConnectionFact[] = [
    customNumbers
      ? { tone: 'ok', what: phrase('connection.numbers') }
      : { tone: 'fail', what: phrase('connection.noNumbers') },
    closedUntil === null
      ? { tone: 'ok', what: phrase('connection.open') }
      : { tone: 'info', what: phrase('connection.closed', { closedDate: closedUntil }) },
    multiCurrency
      ? { tone: 'warn', what: phrase('connection.manyCurrencies') }
      : { tone: 'ok', what: phrase('connection.oneCurrency') },
  ];
  if (autoApplyCredit) facts.push({ tone: 'warn', what: phrase('connection.autoApplyCredit') });
  if (autoApplyPayments) facts.push({ tone: 'warn', what: phrase('connection.autoApplyPayments') });
  if (!autoApplyCredit && !autoApplyPayments) {
    facts.push({ tone: 'ok', what: phrase('connection.noAutoApply') });
  }
  return facts;
}
