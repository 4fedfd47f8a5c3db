import css from './guest.css?inline';

/** The one element of ours in the page. */
export const HOST_NAME = 'ledger-bridge-host';

export interface GuestHost {
  host: HTMLElement;
  /** Everything of ours hangs here. */
  root: HTMLElement;
}

/**
 * Makes the host with its shadow root. The sheet is adopted, not inserted: a page's `style-src`
 * does not reach it.
 */
export function makeGuestHost(): GuestHost {
  for (const old of document.querySelectorAll(HOST_NAME)) old.remove();
  const host = document.createElement(HOST_NAME);
  const shadow = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  shadow.adoptedStyleSheets = [sheet];
  const root = document.createElement('div');
  root.className = 'root';
  shadow.append(root);
  return { host, root };
}
