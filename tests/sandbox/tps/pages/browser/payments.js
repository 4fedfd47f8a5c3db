import { all } from './api.js';
import { amount, h, link, table } from './dom.js';
import { t } from './words.js';

export async function paymentsPage() {
  const [payments, clients] = await Promise.all([
    all('/payments'),
    all('/clients', '&includeDeleted=true'),
  ]);
  const names = new Map(clients.map((client) => [client.id, client.name]));
  const columns = [
    { title: 'Payment', cell: (one) => link(`/payments/${one.id}`, String(one.id)) },
    { title: 'Date', cell: (one) => one.date },
    {
      title: 'Client',
      cell: (one) => link(`/clients/${one.clientId}`, names.get(one.clientId) ?? ''),
    },
    { title: 'Reference', cell: (one) => one.reference },
    { title: 'Description', cell: (one) => one.description },
    { title: 'Status', cell: (one) => t(one.status) },
    { title: 'Amount', money: true, cell: (one) => amount(one.amount) },
    { title: 'Unapplied', money: true, cell: (one) => amount(one.unapplied) },
  ];
  const sorted = payments.sort((a, b) => b.date.localeCompare(a.date) || b.id - a.id);
  return [
    h('h1', null, 'Payments'),
    h('div', { class: 'bar' }, link('/payments/new', t('New payment'))),
    table('Payments', columns, sorted),
  ];
}
