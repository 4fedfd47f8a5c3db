import { type Box, intersect } from './badge-place';

/** Ancestors looked at; a page nested deeper than this gets no badge there. */
const DEPTH_MAX = 60;

/** How many ancestors may share the right edge of a block before we stop looking beyond it. */
const FREE_SPACE_UP_MAX = 4;

/** Displays of elements that hold a link without being its cell. */
const FLOWING = /^(inline$|contents$)/;

/** Answers, within one layout pass, where a badge of a link may stand. */
export class BadgeRooms {
  readonly #clips = new Map<Element, Box | null>();
  readonly #viewport: Box = { left: 0, top: 0, right: innerWidth, bottom: innerHeight };

  /** The cell or block that holds the link, as far as it is in view; null when it is not. */
  of(link: Element): Box | null {
    const cell = cellOf(link);
    const clip = cell && this.#clipOf(cell, 0);
    return clip && intersect(roomOf(cell), clip);
  }

  /** What the element's scrolling ancestors, and itself, leave to be seen. */
  #clipOf(node: Element | null, depth: number): Box | null {
    if (node === null) return this.#viewport;
    const known = this.#clips.get(node);
    if (known !== undefined) return known;
    const outer = depth < DEPTH_MAX ? this.#clipOf(node.parentElement, depth + 1) : null;
    const clips = outer !== null && getComputedStyle(node).overflow !== 'visible';
    const isRoot = node === document.documentElement || node === document.body;
    const clip = clips && !isRoot ? intersect(node.getBoundingClientRect(), outer) : outer;
    this.#clips.set(node, clip);
    return clip;
  }
}

function cellOf(link: Element): Element | null {
  let cell = link.parentElement;
  while (cell && FLOWING.test(getComputedStyle(cell).display)) cell = cell.parentElement;
  return cell;
}

/** A table cell ends at its border; another block may be followed by nothing but free space. */
function roomOf(cell: Element): Box {
  const { left, top, right, bottom } = cell.getBoundingClientRect();
  if (getComputedStyle(cell).display === 'table-cell') return { left, top, right, bottom };
  let node = cell;
  for (let up = 0; up < FREE_SPACE_UP_MAX; up++) {
    const next = node.nextElementSibling?.getBoundingClientRect();
    if (next && next.left >= right && next.top < bottom && next.bottom > top) {
      return { left, top, right: next.left, bottom };
    }
    const parent = node.parentElement;
    if (!parent || parent === document.body) break;
    const end = parent.getBoundingClientRect().right;
    if (end > right + 1) return { left, top, right: end, bottom };
    node = parent;
  }
  return { left, top, right, bottom };
}

/** The link together with the text that follows it on its line, such as `(project)`. */
export function boxWithText(link: Element): Box {
  const { left, top, right, bottom } = link.getBoundingClientRect();
  const cell = cellOf(link);
  if (!cell?.lastChild || cell.lastChild === link) return { left, top, right, bottom };
  const rest = document.createRange();
  rest.setStartAfter(link);
  rest.setEndAfter(cell.lastChild);
  const onLine = [...rest.getClientRects()].filter(
    (box) => box.width > 0 && box.left >= right - 1 && box.top < bottom && box.bottom > top,
  );
  return { left, top, right: Math.max(right, ...onLine.map((box) => box.right)), bottom };
}

/** Whether something of the page (a dialog, a sticky header) lies over the link. */
export function isCovered(link: Element, seen: Box, host: Element): boolean {
  const top = document.elementFromPoint((seen.left + seen.right) / 2, (seen.top + seen.bottom) / 2);
  return top !== null && top !== host && !link.contains(top) && !top.contains(link);
}
