import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import { ask } from '../messages/ask';
import { FlagBadges } from './flag-badges';
import { FlagCache } from './flag-cache';
import { findFlagLinks } from './flag-links';
import { FlagStrip } from './flag-strip';
import { subjectKey, subjectOf } from './flag-subjects';
import type { Guest } from './guest';
import { currentRealm } from './realm';

/** Shows, while one works in QuickBooks, what on this page would hurt the sync. */
export function startFlags(ctx: ContentScriptContext, guest: Guest): void {
  const { signal } = ctx;
  let page = subjectOf(new URL(location.href));
  let realm = currentRealm();

  const cache = new FlagCache({
    ask: (subjects) => ask('flags.get', { realm, subjects }),
    onAnswer: draw,
    signal,
  });
  const badges = new FlagBadges(guest, signal);
  const strip = new FlagStrip(guest, askAgain);

  function draw(): void {
    if (ctx.isInvalid) return;
    strip.show(page ? cache.flagsOf(page) : []);
    const own = page && subjectKey(page);
    const links = findFlagLinks().filter(({ subject }) => subjectKey(subject) !== own);
    badges.show(links, ({ subject }) => cache.flagsOf(subject));
    cache.want([...(page ? [page] : []), ...links.map(({ subject }) => subject)]);
  }

  function askAgain(): void {
    const now = currentRealm();
    if (now !== realm) cache.clear();
    realm = now;
    cache.expire();
    draw();
  }

  ctx.addEventListener(window, 'wxt:locationchange', ({ newUrl }) => {
    page = subjectOf(newUrl);
    strip.forgetDismissal();
    askAgain();
  });
  ctx.addEventListener(window, 'focus', askAgain);
  guest.onOtherWords(() => {
    strip.redraw();
    askAgain();
  });
  guest.watch.onSettled(draw);
  draw();
}
