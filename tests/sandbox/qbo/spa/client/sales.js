import { query } from './api.js';
import { amountText, el, link, table } from './dom.js';
import { pathOf, titleOf } from './routes.js';
import { t } from './words.js';

function openText(one) {
  if (one.entity === 'Payment') return amountText(-one.UnappliedAmt);
  return amountText(one.entity === 'CreditMemo' ? -one.Balance : (one.Balance ?? 0));
}

/** Documents of several kinds, latest first. */
export function transactionTable(documents) {
  const columns = [
    ['Date'],
    ['Type'],
    ['No.'],
    ['Customer'],
    ['Memo'],
    ['Balance', true],
    ['Total', true],
  ];
  const rows = [...documents]
    .sort((a, b) =>
      a.TxnDate < b.TxnDate ? 1 : a.TxnDate > b.TxnDate ? -1 : Number(b.Id) - Number(a.Id),
    )
    .map((one) => [
      one.TxnDate,
      link(pathOf(one.entity, one.Id), t(titleOf(one.entity))),
      one.DocNumber ?? one.PaymentRefNum ?? '',
      one.CustomerRef?.name ?? '',
      one.PrivateNote ?? '',
      openText(one),
      amountText(one.TotalAmt),
    ]);
  return table('Transactions', columns, rows);
}

/** All sales transactions. */
export async function salesView() {
  const kinds = ['Invoice', 'Payment', 'CreditMemo', 'SalesReceipt', 'RefundReceipt'];
  const lists = await Promise.all(
    kinds.map((entity) => query(entity, 'orderby TxnDate desc maxresults 300')),
  );
  const documents = lists.flatMap((list, at) => list.map((one) => ({ entity: kinds[at], ...one })));
  return [el('h1', {}, 'Sales transactions'), transactionTable(documents)];
}
