import type { Session } from '../doors/sessions';
import type { WebDoor } from '../doors/web-door';

/** What the page's scripts need to know, the API key among it, as inert JSON in the page. */
function boot(door: WebDoor, session: Session): string {
  const company = door.companies.get(session.realm);
  const companies = [...door.companies.values()].map(({ realm, name }) => ({ realm, name }));
  const text = JSON.stringify({
    apiKey: door.apiKey,
    realm: session.realm,
    companyName: company?.name ?? '',
    country: company?.country ?? 'US',
    companies,
    user: session.account.name,
  });
  return text.replace(/</g, '\\u003c');
}

/** One page for all routes; everything visible is drawn later by its script. */
export function shellPage(door: WebDoor, session: Session, nonce: string): string {
  const base = `/assets/${door.assets.build}`;
  return door.assets.renamed(`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>QuickBooks</title>
<link rel="stylesheet" href="${base}/style.css">
<script nonce="${nonce}" type="application/json" id="qx-boot">${boot(door, session)}</script>
<script nonce="${nonce}" type="module" src="${base}/app.js"></script>
</head><body><div id="qx-root"><div class="qx-loading" role="status">Loading…</div></div></body></html>`);
}
