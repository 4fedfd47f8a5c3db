import { Hono } from 'hono';
import { z } from 'zod';

/** How awkward the pages of both stand-ins are. A page takes what holds when it is loaded. */
export interface WebOptions {
  /** Whatever a page draws comes up to so much later, and in two goes. */
  lateMs: number;
  /** Rows outside the viewport of a list are not in the document; nodes of rows are used again. */
  virtualLists: boolean;
  /** Now and then the app draws itself anew, and throws out nodes that are not its own. */
  wipes: boolean;
  language: 'en' | 'fr';
  /** The app goes on within the page by the hash (`#/clients/12`) instead of pushState. */
  hash: boolean;
}

export const webChange = z
  .strictObject({
    lateMs: z.int().min(0).max(60_000),
    virtualLists: z.boolean(),
    wipes: z.boolean(),
    language: z.enum(['en', 'fr']),
    hash: z.boolean(),
  })
  .partial();

const CALM: WebOptions = {
  lateMs: 0,
  virtualLists: false,
  wipes: false,
  language: 'en',
  hash: false,
};

export function webOptions(change: Partial<WebOptions> = {}): WebOptions {
  return Object.assign({ ...CALM }, webChange.parse(change));
}

/** English texts of the log-in pages, which have no script of their own, in French. */
const LOGIN_WORDS: readonly (readonly [string, string])[] = [
  ['>QuickBooks sign in<', '>Connexion à QuickBooks<'],
  ['>Email or user ID<', '>Adresse courriel ou ID utilisateur<'],
  ['>E-mail <', '>Courriel <'],
  ['>Password', '>Mot de passe'],
  ['>Sign in<', '>Se connecter<'],
  ['>Sign in to your firm.<', '>Connectez-vous à votre cabinet.<'],
  ['Sign in to continue.', 'Connectez-vous pour continuer.'],
  ['The e-mail or the password is wrong.', 'Le courriel ou le mot de passe est inexact.'],
  ['The email or the password is not right.', 'Le courriel ou le mot de passe est inexact.'],
  ['>Loading…<', '>Chargement…<'],
];

/** A site whose pages carry the options in a `<meta name="web">`, in their language. */
export function dressed(site: Hono, web: WebOptions): Hono {
  const outside = new Hono();
  outside.all('*', async (c) => {
    const response = await site.fetch(c.req.raw, c.env);
    const type = response.headers.get('content-type') ?? '';
    if (!type.startsWith('text/html') || c.req.path.startsWith('/api/')) return response;
    const headers = new Headers(response.headers);
    headers.delete('content-length');
    const { status } = response;
    return new Response(dress(await response.text(), web), { status, headers });
  });
  return outside;
}

function dress(page: string, web: WebOptions): string {
  const content = JSON.stringify(web).replaceAll('"', '&quot;');
  let text = page.replace('</head>', () => `<meta name="web" content="${content}"></head>`);
  if (web.language === 'en') return text;
  for (const [english, french] of LOGIN_WORDS) text = text.replaceAll(english, french);
  return text.replace('<html lang="en">', '<html lang="fr">');
}
