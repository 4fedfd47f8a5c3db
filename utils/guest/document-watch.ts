/** One observer of the page for everything that we show in it. */
export interface DocumentWatch {
  /** Called in the same microtask as the change: only for what must not be seen missing. */
  onChange(listener: () => void): void;
  /** Called once per frame at most, after changes. */
  onSettled(listener: () => void): void;
}

export interface DocumentWatchOptions {
  signal: AbortSignal;
  /** Attributes of the page's nodes that matter too; none by default. */
  attributes?: string[];
}

/**
 * Watches the page with a single MutationObserver until the signal aborts. Listeners must be cheap
 * and must not read layout in `onChange`.
 */
export function watchDocument({ signal, attributes }: DocumentWatchOptions): DocumentWatch {
  const changed: (() => void)[] = [];
  const settled: (() => void)[] = [];
  let frame = 0;

  const observer = new MutationObserver(() => {
    for (const listener of changed) listener();
    if (settled.length === 0 || frame !== 0) return;
    frame = requestAnimationFrame(() => {
      frame = 0;
      for (const listener of settled) listener();
    });
  });
  observer.observe(document, {
    childList: true,
    subtree: true,
    ...(attributes ? { attributes: true, attributeFilter: attributes } : {}),
  });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    cancelAnimationFrame(frame);
  });

  return {
    onChange: (listener) => changed.push(listener),
    onSettled: (listener) => settled.push(listener),
  };
}
