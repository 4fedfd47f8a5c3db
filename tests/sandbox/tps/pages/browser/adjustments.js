import { all } from './api.js';
import { amount, h, link, table } from './dom.js';
import { t } from './words.js';

export async function adjustmentsPage() {
  const [adjustments, clients] = await Promise.all([
    all('/adjustments'),
    all('/clients', '&includeDeleted=true'),
  ]);
  const names = new Map(clients.map((client) => [client.id, client.name]));
  const columns = [
    { title: 'Adjustment', cell: (one) => String(one.id) },
    { title: 'Date', cell: (one) => one.date },
    {
      title: 'Client',
      cell: (one) => link(`/clients/${one.clientId}`, names.get(one.clientId) ?? ''),
    },
    { title: 'Direction', cell: (one) => t(one.direction) },
    { title: 'Description', cell: (one) => one.description },
    { title: 'Status', cell: (one) => t(one.status) },
    { title: 'Amount', money: true, cell: (one) => amount(one.amount) },
    { title: 'Open', money: true, cell: openAmount },
  ];
  return [h('h1', null, 'A/R adjustments'), table('A/R adjustments', columns, adjustments)];
}

function openAmount(one) {
  return amount(one.direction === 'increase' ? one.balance : one.unapplied);
}
