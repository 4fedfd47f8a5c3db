import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { handleWith } from '../utils/messages/handle';
import { routeMessage } from '../utils/messages/router';
import { observeQboSession } from '../utils/qbo/observe-session';
import { announcer } from '../utils/worker/announce';
import { type BrowserDesk, browserDesk } from '../utils/worker/browser-desk';
import { handlersOf } from '../utils/worker/handlers';
import { localeNow } from '../utils/worker/locale';
import { observeSignIns } from '../utils/worker/observe-sign-ins';
import { inWords, refusalOf } from '../utils/worker/refusal';
import { reinjectGuests } from '../utils/worker/reinject-guests';
import { learnSentences } from '../utils/worker/sentences';

/** Wakes a worker that was ended in the middle of a run. */
const WAKE_ALARM = 'wake';
const WAKE_MINUTES = 0.5;

export default defineBackground(() => {
  // Every listener is registered in the first turn, or Chrome does not wake us for it.
  let desk: BrowserDesk | null = null;
  const changed = announcer(() => desk);
  desk = browserDesk(changed);
  const handle = handleWith(handlersOf(desk));
  const open = desk;
  // Where they cannot be loaded, what has to be done is done all the same.
  const learned = () => learnSentences().catch(() => undefined);
  void learned();

  browser.runtime.onMessage.addListener((message, sender) => {
    open.kick();
    return routeMessage(message, sender, {
      extensionId: browser.runtime.id,
      extensionOrigin: new URL(browser.runtime.getURL('/')).origin,
      refusalOf: async (error) => inWords(refusalOf(error), await localeNow(open)),
      async handle(name, request) {
        await learned();
        return handle(name, request);
      },
    });
  });
  observeQboSession(
    () => {
      open.sessionMoved();
      changed();
    },
    () => open.pageSent(),
  );
  observeSignIns(() => open.sessionMoved());
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === WAKE_ALARM) open.sessionMoved();
  });
  browser.runtime.onStartup.addListener(() => open.kick());
  browser.runtime.onInstalled.addListener(() => void reinjectGuests());
  void browser.alarms.create(WAKE_ALARM, { periodInMinutes: WAKE_MINUTES });
  open.started();
});
