/** How awkward this page is to be; the server has written it into the page's head. */
const CALM = { lateMs: 0, virtualLists: false, wipes: false, language: 'en', hash: false };
const meta = document.querySelector('meta[name="web"]');
export const web = meta ? JSON.parse(meta.content) : CALM;

/** Parts of `lateMs`, in turn, so that one view is not late like the other. */
const PARTS = [0.4, 1, 0.7, 0.2];
let turn = 0;

/** Waits as long as this page is late; not at all on a calm one. */
export function late() {
  if (web.lateMs === 0) return Promise.resolve();
  const part = PARTS[turn % PARTS.length];
  turn += 1;
  return new Promise((resolve) => setTimeout(resolve, web.lateMs * part));
}

/** Where the app is: by the hash where it holds a route, else by the path. */
export function address() {
  const route = location.hash.startsWith('#/')
    ? location.hash.slice(1)
    : location.pathname + location.search;
  const url = new URL(route, location.origin);
  return { path: url.pathname, query: url.searchParams };
}

/** Goes on within the page, by pushState or by the hash, and shows what is there. */
export function go(path, show) {
  if (!web.hash) {
    history.pushState({}, '', path);
    void show();
  } else if (location.hash === `#${path}`) void show();
  else location.hash = path;
}

/** Shows what is there when one goes back and forth, too. */
export function onMove(show) {
  window.addEventListener(web.hash ? 'hashchange' : 'popstate', () => void show());
}
