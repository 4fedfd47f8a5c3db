import { z } from 'zod';
import type { QboStandIn } from './qbo';
import type { TpsStandIn } from './tps';

/** What happens to everybody's sessions without anyone asking. */
export const sessionLever = z.discriminatedUnion('do', [
  /** Signs everyone out: 401 from now on, pages lead to the log-in page. */
  z.strictObject({ system: z.enum(['tps', 'qbo']), do: z.literal('expire') }),
  /** The token of writes changes; browsers get the new cookie with their next response. */
  z.strictObject({ system: z.enum(['tps', 'qbo']), do: z.literal('rotateCsrf') }),
  /** Somebody chooses another company in the web app. */
  z.strictObject({ system: z.literal('qbo'), do: z.literal('switchCompany'), realm: z.string() }),
  z.strictObject({
    system: z.literal('tps'),
    do: z.literal('switchFirm'),
    firm: z.strictObject({ id: z.int(), name: z.string() }),
  }),
  /** The permission *Sync* is taken away, or given back. */
  z.strictObject({ system: z.literal('tps'), do: z.literal('revokeSync') }),
  z.strictObject({ system: z.literal('tps'), do: z.literal('grantSync') }),
]);
export type SessionLever = z.output<typeof sessionLever>;

export function pullLever(asked: SessionLever, tps: TpsStandIn, qbo: QboStandIn): void {
  if (asked.do === 'expire') (asked.system === 'tps' ? tps : qbo).sessions.expireAll();
  else if (asked.do === 'rotateCsrf') (asked.system === 'tps' ? tps : qbo).sessions.rotateCsrf();
  else if (asked.do === 'switchCompany') qbo.sessions.switchCompany(asked.realm);
  else if (asked.do === 'switchFirm') tps.sessions.switchFirm(asked.firm);
  else if (asked.do === 'revokeSync') tps.sessions.revokeSyncPermission();
  else tps.sessions.grantSyncPermission();
}
