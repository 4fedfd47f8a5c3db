/** Lets the mishaps of one step happen at their moments. */
import { cutInHalf } from '../../contract/scene/site-fetch';
import type { Effects, TableWrite } from '../world/effects';
import { targetOf } from '../world/target';
import { partsOf, type WireRequest } from '../world/wire-request';
import { diskFull, lost, refusal, timedOut } from './answers';
import type { Mishap, Trouble } from './mishap';

/** As `TIMEOUT_MS` of the transport. */
const HANG_MS = 60_000;

export interface Weather extends Effects {
  /** How many of the mishaps came to pass. */
  readonly struck: number;
}

export interface Powers {
  advance(ms: number): void;
  nowMs(): number;
  kill(): Error;
  /** Everything that needs the whole world: people, sessions, decisions. */
  happen(trouble: Trouble): Promise<void>;
  /** What the site has done is known to the world before anybody else hears of it. */
  sending(request: WireRequest): Promise<void>;
  committed(request: WireRequest, response: Response): Promise<void>;
  stored(writes: readonly TableWrite[]): void;
}

export function weather(mishaps: readonly Mishap[], powers: Powers): Weather {
  const seen = { request: 0, write: 0, store: 0 };
  const left = new Set(mishaps);
  const bursts: { status: number; times: number; after: boolean }[] = [];
  /** Another firm is chosen only where the extension looks which one it is: see `sending`. */
  const chosen: Trouble[] = [];
  let struck = 0;
  /** What is still to happen to a request on its way: several may be at once. */
  const onTheWay = new Map<WireRequest, Trouble[]>();

  const due = (on: keyof typeof seen): Trouble[] => {
    seen[on] += 1;
    const now = [...left].filter(({ at }) => at.on === on && at.n === seen[on]);
    for (const mishap of now) left.delete(mishap);
    struck += now.length;
    return now.map(({ trouble }) => trouble);
  };

  const before = async (trouble: Trouble, request: WireRequest): Promise<void> => {
    switch (trouble.kind) {
      case 'status':
        bursts.push({ ...trouble });
        return;
      case 'lost':
        if (!trouble.after) lost();
        break;
      case 'hang':
        if (trouble.after) break;
        powers.advance(HANG_MS);
        timedOut();
        break;
      case 'kill':
        if (!trouble.after) throw powers.kill();
        break;
      case 'cut':
      case 'quota':
        break;
      case 'work':
        if (trouble.after) break;
        await powers.happen(trouble);
        return;
      case 'switch':
        // Between two requests of the extension: the next one is what could go astray.
        if (trouble.side === 'qbo') break;
        chosen.push(trouble);
        return;
      default:
        await powers.happen(trouble);
        return;
    }
    later(request, trouble);
  };

  const later = (request: WireRequest, trouble: Trouble): void => {
    onTheWay.set(request, [...(onTheWay.get(request) ?? []), trouble]);
  };

  return {
    get struck() {
      return struck;
    },
    async sending(request) {
      const now = [...due('request'), ...(partsOf(request).some(targetOf) ? due('write') : [])];
      for (const trouble of now) await before(trouble, request);
      // A TPS request does not say which firm it is meant for: between the look and the write no
      // client of that system could be safe.
      if (asksWho(request)) for (const trouble of chosen.splice(0)) await powers.happen(trouble);
      await powers.sending(request);
      const [burst] = bursts;
      if (!burst) return null;
      burst.times -= 1;
      if (burst.times <= 0) bursts.shift();
      const { status, after } = burst;
      if (!after) return refusal(status, request.side, powers.nowMs());
      later(request, { kind: 'status', status, times: 1, after });
      return null;
    },
    // What the site has done is known to the world before anybody else hears of it.
    committed: (request, response) => powers.committed(request, response),
    async answered(request, response) {
      const mine = onTheWay.get(request) ?? [];
      onTheWay.delete(request);
      let answer = response;
      for (const trouble of mine) {
        if (trouble.kind === 'lost') lost();
        if (trouble.kind === 'kill') throw powers.kill();
        if (trouble.kind === 'hang') {
          powers.advance(HANG_MS);
          timedOut();
        }
        if (trouble.kind === 'work' || trouble.kind === 'switch') await powers.happen(trouble);
        if (trouble.kind === 'status') {
          answer = refusal(trouble.status, request.side, powers.nowMs());
        }
        if (trouble.kind === 'cut') answer = await cutInHalf(answer);
      }
      return answer;
    },
    storing() {
      for (const trouble of due('store')) {
        if (trouble.kind === 'kill') throw powers.kill();
        if (trouble.kind === 'quota') diskFull();
      }
    },
    stored: (writes) => powers.stored(writes),
  };
}

function asksWho({ side, path }: WireRequest): boolean {
  return side === 'tps' && /\/session\b/.test(path);
}
