import { query, read } from './api.js';
import { amountText, el, link, table } from './dom.js';
import { transactionTable } from './sales.js';
import { t } from './words.js';

const detailPath = (customer) => `/app/customerdetail?nameId=${customer.Id}`;

/** Class by depth below the top. */
const INDENTS = [undefined, 'qx-indent-b', 'qx-indent-c', 'qx-indent-d', 'qx-indent-e'];

function nameCell(customer) {
  const level = Number(customer.Level ?? 0);
  const kind = customer.IsProject ? ` (${t('project')})` : '';
  return el('span', { class: INDENTS[level] }, [
    link(detailPath(customer), customer.DisplayName),
    kind,
  ]);
}

/** List of active customers, sub-customers under their parent. */
export async function customersView() {
  const customers = await query('Customer', 'maxresults 1000');
  const rows = customers.map((one) => [
    nameCell(one),
    one.PrimaryPhone?.FreeFormNumber ?? '',
    one.PrimaryEmailAddr?.Address ?? '',
    amountText(one.BalanceWithJobs),
  ]);
  const columns = [['Customer'], ['Phone'], ['Email'], ['Open balance', true]];
  return [el('h1', {}, 'Customers'), table('Customers', columns, rows)];
}

/** One customer and what was billed, paid and credited. */
export async function customerDetailView(id) {
  const customer = await read('Customer', id);
  const where = `where CustomerRef = '${id}' orderby TxnDate desc maxresults 200`;
  const [invoices, payments, credits] = await Promise.all([
    query('Invoice', where),
    query('Payment', where),
    query('CreditMemo', where),
  ]);
  const children = (await query('Customer', 'maxresults 1000')).filter(
    (one) => one.ParentRef?.value === id,
  );
  return [
    el('h1', {}, customer.FullyQualifiedName ?? customer.DisplayName),
    el('p', { class: 'qx-big' }, `${amountText(customer.Balance)} ${t('open balance')}`),
    ...(children.length === 0
      ? []
      : [
          el('h2', {}, 'Sub-customers'),
          table(
            'Sub-customers',
            [['Name'], ['Open balance', true]],
            children.map((one) => [
              link(detailPath(one), one.DisplayName),
              amountText(one.BalanceWithJobs),
            ]),
          ),
        ]),
    el('h2', {}, 'Transactions'),
    transactionTable([
      ...invoices.map((one) => ({ entity: 'Invoice', ...one })),
      ...payments.map((one) => ({ entity: 'Payment', ...one })),
      ...credits.map((one) => ({ entity: 'CreditMemo', ...one })),
    ]),
  ];
}
