import { element } from './element';

const GAP = 8;
/** Distance that the tooltip keeps from the edges of the window. */
const MARGIN = 8;

export interface Tooltip {
  box: HTMLElement;
  show(beside: Element, content: readonly Node[]): void;
  hide(): void;
  isFor(beside: Element): boolean;
}

/** The one tooltip of our layer: stays while pointed at, goes with Escape (WCAG 1.4.13). */
export function makeTooltip(signal: AbortSignal): Tooltip {
  const box = element('div', { class: 'tooltip', role: 'tooltip', id: 'flag-tooltip', hidden: '' });
  let owner: Element | null = null;

  function hide(): void {
    owner?.removeAttribute('aria-describedby');
    owner = null;
    box.hidden = true;
  }
  document.addEventListener(
    'keydown',
    (event) => {
      if (event.key === 'Escape') hide();
    },
    { signal, capture: true },
  );
  box.addEventListener('pointerleave', hide);

  return {
    box,
    hide,
    isFor: (beside) => owner === beside,
    show(beside, content) {
      if (owner !== beside) hide();
      owner = beside;
      beside.setAttribute('aria-describedby', box.id);
      box.replaceChildren(...content);
      box.hidden = false;
      const at = beside.getBoundingClientRect();
      const { width, height } = box.getBoundingClientRect();
      const below = at.bottom + GAP + height <= innerHeight - MARGIN;
      const left = Math.min(at.left, innerWidth - width - MARGIN);
      box.style.left = `${Math.max(MARGIN, left)}px`;
      box.style.top = `${below ? at.bottom + GAP : Math.max(MARGIN, at.top - GAP - height)}px`;
    },
  };
}
