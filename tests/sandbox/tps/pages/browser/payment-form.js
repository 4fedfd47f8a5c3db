import { all, call } from './api.js';
import { amount, documentNumber, field, h, select, table } from './dom.js';
import { t } from './words.js';

/** One payment with where it is applied: seen and edited in the same form, or a new one. */
export async function paymentFormPage(app, id) {
  const isNew = id === 'new';
  const [clients, banks, methods, payment] = await Promise.all([
    all('/clients'),
    all('/bank-accounts'),
    all('/payment-methods'),
    isNew ? null : call('GET', `/payments/${id}`),
  ]);
  const refusal = h('p', { class: 'alert', role: 'alert', hidden: true });
  const refuse = (error) => {
    refusal.textContent = error.message;
    refusal.hidden = false;
  };
  const clientSelect = select(
    'clientId',
    clientOptions(clients),
    payment?.clientId ?? app.query.get('client'),
  );
  const open = h('div');
  const fields = new Map();
  const drawOpen = async () => {
    const clientId = Number(clientSelect.value);
    fields.clear();
    open.replaceChildren(await openItems(clientId, payment, fields));
  };
  clientSelect.addEventListener('change', () => drawOpen().catch(refuse));
  await drawOpen();
  const input = (name, value, type = 'text') => h('input', { name, type, value: value ?? '' });
  const form = h(
    'form',
    { class: 'form', 'aria-label': 'Payment' },
    h(
      'div',
      { class: 'fields' },
      field('Client', clientSelect),
      field('Date', input('date', payment?.date ?? new Date().toISOString().slice(0, 10), 'date')),
      field('Bank account', select('bankAccountId', named(banks), payment?.bankAccountId)),
      field('Payment method', select('paymentMethodId', named(methods), payment?.paymentMethodId)),
      field('Reference', input('reference', payment?.reference)),
      field(
        'Amount',
        h('input', {
          name: 'amount',
          inputmode: 'decimal',
          required: true,
          value: payment?.amount ?? '',
        }),
      ),
    ),
    field(
      'Description',
      h('textarea', { name: 'description', rows: '2' }, payment?.description ?? ''),
    ),
    h('h2', null, 'Apply to'),
    open,
    h('button', { type: 'submit', class: 'primary' }, isNew ? 'Create payment' : 'Save payment'),
  );
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    try {
      const body = values(form, fields);
      const saved = isNew
        ? await call('POST', '/payments', { body })
        : await call('PUT', `/payments/${id}`, { body, version: payment.version });
      app.navigate(`/payments/${saved.id}`);
    } catch (error) {
      refuse(error);
    }
  });
  const title = isNew ? 'New payment' : `${t('Payment')} ${payment.reference || payment.id}`;
  return [h('h1', null, title), refusal, isNew ? null : actions(app, payment, refuse), form].filter(
    Boolean,
  );
}

function clientOptions(clients) {
  return clients
    .sort((a, b) => a.name.localeCompare(b.name))
    .map((client) => ({ value: client.id, text: `${client.name} (${client.code})` }));
}

function named(entries) {
  return entries.map((entry) => ({ value: entry.id, text: entry.name }));
}

async function openItems(clientId, payment, fields) {
  const filter = `&clientId=${clientId}`;
  const [invoices, adjustments] = await Promise.all([
    all('/invoices', filter),
    all('/adjustments', filter),
  ]);
  const rows = [
    ...invoices.map((one) => ({
      type: 'invoice',
      text: `${t('Invoice')} ${documentNumber(one)}`,
      total: one.total,
      ...one,
    })),
    ...adjustments
      .filter((one) => one.direction === 'increase')
      .map((one) => ({
        type: 'adjustment',
        text: `${t('Adjustment')} ${one.id}`,
        total: one.amount,
        ...one,
      })),
  ].map((row) => ({ ...row, applied: appliedTo(payment, row) }));
  const shown = rows.filter((row) => row.balance !== '0.00' || row.applied !== '');
  return table(
    'Open items',
    [
      { title: 'Document', cell: (row) => row.text },
      { title: 'Date', cell: (row) => row.date },
      { title: 'Total', money: true, cell: (row) => amount(row.total) },
      { title: 'Open', money: true, cell: (row) => amount(row.balance) },
      { title: 'Apply', money: true, cell: (row) => applyField(row, fields) },
    ],
    shown,
    'fields',
  );
}

function appliedTo(payment, row) {
  const found = payment?.applications.find(
    (one) => one.documentType === row.type && one.documentId === row.id,
  );
  return found?.amount ?? '';
}

function applyField(row, fields) {
  const input = h('input', {
    'aria-label': `${t('Apply to')} ${row.text}`,
    inputmode: 'decimal',
    value: row.applied,
  });
  fields.set({ documentType: row.type, documentId: row.id }, input);
  return input;
}

function values(form, fields) {
  const data = new FormData(form);
  const applications = [...fields]
    .map(([target, input]) => ({ ...target, amount: input.value.trim() }))
    .filter((application) => application.amount !== '');
  return {
    clientId: Number(data.get('clientId')),
    date: data.get('date'),
    bankAccountId: Number(data.get('bankAccountId')),
    paymentMethodId: Number(data.get('paymentMethodId')),
    reference: data.get('reference'),
    description: data.get('description'),
    amount: data.get('amount').trim(),
    applications,
  };
}

function actions(app, payment, refuse) {
  const path = `/payments/${payment.id}`;
  const { version } = payment;
  const button = (text, work, next) =>
    h(
      'button',
      {
        type: 'button',
        class: 'button',
        onclick: () =>
          work()
            .then(() => app.navigate(next))
            .catch(refuse),
      },
      text,
    );
  return h(
    'div',
    null,
    h(
      'p',
      null,
      `${t('Status')}: ${t(payment.status)}, ${t('Unapplied').toLowerCase()} ${amount(payment.unapplied)}`,
    ),
    h(
      'div',
      { class: 'bar' },
      button('Void payment', () => call('POST', `${path}/void`, { version }), path),
      button('Delete payment', () => call('DELETE', path, { version }), '/payments'),
    ),
  );
}
