/** Small makers of elements; text is always text, never markup. */
export function el(tag, attributes = {}, children = []) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined) node.setAttribute(name, value);
  }
  node.append(...(Array.isArray(children) ? children : [children]));
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

const money = new Intl.NumberFormat('en-CA', {
  minimumFractionDigits: 2,
  maximumFractionDigits: 2,
});

/** 1234.5 as $1,234.50. */
export function amountText(value) {
  const number = Number(value ?? 0);
  return `${number < 0 ? '-' : ''}$${money.format(Math.abs(number))}`;
}

/** A table; columns are [title, isNumber]; rows are lists of nodes or texts. */
export function table(label, columns, rows) {
  const head = columns.map(([title, isNumber]) =>
    el('th', { scope: 'col', class: isNumber ? 'qx-number' : undefined }, title),
  );
  const body = rows.map((cells) =>
    el(
      'tr',
      {},
      cells.map((cell, at) => el('td', { class: columns[at][1] ? 'qx-number' : undefined }, cell)),
    ),
  );
  if (rows.length === 0) {
    body.push(el('tr', {}, [el('td', { colspan: String(columns.length) }, 'Nothing to show.')]));
  }
  return el('table', { class: 'qx-table', 'aria-label': label }, [
    el('thead', {}, [el('tr', {}, head)]),
    el('tbody', {}, body),
  ]);
}

/** A labelled input, select or textarea. */
export function field(label, control) {
  return el('label', { class: 'qx-field' }, [el('span', {}, label), control]);
}
