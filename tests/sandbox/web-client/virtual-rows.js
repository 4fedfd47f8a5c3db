import { web } from './web.js';

/** Shorter lists are drawn whole. */
const ROWS_MIN = 12;
/** More than any row of one line needs, so that all are as high as the spacers take them to be. */
const ROW_PX = 40;
const AROUND = 2;

/**
 * Puts a table into a box that scrolls, with only the rows in the document that are on show. Their
 * nodes are used again for other rows as one scrolls, as frameworks do that key rows by position.
 * Answers with the box, or with the table itself, filled, where the list is short or the page calm.
 */
export function withRows(table, body, count, makeRow) {
  if (!web.virtualLists || count < ROWS_MIN) {
    for (let at = 0; at < count; at += 1) body.append(makeRow(at));
    return table;
  }
  const box = document.createElement('div');
  box.tabIndex = 0;
  box.style.overflow = 'auto';
  box.style.maxHeight = '50vh';
  box.style.overflowAnchor = 'none';
  box.append(table);
  table.setAttribute('aria-rowcount', String(count + 1));
  const [above, below] = [spacer(), spacer()];
  body.replaceChildren(above, below);
  let pool = [];
  let first = 0;
  const rowAt = (at) => sized(makeRow(at), at);
  const draw = () => {
    const shown = Math.ceil(box.clientHeight / ROW_PX) + 2 * AROUND;
    const top = Math.floor(box.scrollTop / ROW_PX) - AROUND;
    first = Math.max(0, Math.min(top, count - shown));
    const last = Math.min(count, first + shown);
    for (const row of pool.splice(last - first)) row.remove();
    for (let at = first; at < last; at += 1) {
      const fresh = rowAt(at);
      const old = pool[at - first];
      if (old) become(old, fresh);
      else {
        below.before(fresh);
        pool.push(fresh);
      }
    }
    above.style.height = `${first * ROW_PX}px`;
    below.style.height = `${(count - last) * ROW_PX}px`;
  };
  const drawAnew = () => {
    if (!box.isConnected) return document.removeEventListener('web-redraw', drawAnew);
    pool = pool.map((old, at) => {
      const fresh = rowAt(first + at);
      old.replaceWith(fresh);
      return fresh;
    });
  };
  box.addEventListener('scroll', draw, { passive: true });
  new ResizeObserver(draw).observe(box);
  document.addEventListener('web-redraw', drawAnew);
  draw();
  return box;
}

function spacer() {
  const row = document.createElement('tr');
  row.setAttribute('aria-hidden', 'true');
  return row;
}

function sized(row, at) {
  row.style.height = `${ROW_PX}px`;
  row.style.whiteSpace = 'nowrap';
  row.setAttribute('aria-rowindex', String(at + 2));
  return row;
}

/** Makes a node equal to a fresh one, in place: attributes and texts change, nodes stay. */
function become(node, fresh) {
  if (node.nodeName !== fresh.nodeName) return node.replaceWith(fresh);
  if (node.nodeType === Node.TEXT_NODE) {
    if (node.data !== fresh.data) node.data = fresh.data;
    return;
  }
  for (const { name } of [...node.attributes]) {
    if (name !== 'style' && !fresh.hasAttribute(name)) node.removeAttribute(name);
  }
  for (const { name, value } of fresh.attributes) {
    if (name !== 'style' && node.getAttribute(name) !== value) node.setAttribute(name, value);
  }
  const [before, after] = [[...node.childNodes], [...fresh.childNodes]];
  for (const extra of before.slice(after.length)) extra.remove();
  for (const [at, child] of after.entries()) {
    if (before[at]) become(before[at], child);
    else node.append(child);
  }
}
