const escaped = (text: string): string => text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);

/** The sign-in form: fields `email` and `password`, posted to itself. */
export function loginPage(nonce: string, message: string, returnTo: string): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>QuickBooks sign in</title>
<style nonce="${nonce}">
body{margin:0;font:15px/1.45 system-ui,sans-serif;background:#f4f5f8;color:#21262a;display:grid;place-items:center;min-height:100vh}
form{background:#fff;border:1px solid #d4d7dc;border-radius:8px;padding:32px;width:320px}
h1{font-size:20px;margin:0 0 4px;color:#108000}
p{margin:0 0 16px;color:#6b6c72}
label{display:block;margin:12px 0 4px;font-size:13px}
input{width:100%;box-sizing:border-box;padding:9px;border:1px solid #8d9096;border-radius:4px;font:inherit}
button{margin-top:20px;width:100%;padding:10px;border:0;border-radius:4px;background:#2ca01c;color:#fff;font:inherit;font-weight:600}
strong{color:#c9002b}
</style></head><body>
<form method="post" action="/login">
<h1>QuickBooks</h1><p>Sandbox stand-in. Sign in to continue.</p>
${message === '' ? '' : `<strong role="alert">${escaped(message)}</strong>`}
<input type="hidden" name="returnTo" value="${escaped(returnTo)}">
<label for="email">Email or user ID</label><input id="email" name="email" type="email" autocomplete="username" required>
<label for="password">Password</label><input id="password" name="password" type="password" autocomplete="current-password" required>
<button type="submit">Sign in</button>
</form></body></html>`;
}
