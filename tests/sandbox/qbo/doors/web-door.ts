import { type Context, Hono } from 'hono';
import type { QboCompany } from '../company';
import type { GatewayFault } from '../envelopes';
import type { SpaAssets } from '../spa/assets';
import { shellPage } from '../spa/shell';
import type { QboSwitches } from '../switches';
import { ACCOUNTS } from './accounts';
import { cookieRemovals, cookiesOf, cookieUpdates, TICKET } from './cookies';
import { loginPage } from './login-page';
import { refusal } from './respond';
import type { Secrets, Session, Sessions } from './sessions';
import type { V3Service } from './v3';
import { webApiFault } from './web-api';

export interface WebDoor {
  readonly companies: ReadonlyMap<string, QboCompany>;
  readonly service: V3Service;
  readonly sessions: Sessions;
  readonly secrets: Secrets;
  readonly switches: QboSwitches;
  readonly apiKey: string;
  readonly assets: SpaAssets;
  nowMs(): number;
}

function securityHeaders(nonce: string): Record<string, string> {
  return {
    'Content-Security-Policy': `default-src 'self'; script-src 'self' 'nonce-${nonce}'; style-src 'self' 'nonce-${nonce}'; img-src 'self' data:; frame-src 'none'; frame-ancestors 'none'; object-src 'none'; base-uri 'none'; form-action 'self'`,
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
  };
}

/** Only paths of this host, so that the form cannot send people elsewhere. */
const localPath = (text: string): string => (/^\/app\/[^\\]*$/.test(text) ? text : '/app/homepage');

function addCookies(response: Response, cookies: readonly string[]): Response {
  for (const cookie of cookies) response.headers.append('Set-Cookie', cookie);
  return response;
}

/** https://qbo.intuit.com: sign-in, pages, assets and the API behind cookie and key. */
export function webDoor(door: WebDoor): Hono {
  const app = new Hono();
  const sessionOf = (c: Context): Session | undefined => {
    const ticket = cookiesOf(c.req.header('cookie')).get(TICKET);
    return door.sessions.find(ticket, door.nowMs(), door.switches.idleSignOut);
  };
  const showLogin = (c: Context, message: string, returnTo: string): Response => {
    const nonce = door.secrets.next(24);
    return c.html(
      loginPage(nonce, message, returnTo),
      message === '' ? 200 : 401,
      securityHeaders(nonce),
    );
  };
  const signIn = async (c: Context): Promise<Response> => {
    const form = await c.req.parseBody();
    const text = (key: string): string => {
      const value = form[key];
      return typeof value === 'string' ? value : '';
    };
    const account = ACCOUNTS.find((one) => one.email === text('email').trim().toLowerCase());
    if (!account || account.password !== text('password')) {
      return showLogin(c, 'The email or the password is not right.', text('returnTo'));
    }
    const session = door.sessions.start(account, door.nowMs());
    const response = c.redirect(localPath(text('returnTo')), 302);
    return addCookies(response, cookieUpdates(session, new Map()));
  };
  const signOut = (c: Context): Response => {
    const session = sessionOf(c);
    if (session) door.sessions.end(session);
    return addCookies(c.redirect('/login', 302), cookieRemovals);
  };
  for (const path of ['/login', '/app/login']) {
    app.get(path, (c) => showLogin(c, '', c.req.query('returnTo') ?? ''));
    app.post(path, signIn);
  }
  app.get('/app/logout', signOut);
  app.post('/app/logout', signOut);
  app.post('/app/switchcompany', async (c) => {
    const session = sessionOf(c);
    const form = await c.req.parseBody();
    const { realm } = form;
    if (!session || c.req.header('csrftoken') !== session.csrfToken)
      return c.text('Forbidden', 403);
    if (typeof realm !== 'string' || !door.companies.has(realm)) return c.text('Not found', 404);
    session.realm = realm;
    return addCookies(c.body(null, 204), cookieUpdates(session, cookiesOf(c.req.header('cookie'))));
  });
  app.all('/api/v3/company/:realm/*', (c) => apiCall(door, c, sessionOf(c)));
  app.get('/assets/*', (c) => door.assets.answer(c.req.path) ?? c.notFound());
  app.get('/download/:realm/:id', (c) => {
    const file = door.service.files.get(`${c.req.param('realm')}/${c.req.param('id')}`);
    if (!file || !sessionOf(c)) return c.notFound();
    return new Response(file.bytes, { headers: { 'Content-Type': file.type } });
  });
  app.get('/favicon.ico', (c) => c.body(null, 204));
  app.get('/', (c) => c.redirect('/app/homepage', 302));
  const page = (c: Context): Response => {
    const session = sessionOf(c);
    if (!session) {
      const { pathname, search } = new URL(c.req.url);
      return c.redirect(`/login?returnTo=${encodeURIComponent(pathname + search)}`, 302);
    }
    const nonce = door.secrets.next(24);
    const response = c.html(shellPage(door, session, nonce), 200, securityHeaders(nonce));
    return addCookies(response, cookieUpdates(session, cookiesOf(c.req.header('cookie'))));
  };
  app.get('/app', page);
  app.get('/app/*', page);
  return app;
}

/** Nobody here knows the body that this host sends with a 401 or a 403. */
function webRefusal({ switches, nowMs }: WebDoor, fault: GatewayFault): Response {
  const { status } = fault;
  const text = (type: string, body: string) =>
    new Response(body, { status, headers: { 'Content-Type': type, 'Cache-Control': 'no-store' } });
  switch (switches.webRefusalBody) {
    case 'json':
      return refusal(fault, nowMs());
    case 'html':
      return text('text/html', `<html><body><h1>${status}</h1>Please sign in.</body></html>`);
    case 'text':
      return text('text/plain', `${status} Unauthorized`);
    case 'empty':
      return text('text/plain', '');
  }
}

async function apiCall(door: WebDoor, c: Context, session: Session | undefined): Promise<Response> {
  const realm = c.req.param('realm') ?? '';
  const company = door.companies.get(realm);
  const fault = webApiFault(c.req.raw, session, realm, company, door.apiKey, door.switches);
  const response =
    fault || !company || !session
      ? webRefusal(
          door,
          fault ?? { status: 401, code: '3200', message: '', detail: '', type: 'AUTHENTICATION' },
        )
      : await door.service.answer(company, c.req.raw, c.req.path.slice('/api'.length), {
          user: session.account.name,
          app: 'web',
        });
  const cookies = session ? cookieUpdates(session, cookiesOf(c.req.header('cookie'))) : [];
  return addCookies(response, cookies);
}
