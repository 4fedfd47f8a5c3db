import type { Act } from '../../sandbox/act';
import type { FaultSpec } from '../../sandbox/faults';
import type { Ledger as QboLedger } from '../../sandbox/qbo';
import type { TpsLedger } from '../../sandbox/tps/ledger';
import type { WriteSeen } from '../../sandbox/traffic';

type Loose<T> = T extends unknown ? Partial<T> & Pick<T, Extract<keyof T, 'system' | 'do'>> : never;

export interface Ledgers {
  tps: TpsLedger;
  qbo: QboLedger;
}

export interface Requests {
  /** By site and method, for instance `qbo GET`. */
  counts: Record<string, number>;
  writes: WriteSeen[];
}

/** The stand-ins seen from outside: what they hold, and what other people do in them. */
export interface Control {
  ledgers(): Promise<Ledgers>;
  requests(): Promise<Requests>;
  forgetRequests(): Promise<void>;
  act(what: Loose<Act>): Promise<unknown>;
  addFault(fault: FaultSpec): Promise<void>;
  clearFaults(): Promise<void>;
  session(change: Record<string, unknown>): Promise<void>;
}

/** Control over stand-ins by their plain HTTP port, in this process or another. */
export function controlOf(httpPort: number): Control {
  async function call(method: string, path: string, body?: unknown) {
    const response = await fetch(`http://127.0.0.1:${httpPort}/__control${path}`, {
      method,
      ...(body === undefined
        ? {}
        : { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
    });
    const answer = await response.json();
    if (!response.ok) throw new Error(`${method} ${path}: ${JSON.stringify(answer)}`);
    return answer;
  }
  return {
    ledgers: () => call('GET', '/ledgers'),
    requests: () => call('GET', '/requests'),
    forgetRequests: () => call('DELETE', '/requests'),
    act: async (what) => (await call('POST', '/act', what)).result,
    addFault: (fault) => call('POST', '/faults', fault),
    clearFaults: () => call('DELETE', '/faults'),
    session: (change) => call('POST', '/session', change),
  };
}

/**
 * Writes into the books since the requests were last forgotten. The notes that browsers of the firm
 * share are no part of the books: the lease is given back after a run has ended, say.
 */
export async function writesIntoBooks(control: Pick<Control, 'requests'>): Promise<WriteSeen[]> {
  const { writes } = await control.requests();
  return writes.filter(({ path }) => !path.includes('/attachable'));
}
