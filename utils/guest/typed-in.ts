/** Remembers whether a person has typed in the page, and tells the worker, which asks before it navigates. */
import { browser } from 'wxt/browser';
import { WAS_TYPED_IN } from '../messages/typed-in';

/** The one `onMessage` listener of a guest. */
export function answerWhetherTypedIn(signal: AbortSignal): void {
  let typed = false;
  // On the window, before the page's own listeners can stop the event.
  window.addEventListener(
    'input',
    ({ isTrusted }) => {
      typed ||= isTrusted;
    },
    { signal, capture: true, passive: true },
  );
  const answer = (message: unknown): Promise<boolean> | undefined =>
    isQuestion(message) ? Promise.resolve(typed) : undefined;
  browser.runtime.onMessage.addListener(answer);
  signal.addEventListener('abort', () => browser.runtime.onMessage.removeListener(answer));
}

function isQuestion(message: unknown): boolean {
  return (
    typeof message === 'object' &&
    message !== null &&
    'name' in message &&
    message.name === WAS_TYPED_IN
  );
}
