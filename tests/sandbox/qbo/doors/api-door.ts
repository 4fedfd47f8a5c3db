import { Hono } from 'hono';
import type { QboCompany } from '../company';
import { applicationNotAuthorized, notAuthenticated } from '../envelopes';
import { refusal } from './respond';
import type { V3Service } from './v3';

/** https://quickbooks.api.intuit.com: OAuth 2. Any Bearer is good, but the one named "expired". */
export function apiDoor(
  companies: ReadonlyMap<string, QboCompany>,
  service: V3Service,
  nowMs: () => number,
): Hono {
  const app = new Hono();
  app.all('/v3/company/:realm/*', (c) => {
    const token = /^Bearer\s+(\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1];
    if (token === undefined || token === 'expired') {
      return refusal(notAuthenticated(`Token expired: ${token ?? ''}`), nowMs(), {
        'WWW-Authenticate': 'Bearer realm="Intuit", error="invalid_token"',
      });
    }
    const company = companies.get(c.req.param('realm'));
    if (!company) return refusal(applicationNotAuthorized(), nowMs());
    return service.answer(company, c.req.raw, c.req.path, {
      user: 'Connected App',
      app: token,
    });
  });
  app.get('/download/:realm/:id', (c) => {
    const file = service.files.get(`${c.req.param('realm')}/${c.req.param('id')}`);
    if (!file) return c.notFound();
    return new Response(file.bytes, { headers: { 'Content-Type': file.type } });
  });
  return app;
}
