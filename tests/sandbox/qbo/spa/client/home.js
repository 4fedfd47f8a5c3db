import { boot, query } from './api.js';
import { amountText, el, link } from './dom.js';
import { t } from './words.js';

/** Dashboard: what customers owe. */
export async function homeView() {
  const invoices = await query('Invoice', "where Balance > '0' maxresults 1000");
  const cents = invoices.reduce((sum, one) => sum + Math.round(one.Balance * 100), 0);
  return [
    el('h1', {}, `${t('Welcome to')} ${boot.companyName}`),
    el('div', { class: 'qx-cards' }, [
      el('section', { class: 'qx-card' }, [
        el('h2', {}, 'Open invoices'),
        el('p', { class: 'qx-big' }, amountText(cents / 100)),
        link('/app/sales', `${invoices.length} ${t('unpaid invoices')}`),
      ]),
      el('section', { class: 'qx-card' }, [
        el('h2', {}, 'Customers'),
        link('/app/customers', t('See all customers')),
      ]),
    ]),
  ];
}
