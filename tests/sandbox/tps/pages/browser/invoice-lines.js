import { field, h, select } from './dom.js';

/** The editable lines of an invoice: rows of fields, and the values they hold. */
export function lineFields(workCodes, taxNames, lines) {
  const rows = [];
  const holder = h('div');
  const options = workCodes.map((one) => ({ value: one.id, text: `${one.code} ${one.name}` }));
  const add = (line) => {
    const row = lineRow(rows.length + 1, options, taxNames, line, workCodes);
    row.remove.addEventListener('click', () => {
      rows.splice(rows.indexOf(row), 1);
      row.element.remove();
    });
    rows.push(row);
    holder.append(row.element);
  };
  for (const line of lines) add(line);
  if (lines.length === 0) add(null);
  const more = h(
    'button',
    { type: 'button', class: 'button', onclick: () => add(null) },
    'Add line',
  );
  return { element: h('div', null, holder, more), values: () => rows.map((row) => row.value()) };
}

function lineRow(position, options, taxNames, line, workCodes) {
  const workCode = select('', options, line?.workCodeId);
  const description = h('input', { value: line?.description ?? '' });
  const amount = h('input', { value: line?.amount ?? '', inputmode: 'decimal', required: true });
  const flags = taxNames.map((_, slot) =>
    h('input', {
      type: 'checkbox',
      checked: line ? line[`tax${slot + 1}`] : workCodes[0]?.[`tax${slot + 1}`],
    }),
  );
  workCode.addEventListener('change', () => {
    const chosen = workCodes.find((one) => String(one.id) === workCode.value);
    for (const [slot, flag] of flags.entries()) flag.checked = chosen?.[`tax${slot + 1}`] ?? false;
  });
  const remove = h('button', { type: 'button', class: 'button' }, `Remove line ${position}`);
  const checks = taxNames
    .map((name, slot) =>
      name === ''
        ? null
        : h('label', { class: 'check' }, flags[slot], `${name} on line ${position}`),
    )
    .filter(Boolean);
  const element = h(
    'div',
    { class: 'fields' },
    field(`Work code ${position}`, workCode),
    field(`Line description ${position}`, description),
    field(`Amount ${position}`, amount),
    h('div', null, checks),
    h('div', null, remove),
  );
  const value = () => ({
    ...(line ? { id: line.id } : {}),
    workCodeId: Number(workCode.value),
    description: description.value,
    amount: amount.value.trim(),
    ...Object.fromEntries(flags.map((flag, slot) => [`tax${slot + 1}`, flag.checked])),
  });
  return { element, remove, value };
}
