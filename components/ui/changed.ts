/**
 * Hears that the worker has something new. One listener for the whole page, however many views
 * listen: with two, replies to other messages arrive as null.
 */
import { browser } from 'wxt/browser';

const hearers = new Set<() => void>();
let listening = false;

function isChanged(message: unknown): boolean {
  return (
    typeof message === 'object' &&
    message !== null &&
    'name' in message &&
    message.name === 'changed'
  );
}

/** Answers nothing, so that a message for somebody else keeps its reply. */
function hear(message: unknown): undefined {
  if (isChanged(message)) for (const hearer of hearers) hearer();
  return undefined;
}

/** Calls `hearer` at each change until the returned function is called. */
export function onChanged(hearer: () => void): () => void {
  if (!listening) {
    browser.runtime.onMessage.addListener(hear);
    listening = true;
  }
  hearers.add(hearer);
  return () => hearers.delete(hearer);
}
