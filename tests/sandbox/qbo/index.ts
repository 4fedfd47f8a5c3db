import type { Hono } from 'hono';
import type { Clock } from '../clock';
import { type KeptCompany, QboCompany } from './company';
import { type Doors, openDoors, rememberAlike } from './doors/doors';
import { defaultSwitches, type QboSwitches } from './switches';

export { type KeptCompany, QboCompany } from './company';
export { ACCOUNTS } from './doors/accounts';
export type { EntityName } from './entity-name';
export { QboFault } from './fault';
export type { Json, JsonObject } from './json';
export type { Ledger, LedgerCustomer, LedgerDocument } from './ledger';
export type { QboSwitches } from './switches';

export interface QboOptions {
  readonly clock: Clock;
  /** Decides class names, keys and session values; with the start time they change every start. */
  readonly seed: number;
  readonly country: 'CA' | 'US';
  /** The first one is the paired one. */
  readonly companies: readonly { readonly realm: string; readonly name: string }[];
  /** One of the same options: all that it holds is held by this one too, who is signed in as well. */
  readonly like?: QboStandIn | undefined;
  /** What was kept of its companies, by realm. */
  readonly kept?: Readonly<Record<string, KeptCompany>> | undefined;
}

export interface QboStandIn {
  /** Everything of https://qbo.intuit.com. */
  readonly web: Hono;
  /** Everything of https://quickbooks.api.intuit.com. */
  readonly api: Hono;
  company(realm: string): QboCompany;
  /** Control of the web sessions, for tests. */
  readonly sessions: Doors['sessions'];
  readonly switches: QboSwitches;
  readonly memory: Doors['memory'];
}

/** A QuickBooks Online of its own, with the lists of an accounting firm in each company. */
export function createQboStandIn(options: QboOptions): QboStandIn {
  const { like } = options;
  const switches = { ...(like?.switches ?? defaultSwitches()) };
  const companies = new Map<string, QboCompany>();
  for (const { realm, name } of options.companies) {
    const company = new QboCompany(realm, name, options.country, options.clock, switches);
    const kept = options.kept?.[realm];
    if (kept) company.restore(kept);
    else if (like) company.copyFrom(like.company(realm));
    else company.seedBaseline();
    companies.set(realm, company);
  }
  const doors = openDoors({ ...options, switches, companies });
  if (like) rememberAlike(doors.memory, like.memory);
  return {
    ...doors,
    switches,
    company: (realm) => {
      const company = companies.get(realm);
      if (!company) throw new Error(`no company ${realm}`);
      return company;
    },
  };
}
