/** A refusal of the server, with its problem JSON. */
export class Refusal extends Error {
  constructor(problem) {
    super(problem.detail ?? problem.title ?? 'The request failed.');
    this.problem = problem;
  }
}

function xsrfToken() {
  const pair = document.cookie.split('; ').find((one) => one.startsWith('XSRF-TOKEN='));
  return pair ? decodeURIComponent(pair.slice('XSRF-TOKEN='.length)) : '';
}

/** Calls `/api/v1`; goes to the log-in page when the session has ended. */
export async function call(method, path, { body, version } = {}) {
  const headers = { Accept: 'application/json' };
  if (method !== 'GET') headers['X-XSRF-TOKEN'] = xsrfToken();
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  if (version !== undefined) headers['If-Match'] = version;
  const response = await fetch(`/api/v1${path}`, {
    method,
    headers,
    credentials: 'same-origin',
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (response.status === 401) {
    location.assign('/login');
    throw new Refusal({ detail: 'You are signed out.' });
  }
  if (response.status === 204) return null;
  const answer = await response.json().catch(() => ({ detail: 'The answer is not JSON.' }));
  if (!response.ok) throw new Refusal(answer);
  return answer;
}

const PAGE_SIZE = 500;
const PAGES_MAX = 200;

/** All rows of a list. */
export async function all(path, filter = '') {
  const rows = [];
  for (let page = 1; page <= PAGES_MAX; page += 1) {
    const answer = await call('GET', `${path}?page=${page}&pageSize=${PAGE_SIZE}${filter}`);
    rows.push(...answer.items);
    if (rows.length >= answer.total || answer.items.length === 0) break;
  }
  return rows;
}
