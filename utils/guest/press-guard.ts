/** Longer than a press that was on its way when its button went; shorter than one that is meant. */
const GUARD_MS = 500;

/**
 * Gives what closes the buttons of a box for a moment. It is called whenever others have taken their
 * place: a press that comes down then was meant for what stood there before.
 */
export function pressGuard(box: HTMLElement, signal: AbortSignal): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const isClosed = () => box.getAttribute('aria-disabled') === 'true';
  box.addEventListener(
    'click',
    (event) => {
      if (!isClosed()) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    },
    { capture: true, signal },
  );
  return () => {
    box.setAttribute('aria-disabled', 'true');
    clearTimeout(timer);
    timer = setTimeout(() => box.removeAttribute('aria-disabled'), GUARD_MS);
  };
}
