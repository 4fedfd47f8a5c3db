import { all } from './api.js';
import { amount, documentNumber, h, link, table } from './dom.js';
import { t } from './words.js';

export async function invoicesPage() {
  const [invoices, clients] = await Promise.all([
    all('/invoices'),
    all('/clients', '&includeDeleted=true'),
  ]);
  const names = new Map(clients.map((client) => [client.id, client.name]));
  const columns = [
    { title: 'Number', cell: (one) => link(`/invoices/${one.id}`, documentNumber(one)) },
    { title: 'Date', cell: (one) => one.date },
    { title: 'Due', cell: (one) => one.dueDate },
    {
      title: 'Client',
      cell: (one) => link(`/clients/${one.clientId}`, names.get(one.clientId) ?? ''),
    },
    { title: 'Description', cell: (one) => one.description },
    { title: 'Status', cell: (one) => t(one.status) },
    { title: 'Total', money: true, cell: (one) => amount(one.total) },
    { title: 'Balance', money: true, cell: (one) => amount(one.balance) },
  ];
  const sorted = invoices.sort((a, b) => b.date.localeCompare(a.date) || b.id - a.id);
  return [
    h('h1', null, 'Invoices'),
    h('div', { class: 'bar' }, link('/invoices/new', t('New invoice'))),
    table('Invoices', columns, sorted),
  ];
}
