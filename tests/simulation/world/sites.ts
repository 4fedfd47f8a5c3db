/**
 * Both stand-ins on one fake clock: the paired firm and company, and beside them another firm and
 * another company that nobody may ever write to.
 */
import { manualClock } from '../../sandbox/clock';
import { buildFirm, generateFirm, loadFirm } from '../../sandbox/firm';
import {
  createQboStandIn,
  type QboCompany,
  type QboStandIn,
  type QboSwitches,
} from '../../sandbox/qbo';
import { createTpsStandIn, type TpsBooks, type TpsStandIn } from '../../sandbox/tps';

export const REALM = '9341452000000001';
export const OTHER_REALM = '9341452000000002';
export const FIRM = { id: 4711, name: 'Cabinet Roy' };
export const OTHER_FIRM = { id: 4712, name: 'Cabinet Autre' };
const START = '2026-03-02T15:00:00Z';
const START_DAY = '2026-03-02';

export interface FirmShape {
  readonly seed: number;
  readonly clients: number;
  readonly country?: 'CA' | 'US';
  readonly findings?: 'auto' | 'all' | 'none';
  /** Points on which nobody knows how the real QuickBooks behaves. */
  readonly switches?: Partial<QboSwitches>;
  /** How the ids of TPS look on the wire. */
  readonly tpsIds?: 'counted' | 'opaque';
  /** False: only the paired books, for a test that does not look at others. */
  readonly strangers?: boolean;
}

export interface SimClock {
  now(): Date;
  advance(ms: number): void;
}

export interface Sites {
  /** What both stand-ins were made of. */
  readonly shape: FirmShape;
  readonly clock: SimClock;
  readonly tps: TpsStandIn;
  readonly qbo: QboStandIn;
  readonly books: TpsBooks;
  readonly company: QboCompany;
  readonly country: 'CA' | 'US';
}

export async function openSites(shape: FirmShape): Promise<Sites> {
  const sites = standIns(shape);
  const { tps, qbo, country } = sites;
  const { seed, clients } = shape;
  const firm = { seed, clients, country, today: START_DAY, findings: shape.findings ?? 'auto' };
  await buildFirm(firm, tps, qbo, REALM);
  if (shape.strangers) {
    tps.sessions.switchFirm(OTHER_FIRM);
    tps.sessions.switchFirm(FIRM);
    const books = tps.booksOf(OTHER_FIRM.id);
    if (!books) throw new Error('the other firm has no books');
    const other = generateFirm({ ...firm, seed: seed + 1, clients: 2, findings: 'none' });
    loadFirm(other, books, qbo.company(OTHER_REALM));
  }
  Object.assign(qbo.switches, shape.switches);
  return sites;
}

/** Both systems as they stand, at the same moment; what happens in the ones is not seen in the others. */
export function copySites(like: Sites): Sites {
  const sites = standIns(like.shape, like);
  sites.clock.advance(like.clock.now().getTime() - sites.clock.now().getTime());
  return sites;
}

function standIns(shape: FirmShape, like?: Sites): Sites {
  const { seed } = shape;
  const country = shape.country ?? 'CA';
  const clock = manualClock(new Date(START));
  const companies = [
    { realm: REALM, name: FIRM.name },
    ...(shape.strangers ? [{ realm: OTHER_REALM, name: OTHER_FIRM.name }] : []),
  ];
  const ids = shape.tpsIds;
  const tps = createTpsStandIn({ clock, seed, country, firm: FIRM, ids, like: like?.tps });
  const qbo = createQboStandIn({ clock, seed, country, companies, like: like?.qbo });
  return { shape, clock, tps, qbo, books: tps.books, company: qbo.company(REALM), country };
}
