import type { AssetSet } from './assets';

/** The two HTML documents of the app. */
export function loginPage(assets: AssetSet, nonce: string, isWrong: boolean): string {
  const cls = assets.className;
  const wrong = isWrong
    ? `<p role="alert" class="${cls('alert')}">The e-mail or the password is wrong.</p>`
    : '';
  return htmlDocument(
    nonce,
    'Sign in',
    '',
    `<main class="${cls('login')}">
      <h1>TPS Cloud Axis</h1>
      <p>Sign in to your firm.</p>
      ${wrong}
      <form method="post" action="/login" class="${cls('form')}">
        <label>E-mail <input name="email" type="email" autocomplete="username" required></label>
        <label>Password
          <input name="password" type="password" autocomplete="current-password" required></label>
        <button type="submit" class="${cls('primary')}">Sign in</button>
      </form>
    </main>`,
  );
}

export function shellPage(assets: AssetSet, nonce: string, firmName: string): string {
  const script = `<script type="module" src="/assets/main.js" nonce="${nonce}"></script>`;
  const cls = assets.className;
  return htmlDocument(
    nonce,
    'TPS Cloud Axis',
    script,
    `<div id="app" class="${cls('app')}" data-firm="${escapeHtml(firmName)}"></div>`,
  );
}

function htmlDocument(nonce: string, title: string, head: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<link rel="stylesheet" href="/assets/app.css" nonce="${nonce}">
${head}
</head>
<body>${body}</body>
</html>
`;
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
