import { cls } from './class-names.js';
import { withRows } from './virtual-rows.js';
import { web } from './web.js';
import { t } from './words.js';

/** Elements whose text is the app's own; in all others it may be somebody's data. */
const OWN_WORDS = new Set(['h1', 'h2', 'th', 'button', 'label', 'dt']);

/** Makes an element. `class` is a name of the style sheet; `on…` are listeners. */
export function h(tag, props, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props ?? {})) {
    if (value === undefined || value === null || value === false) continue;
    if (name === 'class')
      element.className = value
        .split(' ')
        .map((one) => cls[one])
        .join(' ');
    else if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (name === 'value' || name === 'checked') element[name] = value;
    else if (name === 'aria-label' || name === 'placeholder') element.setAttribute(name, t(value));
    else element.setAttribute(name, value === true ? '' : value);
  }
  const own = OWN_WORDS.has(tag);
  for (const child of children.flat()) {
    if (child === null || child === undefined) continue;
    element.append(own && typeof child === 'string' ? t(child) : child);
  }
  return element;
}

/** A table; a column is `{title, cell(row), money?}`. The shape `fields` is one to type into. */
export function table(label, columns, rows, shape = 'table') {
  const align = (column) => (column.money ? 'money' : undefined);
  const makeRow = (row) =>
    h(
      'tr',
      null,
      columns.map((column) => h('td', { class: align(column) }, column.cell(row) ?? '')),
    );
  const body = h('tbody');
  const element = h(
    'table',
    { class: shape === 'fields' ? 'table' : shape, 'aria-label': label },
    h(
      'thead',
      null,
      h(
        'tr',
        null,
        columns.map((column) => h('th', { scope: 'col', class: align(column) }, column.title)),
      ),
    ),
    body,
  );
  // Fields that one types into have to stay.
  if (shape === 'fields') body.append(...rows.map(makeRow));
  else return withRows(element, body, rows.length, (at) => makeRow(rows[at]));
  return element;
}

export function link(href, text) {
  return h('a', { href }, text);
}

/** A labelled input, select or text area. */
export function field(label, control) {
  return h('label', null, label, control);
}

export function select(name, options, chosen) {
  return h(
    'select',
    { name },
    options.map(({ value, text }) =>
      h('option', { value: String(value), selected: String(value) === String(chosen) }, text),
    ),
  );
}

/** `"1049.25"` as `1,049.25`, or as `1 049,25`. */
export function amount(text) {
  const [whole, fraction] = text.split('.');
  if (web.language === 'fr') {
    return `${whole.replace(/\B(?=(\d{3})+$)/g, '\u00a0')},${fraction}`;
  }
  return `${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${fraction}`;
}

export function documentNumber(invoice) {
  return invoice.code === '0' ? invoice.number : `${invoice.code}-${invoice.number}`;
}
