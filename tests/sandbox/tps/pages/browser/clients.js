import { all, call } from './api.js';
import { amount, documentNumber, h, link, table } from './dom.js';
import { t } from './words.js';

const COLUMNS = [
  { title: 'Client ID', cell: (client) => link(`/clients/${client.id}`, client.code) },
  { title: 'Name', cell: (client) => link(`/clients/${client.id}`, client.name) },
  { title: 'Status', cell: statusText },
  { title: 'A/R', money: true, cell: (client) => amount(client.arBalance) },
];

function statusText(client) {
  const word = t(client.status);
  const status = word[0].toUpperCase() + word.slice(1);
  return client.excludeFromSync ? `${status}, ${t('excluded from sync')}` : status;
}

export async function clientsPage() {
  const clients = await all('/clients', '&includeDeleted=true');
  const holder = h('div');
  const search = h('input', {
    type: 'search',
    'aria-label': 'Search clients',
    placeholder: 'Search',
  });
  const deleted = h('input', { type: 'checkbox' });
  const draw = () => {
    const wanted = search.value.trim().toLowerCase();
    const shown = clients
      .filter((client) => (client.status === 'deleted') === deleted.checked)
      .filter((client) =>
        `${client.code} ${client.name} ${client.email}`.toLowerCase().includes(wanted),
      )
      .sort((a, b) => a.name.localeCompare(b.name));
    holder.replaceChildren(
      h('p', { class: 'muted' }, `${shown.length} ${t('Clients').toLowerCase()}`),
      table('Clients', COLUMNS, shown),
    );
  };
  search.addEventListener('input', draw);
  deleted.addEventListener('change', draw);
  draw();
  return [
    h('h1', null, 'Clients'),
    h('div', { class: 'bar' }, search, h('label', null, deleted, ` ${t('View deleted clients')}`)),
    holder,
  ];
}

export async function clientPage(app, id) {
  const filter = `&clientId=${id}`;
  const [client, invoices, payments, adjustments] = await Promise.all([
    call('GET', `/clients/${id}`),
    all('/invoices', filter),
    all('/payments', filter),
    all('/adjustments', filter),
  ]);
  const transactions = [
    ...invoices.map((one) =>
      transaction(
        'Invoice',
        `/invoices/${one.id}`,
        documentNumber(one),
        one,
        one.total,
        one.balance,
      ),
    ),
    ...payments.map((one) =>
      transaction(
        'Payment',
        `/payments/${one.id}`,
        one.reference || String(one.id),
        one,
        `-${one.amount}`,
        negative(one.unapplied),
      ),
    ),
    ...adjustments.map((one) => adjustmentRow(one)),
  ].sort((a, b) => b.date.localeCompare(a.date));
  return [
    h('h1', null, `${client.code} - ${client.name}`),
    facts(client),
    actions(app, client),
    h('h2', null, 'Transactions'),
    table('Transactions', TRANSACTION_COLUMNS, transactions),
  ];
}

const TRANSACTION_COLUMNS = [
  { title: 'Date', cell: (row) => row.date },
  { title: 'Type', cell: (row) => t(row.type) },
  { title: 'Number', cell: (row) => (row.href ? link(row.href, row.number) : row.number) },
  { title: 'Description', cell: (row) => row.description },
  { title: 'Status', cell: (row) => t(row.status) },
  { title: 'Amount', money: true, cell: (row) => amount(row.amount) },
  { title: 'Open', money: true, cell: (row) => amount(row.open) },
];

function transaction(type, href, number, one, total, open) {
  const { date, description, status } = one;
  return { type, href, number, date, description, status, amount: total, open };
}

function adjustmentRow(one) {
  const isIncrease = one.direction === 'increase';
  const type = isIncrease ? 'Adjustment increase' : 'Adjustment decrease';
  const total = isIncrease ? one.amount : `-${one.amount}`;
  const open = isIncrease ? one.balance : negative(one.unapplied);
  return transaction(type, null, String(one.id), one, total, open);
}

function negative(text) {
  return text === '0.00' ? text : `-${text}`;
}

function facts(client) {
  const { line1, line2, city, province, postalCode } = client.address;
  const rows = [
    ['Status', statusText(client)],
    ['A/R balance', amount(client.arBalance)],
    ['Contact', `${client.firstName} ${client.lastName}`.trim()],
    ['E-mail', client.email],
    ['Phone', client.phone],
    [
      'Address',
      [line1, line2, `${city} ${province} ${postalCode}`.trim()].filter(Boolean).join(', '),
    ],
  ];
  return h(
    'dl',
    { class: 'facts' },
    rows.flatMap(([name, value]) => [h('dt', null, name), h('dd', null, value || '-')]),
  );
}

function actions(app, client) {
  const refusal = h('p', { class: 'alert', role: 'alert', hidden: true });
  const run = async (work) => {
    try {
      await work();
      app.navigate(`/clients/${client.id}`);
    } catch (error) {
      refusal.textContent = error.message;
      refusal.hidden = false;
    }
  };
  const button = (text, work) =>
    h('button', { type: 'button', class: 'button', onclick: () => run(work) }, text);
  const { version } = client;
  const toggle = client.excludeFromSync ? 'Include in sync' : 'Exclude from sync';
  const buttons =
    client.status === 'deleted'
      ? [button('Restore client', () => call('POST', `/clients/${client.id}/restore`, { version }))]
      : [
          button(toggle, () =>
            call('PUT', `/clients/${client.id}`, {
              version,
              body: { ...client, excludeFromSync: !client.excludeFromSync },
            }),
          ),
          button('Delete client', () => call('DELETE', `/clients/${client.id}`, { version })),
        ];
  return h('div', null, h('h2', null, 'Actions'), refusal, h('div', { class: 'bar' }, buttons));
}
