import { browser } from 'wxt/browser';

/**
 * Hears that somebody signed in to TPS: its page asked for something and got it. No header is
 * read; the cookie alone is the session.
 */
export function observeTpsSession(onSignIn: () => void): void {
  let last = 0;
  browser.webRequest.onCompleted.addListener(
    ({ tabId, statusCode }) => {
      if (tabId < 0) return;
      const signedIn = statusCode < 400 ? 1 : statusCode === 401 ? -1 : 0;
      if (signedIn === 0 || signedIn === last) return;
      last = signedIn;
      onSignIn();
    },
    { urls: ['https://app.tpssoftware.com/api/*'] },
  );
}
