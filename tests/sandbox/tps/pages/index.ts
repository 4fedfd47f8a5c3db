import { randomUUID } from 'node:crypto';
import { type Context, Hono } from 'hono';
import type { ApiScene } from '../api';
import { buildAssets } from './assets';
import { loginPage, shellPage } from './html';

/** The web app: a log-in page, and one shell that the browser's own code fills. */
export function createPages(scene: ApiScene): Hono {
  const pages = new Hono();
  const assets = buildAssets();
  pages.get('/login', (c) => sendPage(c, (nonce) => loginPage(assets, nonce, false)));
  pages.post('/login', async (c) => {
    const { email, password } = await c.req.parseBody();
    const isKnown =
      typeof email === 'string' &&
      typeof password === 'string' &&
      scene.sessions.signIn(c, email, password);
    if (!isKnown) return sendPage(c, (nonce) => loginPage(assets, nonce, true));
    return c.redirect('/clients');
  });
  pages.post('/logout', (c) => {
    scene.sessions.signOut(c);
    return c.redirect('/login');
  });
  pages.get('/assets/:file', (c) => {
    const asset = assets.files.get(c.req.param('file'));
    if (!asset) return c.text('Not found', 404);
    return c.body(asset.text, 200, { 'Content-Type': asset.type, 'Cache-Control': 'no-cache' });
  });
  pages.get('/favicon.ico', (c) => c.body(null, 204));
  pages.get('*', (c) => {
    if (c.req.path.startsWith('/api/')) return c.text('Not found', 404);
    if (!scene.sessions.user(c)) return c.redirect('/login');
    scene.sessions.refreshXsrf(c);
    if (c.req.path === '/') return c.redirect('/clients');
    return sendPage(c, (nonce) => shellPage(assets, nonce, scene.firm().name));
  });
  return pages;
}

/** A page of the app allows its own scripts and styles only, and nothing in frames. */
function sendPage(c: Context, render: (nonce: string) => string): Response {
  const nonce = randomUUID();
  c.header(
    'Content-Security-Policy',
    [
      "default-src 'self'",
      `script-src 'self' 'nonce-${nonce}'`,
      `style-src 'self' 'nonce-${nonce}'`,
      "frame-src 'none'",
      "object-src 'none'",
    ].join('; '),
  );
  c.header('Cache-Control', 'no-store');
  c.header('X-Content-Type-Options', 'nosniff');
  return c.body(render(nonce), 200, { 'Content-Type': 'text/html; charset=utf-8' });
}
