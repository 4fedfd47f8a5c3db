import { parseRow } from '../http/parse-row';
import type { Books } from '../ledger/references';
import { Queue } from '../platform/queue';
import { PortError } from '../port/port-error';
import { phrase } from '../wording/phrase';
import type { TpsDeps } from './deps';
import { PATHS } from './paths';
import { session, type WireSession } from './schemas';
import type { TpsTransport } from './transport';

/** What is read one after another shares an answer that is not older than this. */
const READ_CHECK_AGE_MS_MAX = 2_000;
const PERMISSION = 'Sync';

/** Who is signed in, to which firm. */
async function readSession(transport: TpsTransport): Promise<WireSession> {
  const subject = { type: 'session' as const, label: '…' };
  const reply = await transport.get({ path: PATHS.session, subject });
  return parseRow(session, reply.body, 'session', reply.asked);
}

export function booksOf({ user, firm }: WireSession): Books {
  return {
    id: firm.id,
    name: firm.name,
    country: firm.country,
    currency: firm.currency,
    closedUntil: null,
    customNumbers: true,
    mayWrite: user.permissions.includes(PERMISSION),
  };
}

export interface FirmGuard {
  /** Before a read; an answer that is not older than 2 s will do. */
  read(): Promise<void>;
  /** After what is read whole: another firm's lists would look like deletions. */
  pulled(): Promise<void>;
  /** Who is signed in, whichever firm it is. */
  identify(): Promise<Books>;
  /** Before a write: the paired firm and the permission *Sync*, asked anew for all who ask at once. */
  write(): Promise<void>;
}

/**
 * Checks the session by asking TPS. Throws `wrongBooks` or `noPermission`; nothing was sent then.
 * Before pairing every firm is right.
 */
export function createFirmGuard(deps: TpsDeps, transport: TpsTransport): FirmGuard {
  const line = new Queue();
  let seen: { readonly shown: WireSession; readonly atMs: number } | null = null;
  /** One question for all who ask before it is put. */
  let next: Promise<WireSession> | null = null;
  const askNow = (): Promise<WireSession> => {
    next ??= line.add(async () => {
      next = null;
      seen = null;
      const shown = await readSession(transport);
      seen = { shown, atMs: deps.now() };
      return shown;
    });
    return next;
  };
  /** Of at most 2 s ago; whoever is asking already is waited for. */
  const shownLately = async (): Promise<WireSession> => {
    const lately = await line.add(async () => seen);
    const ageMs = lately ? deps.now() - lately.atMs : Number.NaN;
    return lately && ageMs >= 0 && ageMs <= READ_CHECK_AGE_MS_MAX ? lately.shown : askNow();
  };
  return {
    async read() {
      if (deps.firmId !== null) checkFirm(deps, await shownLately());
    },
    async pulled() {
      if (deps.firmId !== null) checkFirm(deps, await askNow());
    },
    identify: async () => booksOf(await askNow()),
    async write() {
      const shown = await askNow();
      checkFirm(deps, shown);
      if (!shown.user.permissions.includes(PERMISSION)) throw noSync(shown);
    },
  };
}

/** Throws `wrongBooks` when the session shows another firm than the paired one. */
function checkFirm(deps: TpsDeps, shown: WireSession): void {
  if (deps.firmId === null || shown.firm.id === deps.firmId) return;
  const paired = deps.firmName ? `${deps.firmName} (${deps.firmId})` : deps.firmId;
  throw new PortError({
    side: 'tps',
    kind: 'wrongBooks',
    what: phrase('port.wrongBooks', {
      system: 'TPS',
      current: `${shown.firm.name} (${shown.firm.id})`,
      paired,
    }),
    technical: `current firm ${shown.firm.id}, paired ${deps.firmId}`,
  });
}

function noSync({ user }: WireSession): PortError {
  return new PortError({
    side: 'tps',
    kind: 'noPermission',
    what: phrase('port.noSyncPermission', { user: user.name }),
    technical: `permissions: ${user.permissions.join(', ')}`,
  });
}
