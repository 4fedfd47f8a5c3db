import { browser } from 'wxt/browser';
import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import { ask } from '../messages/ask';
import { localeOf } from '../wording/locale';
import { type DocumentWatch, watchDocument } from './document-watch';
import { makeGuestHost } from './guest-host';
import { keepMounted } from './keep-mounted';
import { makeLauncher } from './launcher';
import { makePanelFrame } from './panel-frame';
import { answerWhetherTypedIn } from './typed-in';
import { type Words, wordsIn } from './words';

/** An update of the extension leaves the old guest behind without telling it; so we look. */
const ORPHAN_CHECK_MS = 5_000;

export interface GuestOptions {
  ctx: ContentScriptContext;
  /** Pages that open the panel when one arrives there. */
  opensPanel?: (url: URL) => boolean;
  /** Attributes whose change matters to what else is shown. */
  watchAttributes?: string[];
}

/** What the other inhabitants of our host need. */
export interface Guest {
  root: HTMLElement;
  watch: DocumentWatch;
  /** In the language of now. */
  words(): Words;
  /** Called when the language has become another one. */
  onOtherWords(act: () => void): void;
  /** Ends with the guest. */
  signal: AbortSignal;
}

/** Puts launcher and panel into the page and keeps them there until the context is invalidated. */
export function startGuest({ ctx, opensPanel, watchAttributes }: GuestOptions): Guest {
  const { signal } = ctx;
  answerWhetherTypedIn(signal);
  const speech = followLanguage(ctx);
  const { words } = speech;
  const { host, root } = makeGuestHost();
  const launcher = makeLauncher(words);
  const panel = makePanelFrame(words);
  root.append(panel.dock, launcher.button);

  function setOpen(open: boolean): void {
    if (open) panel.show();
    else panel.hide();
    root.classList.toggle('panel-open', open);
    launcher.setOpen(open);
  }
  const isOpen = () => root.classList.contains('panel-open');

  launcher.button.addEventListener('click', () => {
    setOpen(!isOpen());
    if (isOpen()) panel.focus();
  });
  launcher.button.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !isOpen()) return;
    event.stopPropagation();
    setOpen(false);
  });
  window.addEventListener(
    'message',
    (event) => {
      if (!panel.isCollapse(event)) return;
      setOpen(false);
      launcher.button.focus();
    },
    { signal },
  );
  if (opensPanel) {
    if (opensPanel(new URL(location.href))) setOpen(true);
    ctx.addEventListener(window, 'wxt:locationchange', ({ newUrl, oldUrl }) => {
      if (opensPanel(newUrl) && !opensPanel(oldUrl)) setOpen(true);
    });
  }

  speech.onOtherWords(() => {
    launcher.relabel();
    panel.relabel();
  });

  const watch = watchDocument({ signal, ...(watchAttributes && { attributes: watchAttributes }) });
  keepMounted({ element: host, anchor: () => document.documentElement, watch, signal });
  ctx.setInterval(() => undefined, ORPHAN_CHECK_MS);
  return { root, watch, ...speech, signal };
}

/**
 * The words of the language that is chosen in Settings, or by the firm: asked for at the start, and
 * whenever somebody comes back to this page. Until the worker has answered, the browser's own.
 */
function followLanguage(ctx: ContentScriptContext): Pick<Guest, 'words' | 'onOtherWords'> {
  let locale = localeOf('auto', browser.i18n.getUILanguage());
  const acts: (() => void)[] = [];
  async function look(): Promise<void> {
    // A worker that does not answer now is asked when the page is next looked at.
    const now = await ask('guest.language', {}).catch(() => null);
    if (now === null || now.locale === locale || ctx.isInvalid) return;
    locale = now.locale;
    for (const act of acts) act();
  }
  ctx.addEventListener(window, 'focus', () => void look());
  void look();
  return { words: () => wordsIn(locale), onOtherWords: (act) => void acts.push(act) };
}
