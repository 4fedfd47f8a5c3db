import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { act, actBody } from './act';
import type { Clock } from './clock';
import { type Faults, faultSpec } from './faults';
import { pullLever, sessionLever } from './levers';
import type { QboStandIn } from './qbo';
import type { TpsStandIn } from './tps';
import type { Traffic } from './traffic';
import { type WebOptions, webChange } from './web';

interface Scene {
  readonly tps: TpsStandIn;
  readonly qbo: QboStandIn;
  readonly realm: string;
  readonly faults: Faults;
  readonly traffic: Traffic;
  readonly clock: Clock;
  readonly web: WebOptions;
}

/** What tests ask of a sandbox that runs in another process. Not part of either system. */
export function createControl(scene: Scene): Hono {
  const { tps, qbo, faults, traffic, realm, clock, web } = scene;
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
  control.get('/faults', (c) => c.json({ faults: faults.list(), problems: faults.problems }));
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
    pullLever(sessionLever.parse(await body(c)), tps, qbo);
    return c.json({ ok: true });
  });
  control.get('/clock', (c) => c.json({ now: clock.now().toISOString() }));
  control.get('/web', (c) => c.json(web));
  control.post('/web', async (c) => {
    Object.assign(web, webChange.parse(await body(c)));
    return c.json(web);
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

function body(c: Context): Promise<unknown> {
  return c.req.json();
}

/** The whole refusal, so that a test fails with the reason in its output. */
function refusal(error: Error) {
  const details = 'body' in error ? error.body : undefined;
  return { ok: false, error: error.message, ...(details === undefined ? {} : { details }) };
}
