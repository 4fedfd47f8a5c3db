import { all, call } from './api.js';
import { amount, documentNumber, field, h, select, table } from './dom.js';
import { lineFields } from './invoice-lines.js';
import { t } from './words.js';

/** One invoice: seen and edited in the same form, or a new one. */
export async function invoiceFormPage(app, id) {
  const isNew = id === 'new';
  const [clients, workCodes, invoice] = await Promise.all([
    all('/clients'),
    all('/work-codes'),
    isNew ? null : call('GET', `/invoices/${id}`),
  ]);
  const leaves = workCodes.filter(
    (one) => one.kind === 'workcode' && one.class !== 'NONCHARGEABLE',
  );
  const lines = lineFields(leaves, app.session.firm.taxNames, invoice?.lines ?? []);
  const refusal = h('p', { class: 'alert', role: 'alert', hidden: true });
  const refuse = (error) => {
    refusal.textContent = error.message;
    refusal.hidden = false;
  };
  const form = h(
    'form',
    { class: 'form', 'aria-label': 'Invoice' },
    h('div', { class: 'fields' }, headFields(app, clients, invoice)),
    field(
      'Description',
      h('textarea', { name: 'description', rows: '2' }, invoice?.description ?? ''),
    ),
    h('h2', null, 'Lines'),
    lines.element,
    h('button', { type: 'submit', class: 'primary' }, isNew ? 'Create invoice' : 'Save invoice'),
  );
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    try {
      const body = { ...headValues(form), lines: lines.values() };
      const saved = isNew
        ? await call('POST', '/invoices', { body })
        : await call('PUT', `/invoices/${id}`, {
            body: { ...kept(invoice), ...body },
            version: invoice.version,
          });
      app.navigate(`/invoices/${saved.id}`);
    } catch (error) {
      refuse(error);
    }
  });
  const title = isNew ? 'New invoice' : `${t('Invoice')} ${documentNumber(invoice)}`;
  return [h('h1', null, title), refusal, isNew ? null : summary(app, invoice, refuse), form].filter(
    Boolean,
  );
}

function kept(invoice) {
  const { engagementId, kind, templateId, paymentLink } = invoice;
  return { engagementId, kind, templateId, paymentLink };
}

function headFields(app, clients, invoice) {
  const options = clients
    .sort((a, b) => a.name.localeCompare(b.name))
    .map((client) => ({ value: client.id, text: `${client.name} (${client.code})` }));
  const input = (name, value, type = 'text') => h('input', { name, type, value: value ?? '' });
  return [
    field('Client', select('clientId', options, invoice?.clientId ?? app.query.get('client'))),
    field('Code', input('code', invoice?.code ?? '0')),
    field('Number', input('number', invoice?.number)),
    field('Date', input('date', invoice?.date ?? new Date().toISOString().slice(0, 10), 'date')),
    field('Due date', input('dueDate', invoice?.dueDate, 'date')),
  ];
}

function headValues(form) {
  const values = new FormData(form);
  const head = {
    clientId: Number(values.get('clientId')),
    code: values.get('code'),
    date: values.get('date'),
    description: values.get('description'),
  };
  for (const name of ['number', 'dueDate']) {
    if (values.get(name) !== '') head[name] = values.get(name);
  }
  return head;
}

function summary(app, invoice, refuse) {
  const run = async (work, next) => {
    try {
      await work();
      app.navigate(next);
    } catch (error) {
      refuse(error);
    }
  };
  const path = `/invoices/${invoice.id}`;
  const { version } = invoice;
  const button = (text, work, next) =>
    h('button', { type: 'button', class: 'button', onclick: () => run(work, next) }, text);
  const taxes = app.session.firm.taxNames
    .map((name, slot) => ({ name, amount: invoice.taxes[slot] }))
    .filter((tax) => tax.name !== '');
  const rows = [
    { name: 'Subtotal', amount: invoice.subtotal },
    ...taxes,
    { name: 'Total', amount: invoice.total },
    { name: 'Balance', amount: invoice.balance },
  ];
  return h(
    'div',
    null,
    h('p', null, `${t('Status')}: ${t(invoice.status)}`),
    table(
      'Amounts',
      [
        { title: 'Amounts', cell: (row) => t(row.name) },
        { title: '', money: true, cell: (row) => amount(row.amount) },
      ],
      rows,
      'table narrow',
    ),
    h(
      'div',
      { class: 'bar' },
      button('Void invoice', () => call('POST', `${path}/void`, { version }), path),
      button('Delete invoice', () => call('DELETE', path, { version }), '/invoices'),
    ),
  );
}
