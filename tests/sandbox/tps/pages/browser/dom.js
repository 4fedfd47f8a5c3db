import { cls } from './class-names.js';

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
    else element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return element;
}

/** A table; a column is `{title, cell(row), money?}`. */
export function table(label, columns, rows, shape = 'table') {
  const align = (column) => (column.money ? 'money' : undefined);
  return h(
    'table',
    { class: shape, 'aria-label': label },
    h(
      'thead',
      null,
      h(
        'tr',
        null,
        columns.map((column) => h('th', { scope: 'col', class: align(column) }, column.title)),
      ),
    ),
    h(
      'tbody',
      null,
      rows.map((row) =>
        h(
          'tr',
          null,
          columns.map((column) => h('td', { class: align(column) }, column.cell(row) ?? '')),
        ),
      ),
    ),
  );
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

/** `"1049.25"` as `1,049.25`. */
export function amount(text) {
  const [whole, fraction] = text.split('.');
  return `${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${fraction}`;
}

export function documentNumber(invoice) {
  return invoice.code === '0' ? invoice.number : `${invoice.code}-${invoice.number}`;
}
