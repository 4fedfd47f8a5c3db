import type { DocumentWatch } from './document-watch';
import { Fights } from './fights';

export interface KeepMountedOptions {
  element: Element;
  /** Where the element belongs now; null while the page has no such place. */
  anchor: () => Element | null;
  watch: DocumentWatch;
  signal: AbortSignal;
}

/**
 * Keeps our element the child of the anchor, whatever the page does: its children wiped, the
 * anchor swapped in the same batch, removed, or back later. WXT's own `autoMount` loses the UI in
 * these cases. Gives up when the page insists (see Fights).
 */
export function keepMounted({ element, anchor, watch, signal }: KeepMountedOptions): void {
  const fights = new Fights();
  let mountedOnce = false;

  function mount(): void {
    if (signal.aborted) return;
    const place = anchor();
    if (place === null || (element.isConnected && element.parentElement === place)) return;
    if (mountedOnce && !fights.mayFight(performance.now())) return;
    place.append(element);
    mountedOnce = true;
  }

  watch.onChange(mount);
  signal.addEventListener('abort', () => element.remove());
  mount();
}
