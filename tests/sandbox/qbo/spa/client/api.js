/** Calls to the company's own API, with the key that came with the page. */
export const boot = JSON.parse(document.getElementById('qx-boot').textContent);

function cookie(name) {
  const found = document.cookie.split('; ').find((one) => one.startsWith(`${name}=`));
  return found === undefined ? '' : found.slice(name.length + 1);
}

const ATTEMPTS_MAX = 8;

async function call(path, init = {}, attempt = 1) {
  const response = await fetch(`/api/v3/company/${boot.realm}/${path}`, {
    ...init,
    credentials: 'same-origin',
    headers: {
      Accept: 'application/json',
      Authorization: `Intuit_APIKey intuit_apikey=${boot.apiKey}, intuit_apikey_version=1.0`,
      'intuit-company-id': boot.realm,
      ...(init.headers ?? {}),
    },
  });
  if (response.status === 429 && attempt < ATTEMPTS_MAX) {
    await new Promise((resolve) => setTimeout(resolve, 1000));
    return call(path, init, attempt + 1);
  }
  if (response.status === 401) {
    location.assign(`/login?returnTo=${encodeURIComponent(location.pathname + location.search)}`);
    throw new Error('Your session has ended.');
  }
  const body = await response.json();
  if (!response.ok) {
    const error = body.Fault?.Error[0] ?? body.fault?.error[0] ?? {};
    throw new Error(error.Detail ?? error.detail ?? error.Message ?? 'Something went wrong.');
  }
  return body;
}

/** Rows of one entity. */
export async function query(entity, rest = '') {
  const text = `select * from ${entity} ${rest}`.trim();
  const body = await call(`query?query=${encodeURIComponent(text)}&minorversion=75`);
  return body.QueryResponse[entity] ?? [];
}

export async function read(entity, id) {
  const body = await call(`${entity.toLowerCase()}/${id}?minorversion=75`);
  return body[entity];
}

export async function save(entity, object) {
  const body = await call(`${entity.toLowerCase()}?minorversion=75`, {
    method: 'POST',
    body: JSON.stringify(object),
    headers: { 'Content-Type': 'application/json', csrftoken: cookie('qbo.csrftoken') },
  });
  return body[entity];
}

export async function switchCompany(realm) {
  await fetch('/app/switchcompany', {
    method: 'POST',
    body: new URLSearchParams({ realm }),
    headers: { csrftoken: cookie('qbo.csrftoken') },
  });
  location.assign('/app/homepage');
}

export function signOut() {
  location.assign('/app/logout');
}
