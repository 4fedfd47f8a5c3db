import { browser } from 'wxt/browser';
import { element } from './element';
import type { Words } from './words';

/** What the panel's page tells the page that frames it. */
const COLLAPSE = { source: 'ledger-bridge', type: 'collapse' };

export interface PanelFrame {
  dock: HTMLElement;
  show(): void;
  hide(): void;
  focus(): void;
  /** Says its name anew, in the language of now. */
  relabel(): void;
  /** Whether this message is our own panel's wish to be collapsed. */
  isCollapse(event: MessageEvent): boolean;
}

/** The docked panel. Its page is loaded when it is shown first, and kept from then on. */
export function makePanelFrame(words: () => Words): PanelFrame {
  const dock = element('section', { class: 'dock', 'aria-label': words().panel, inert: '' });
  const extensionOrigin = `chrome-extension://${browser.runtime.id}`;
  let frame: HTMLIFrameElement | null = null;

  return {
    dock,
    show() {
      if (frame === null) {
        frame = element('iframe', {
          src: browser.runtime.getURL('/panel.html'),
          title: words().panel,
        });
        dock.append(frame);
      }
      dock.inert = false;
    },
    hide() {
      dock.inert = true;
    },
    focus: () => frame?.focus(),
    relabel() {
      dock.setAttribute('aria-label', words().panel);
      if (frame) frame.title = words().panel;
    },
    isCollapse(event) {
      if (frame === null || event.source !== frame.contentWindow) return false;
      if (event.origin !== extensionOrigin) return false;
      const { data } = event;
      return (
        typeof data === 'object' &&
        data !== null &&
        data.source === COLLAPSE.source &&
        data.type === COLLAPSE.type
      );
    },
  };
}
