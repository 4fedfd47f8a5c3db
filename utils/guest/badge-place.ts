/** Where badges stand: arithmetic on rectangles of the viewport, without the page. */

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export interface BadgePlace {
  left: number;
  /** Middle of the badge. */
  middle: number;
  /** Only the icon: there is no room for the word. */
  compact: boolean;
}

/** Space between a link and its badge. */
const GAP = 6;
/** Width of a badge that is only its icon. */
export const COMPACT_WIDTH = 20;
/** How far a badge may reach into the padding of the next cell, so as not to cover its own link. */
const REACH = 8;

/** What two boxes share, or null. */
export function intersect(a: Box, b: Box): Box | null {
  const left = Math.max(a.left, b.left);
  const top = Math.max(a.top, b.top);
  const right = Math.min(a.right, b.right);
  const bottom = Math.min(a.bottom, b.bottom);
  return left < right && top < bottom ? { left, top, right, bottom } : null;
}

/**
 * Places a badge of `width` beside a link. `room` is where it may stand (the link's cell, as far as
 * it is in view). Right of the link with its word where there is room; else the icon alone, right,
 * left, or over the end of the room. Null when the link is out of view, or cut off so far that the
 * badge would stand beside nothing.
 */
export function placeBadge(link: Box, room: Box, width: number): BadgePlace | null {
  const seen = intersect(link, room);
  if (seen === null) return null;
  const middle = (link.top + link.bottom) / 2;
  if (middle < room.top || middle > room.bottom) return null;
  const freeRight = room.right - seen.right - GAP;
  const freeLeft = seen.left - room.left - GAP;
  if (freeRight >= width) return { left: seen.right + GAP, middle, compact: false };
  if (freeRight >= COMPACT_WIDTH) return { left: seen.right + GAP, middle, compact: true };
  if (freeLeft >= COMPACT_WIDTH) {
    return { left: seen.left - GAP - COMPACT_WIDTH, middle, compact: true };
  }
  return { left: Math.max(room.left, room.right - COMPACT_WIDTH + REACH), middle, compact: true };
}
