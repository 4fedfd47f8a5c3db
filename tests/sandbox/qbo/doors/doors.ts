import type { Hono } from 'hono';
import type { Clock } from '../../clock';
import type { QboCompany } from '../company';
import { SpaAssets } from '../spa/assets';
import type { QboSwitches } from '../switches';
import { apiDoor } from './api-door';
import { Secrets, Sessions } from './sessions';
import { V3Service } from './v3';
import { webDoor } from './web-door';

export interface DoorOptions {
  readonly clock: Clock;
  readonly seed: number;
  readonly companies: ReadonlyMap<string, QboCompany>;
  readonly switches: QboSwitches;
}

export interface Doors {
  readonly web: Hono;
  readonly api: Hono;
  /** For tests: what happens to sessions without anyone asking. */
  readonly sessions: {
    /** Signs everyone out. */
    expireAll(): void;
    /** Everyone looks at another company, as after a switch in another tab. */
    switchCompany(realm: string): void;
    /** The token of writes changes; browsers get the new cookie with their next response. */
    rotateCsrf(): void;
  };
  /** What the doors remember: sessions, keys given out, calls and answers. */
  readonly memory: DoorMemory;
}

interface DoorMemory {
  readonly secrets: Secrets;
  readonly sessions: Sessions;
  readonly service: V3Service;
}

/** Opens both doors to one service. Keys, tokens and class names change at every start. */
export function openDoors(options: DoorOptions): Doors {
  const { clock, seed, companies, switches } = options;
  const nowMs = (): number => clock.now().getTime();
  const secrets = new Secrets(`qbo ${seed} ${nowMs()}`);
  const firstRealm = [...companies.keys()][0] ?? '';
  const sessions = new Sessions(secrets, firstRealm);
  const service = new V3Service(switches);
  const apiKey = `prdakyres${secrets.of('api key', 31)}`;
  const assets = new SpaAssets(secrets);
  const web = webDoor({ companies, service, sessions, secrets, switches, apiKey, assets, nowMs });
  return {
    web,
    api: apiDoor(companies, service, nowMs),
    sessions: {
      expireAll: () => sessions.expireAll(),
      switchCompany: (realm) => sessions.switchCompany(realm),
      rotateCsrf: () => sessions.rotateCsrf(),
    },
    memory: { secrets, sessions, service },
  };
}

/** Doors of the same options, opened at the same moment, remember what others remember. */
export function rememberAlike(memory: DoorMemory, other: DoorMemory): void {
  memory.secrets.copyFrom(other.secrets);
  memory.sessions.copyFrom(other.sessions);
  memory.service.copyFrom(other.service);
}
