import { withRows } from './virtual-rows.js';
import { web } from './web.js';
import { t } from './words.js';

/** Elements whose text is the app's own; in all others it may be somebody's data. */
const OWN_WORDS = new Set(['h1', 'h2', 'th', 'button', 'dt']);

/** Small makers of elements; text is always text, never markup. */
export function el(tag, attributes = {}, children = []) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined) node.setAttribute(name, value);
  }
  for (const child of [children].flat()) {
    node.append(OWN_WORDS.has(tag) && typeof child === 'string' ? t(child) : child);
  }
  return node;
}

export function clear(node) {
  node.replaceChildren();
}

export function link(href, text, className) {
  return el('a', { href, class: className }, text);
}

export function button(text, onClick, className = 'qx-button') {
  const node = el('button', { type: 'button', class: className }, text);
  node.addEventListener('click', onClick);
  return node;
}

export function navigate(path) {
  document.dispatchEvent(new CustomEvent('qbo-navigate', { detail: path }));
}

const money = new Intl.NumberFormat(web.language === 'fr' ? 'fr-CA' : 'en-CA', {
  minimumFractionDigits: 2,
  maximumFractionDigits: 2,
});

/** 1234.5 as $1,234.50, or as 1 234,50 $. */
export function amountText(value) {
  const number = Number(value ?? 0);
  const digits = money.format(Math.abs(number));
  return `${number < 0 ? '-' : ''}${web.language === 'fr' ? `${digits}\u00a0$` : `$${digits}`}`;
}

/** A table; columns are [title, isNumber]; rows are lists of nodes or texts. */
export function table(label, columns, rows) {
  const head = columns.map(([title, isNumber]) =>
    el('th', { scope: 'col', class: isNumber ? 'qx-number' : undefined }, title),
  );
  const rowOf = (cells) =>
    el(
      'tr',
      {},
      cells.map((cell, at) =>
        el(
          'td',
          { class: columns[at][1] ? 'qx-number' : undefined },
          cell instanceof Node ? cell.cloneNode(true) : cell,
        ),
      ),
    );
  const body = el('tbody');
  const made = el('table', { class: 'qx-table', 'aria-label': t(label) }, [
    el('thead', {}, [el('tr', {}, head)]),
    body,
  ]);
  if (rows.length === 0) {
    const nothing = el('td', { colspan: String(columns.length) }, t('Nothing to show.'));
    body.append(el('tr', {}, [nothing]));
    return made;
  }
  return withRows(made, body, rows.length, (at) => rowOf(rows[at]));
}

/** A labelled input, select or textarea. */
export function field(label, control) {
  return el('label', { class: 'qx-field' }, [el('span', {}, t(label)), control]);
}
