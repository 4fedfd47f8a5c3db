import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { act, actBody } from './act';
import { type Faults, faultSpec } from './faults';
import type { QboStandIn } from './qbo';
import type { TpsStandIn } from './tps';
import type { Traffic } from './traffic';

interface Scene {
  readonly tps: TpsStandIn;
  readonly qbo: QboStandIn;
  readonly realm: string;
  readonly faults: Faults;
  readonly traffic: Traffic;
}

const sessionBody = z.discriminatedUnion('do', [
  z.strictObject({ system: z.enum(['tps', 'qbo']), do: z.literal('expire') }),
  z.strictObject({ system: z.enum(['tps', 'qbo']), do: z.literal('rotateCsrf') }),
  z.strictObject({ system: z.literal('qbo'), do: z.literal('switchCompany'), realm: z.string() }),
  z.strictObject({
    system: z.literal('tps'),
    do: z.literal('switchFirm'),
    firm: z.strictObject({ id: z.int(), name: z.string() }),
  }),
  z.strictObject({ system: z.literal('tps'), do: z.literal('revokeSync') }),
  z.strictObject({ system: z.literal('tps'), do: z.literal('grantSync') }),
]);

/** What tests ask of a sandbox that runs in another process. Not part of either system. */
export function createControl(scene: Scene): Hono {
  const { tps, qbo, faults, traffic, realm } = scene;
  const control = new Hono().basePath('/__control');
  control.onError((error, c) => c.json(refusal(error), 400));
  control.get('/ledgers', (c) =>
    c.json({ tps: tps.books.ledger(), qbo: qbo.company(c.req.query('realm') ?? realm).ledger() }),
  );
  control.get('/requests', (c) => c.json(traffic.read()));
  control.delete('/requests', (c) => {
    traffic.reset();
    return c.json({ ok: true });
  });
  control.get('/faults', (c) => c.json({ faults: faults.list() }));
  control.post('/faults', async (c) => c.json({ id: faults.add(faultSpec.parse(await body(c))) }));
  control.delete('/faults', (c) => {
    faults.clear();
    return c.json({ ok: true });
  });
  control.post('/act', async (c) => {
    const asked = actBody.parse(await body(c));
    return c.json({ ok: true, result: act(asked, tps.books, qbo.company(asked.realm ?? realm)) });
  });
  control.post('/session', async (c) => {
    changeSession(scene, sessionBody.parse(await body(c)));
    return c.json({ ok: true });
  });
  control.get('/switches', (c) => c.json(qbo.switches));
  control.post('/switches', async (c) => {
    const changes = z
      .record(z.string(), z.union([z.string(), z.boolean(), z.number()]))
      .parse(await body(c));
    const unknown = Object.keys(changes).filter((name) => !(name in qbo.switches));
    if (unknown.length > 0) throw new Error(`There is no switch ${unknown.join(', ')}.`);
    Object.assign(qbo.switches, changes);
    return c.json(qbo.switches);
  });
  return control;
}

function changeSession({ tps, qbo }: Scene, asked: z.output<typeof sessionBody>): void {
  if (asked.do === 'expire') (asked.system === 'tps' ? tps : qbo).sessions.expireAll();
  else if (asked.do === 'rotateCsrf') (asked.system === 'tps' ? tps : qbo).sessions.rotateCsrf();
  else if (asked.do === 'switchCompany') qbo.sessions.switchCompany(asked.realm);
  else if (asked.do === 'switchFirm') tps.sessions.switchFirm(asked.firm);
  else if (asked.do === 'revokeSync') tps.sessions.revokeSyncPermission();
  else tps.sessions.grantSyncPermission();
}

function body(c: Context): Promise<unknown> {
  return c.req.json();
}

/** The whole refusal, so that a test fails with the reason in its output. */
function refusal(error: Error) {
  const details = 'body' in error ? error.body : undefined;
  return { ok: false, error: error.message, ...(details === undefined ? {} : { details }) };
}
