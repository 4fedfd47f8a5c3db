import { browser } from 'wxt/browser';
import { SIDES } from '../ledger/side';
import { TRAITS } from '../ledger/traits';

const APIS = SIDES.map((side) => `${TRAITS[side].origin}/api/*`);
/** A page asks many things at once; one look is enough for all of them. */
const LOOK_EVERY_MS = 2_000;

/**
 * Hears that a page of one of the two systems got an answer: its session is alive, so a run that
 * waits for a sign-in may go on. No header and no body is looked at.
 */
export function observeSignIns(onAlive: () => void): void {
  let lookedAt = 0;
  browser.webRequest.onCompleted.addListener(
    ({ tabId, statusCode }) => {
      const now = Date.now();
      if (tabId < 0 || statusCode >= 400 || now - lookedAt < LOOK_EVERY_MS) return;
      lookedAt = now;
      onAlive();
    },
    { urls: APIS },
  );
}
