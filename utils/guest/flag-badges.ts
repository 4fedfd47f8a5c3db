import type { FlagView } from '../views/views';
import { type Box, intersect, placeBadge } from './badge-place';
import { BadgeRooms, boxWithText, isCovered } from './badge-room';
import { element } from './element';
import { makeBadge, tooltipContent } from './flag-badge';
import type { FlagLink } from './flag-links';
import { subjectKey } from './flag-subjects';
import { bySeverity } from './flag-tone';
import type { Guest } from './guest';
import { makeTooltip } from './tooltip';

/** Badges on show at once; a screen holds no more rows than this. */
const BADGES_MAX = 200;

interface Badge {
  button: HTMLButtonElement;
  /** Width with its word, measured once. */
  width: number;
  flags: readonly FlagView[];
}

/**
 * Badges beside links, in a layer of our own over the page: nothing is put into the page's lists,
 * which their framework would trip over.
 */
export class FlagBadges {
  readonly #guest: Guest;
  readonly #signal: AbortSignal;
  readonly #layer = element('div', { class: 'badges' });
  readonly #tooltip;
  #badges = new Map<HTMLAnchorElement, Badge>();
  #links: readonly FlagLink[] = [];
  #flagsOf: (link: FlagLink) => FlagView[] = () => [];
  #frame = 0;

  constructor(guest: Guest, signal: AbortSignal) {
    this.#guest = guest;
    this.#signal = signal;
    this.#tooltip = makeTooltip(signal);
    guest.root.prepend(this.#layer);
    guest.root.append(this.#tooltip.box);
    const moved = () => this.layOutSoon();
    const options = { signal, capture: true, passive: true };
    for (const type of ['scroll', 'resize', 'transitionend', 'animationend', 'load']) {
      window.addEventListener(type, moved, options);
    }
    signal.addEventListener('abort', () => cancelAnimationFrame(this.#frame));
  }

  /** Links that may bear a badge, and what is known of them. */
  show(links: readonly FlagLink[], flagsOf: (link: FlagLink) => FlagView[]): void {
    this.#links = links;
    this.#flagsOf = flagsOf;
    this.layOutSoon();
  }

  /** Puts every badge beside its link again, with the next frame. */
  layOutSoon(): void {
    if (this.#frame !== 0 || this.#signal.aborted) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      this.#layOut();
    });
  }

  #layOut(): void {
    const rooms = new BadgeRooms();
    const kept = new Map<HTMLAnchorElement, Badge>();
    const rows: { key: string; box: Box }[] = [];
    const places: { badge: Badge; left: number; middle: number; compact: boolean }[] = [];
    for (const flagged of this.#links) {
      if (kept.size === BADGES_MAX) break;
      const flags = this.#flagsOf(flagged);
      if (flags.length === 0 || !flagged.link.isConnected) continue;
      const box = flagged.link.getBoundingClientRect();
      const room = rooms.of(flagged.link);
      const seen = room && intersect(box, room);
      if (!room || !seen) continue;
      const key = subjectKey(flagged.subject);
      if (
        rows.some((row) => row.key === key && row.box.top < box.bottom && row.box.bottom > box.top)
      ) {
        continue; // A row links to its document from several cells: one badge says it all.
      }
      if (isCovered(flagged.link, seen, hostOf(this.#layer))) continue;
      const badge = this.#badgeFor(flagged.link, flags);
      const place = placeBadge(boxWithText(flagged.link), room, badge.width);
      if (!place) continue;
      rows.push({ key, box });
      kept.set(flagged.link, badge);
      places.push({ badge, ...place });
    }
    this.#remove(kept);
    for (const { badge, left, middle, compact } of places) {
      badge.button.classList.toggle('compact', compact || badge.flags[0]?.tone === 'ok');
      badge.button.style.transform = `translate(${Math.round(left)}px, ${Math.round(middle)}px) translateY(-50%)`;
    }
  }

  #badgeFor(link: HTMLAnchorElement, found: readonly FlagView[]): Badge {
    const [first, ...rest] = bySeverity(found);
    if (!first) throw new Error('a badge without a flag');
    const known = this.#badges.get(link);
    if (known && JSON.stringify(known.flags) === JSON.stringify([first, ...rest])) return known;
    known?.button.remove();
    const flags = [first, ...rest] as const;
    const button = makeBadge(flags);
    this.#layer.append(button);
    const badge = { button, width: button.getBoundingClientRect().width, flags };
    this.#badges.set(link, badge);
    this.#explain(badge);
    return badge;
  }

  #explain({ button, flags }: Badge): void {
    const tooltip = this.#tooltip;
    const show = () => tooltip.show(button, tooltipContent(flags, this.#guest.words()));
    button.addEventListener('pointerenter', show);
    button.addEventListener('focus', show);
    button.addEventListener('click', show);
    button.addEventListener('blur', () => tooltip.hide());
    button.addEventListener('pointerleave', (event) => {
      const into = event.relatedTarget;
      if (!(into instanceof Node && tooltip.box.contains(into))) tooltip.hide();
    });
  }

  #remove(kept: Map<HTMLAnchorElement, Badge>): void {
    for (const [link, badge] of this.#badges) {
      if (kept.get(link) === badge) continue;
      if (this.#tooltip.isFor(badge.button)) this.#tooltip.hide();
      badge.button.remove();
    }
    this.#badges = kept;
  }
}

function hostOf(layer: Element): Element {
  const root = layer.getRootNode();
  return root instanceof ShadowRoot ? root.host : layer;
}
