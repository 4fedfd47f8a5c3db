import { query, read, save } from './api.js';
import { button, el, field, navigate } from './dom.js';
import { t } from './words.js';

function select(name, rows, chosen) {
  const node = el('select', { name });
  for (const { Id, Name } of rows) {
    const option = el('option', { value: Id }, Name);
    option.selected = Name === chosen;
    node.append(option);
  }
  return node;
}

/** A form that books a payment on one invoice. */
export async function receiveView(invoiceId) {
  const invoice = await read('Invoice', invoiceId);
  const methods = await query('PaymentMethod', 'maxresults 100');
  const accounts = (await query('Account', 'maxresults 1000')).filter(
    (one) => one.AccountType === 'Bank' || one.AccountType === 'Other Current Asset',
  );
  const amount = el('input', {
    name: 'amount',
    inputmode: 'decimal',
    value: invoice.Balance.toFixed(2),
  });
  const reference = el('input', { name: 'reference' });
  const date = el('input', { name: 'date', type: 'date' });
  const method = select('method', methods, 'Cheque');
  const account = select('account', accounts, 'Undeposited Funds');
  const problem = el('div', { class: 'qx-error', role: 'alert', hidden: '' });
  const form = el('form', { class: 'qx-form', 'aria-label': t('Receive payment') }, [
    problem,
    field('Amount received', amount),
    field('Payment date (empty is today)', date),
    field('Payment method', method),
    field('Reference no.', reference),
    field('Deposit to', account),
    el('button', { type: 'submit', class: 'qx-button' }, 'Save and close'),
    button('Cancel', () => navigate(`/app/invoice?txnId=${invoice.Id}`), 'qx-quiet'),
  ]);
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const total = Number(amount.value);
    const applied = Math.min(total, invoice.Balance);
    try {
      await save('Payment', {
        CustomerRef: { value: invoice.CustomerRef.value },
        TotalAmt: total,
        PaymentMethodRef: { value: method.value },
        DepositToAccountRef: { value: account.value },
        ...(reference.value === '' ? {} : { PaymentRefNum: reference.value }),
        ...(date.value === '' ? {} : { TxnDate: date.value }),
        Line: [{ Amount: applied, LinkedTxn: [{ TxnId: invoice.Id, TxnType: 'Invoice' }] }],
      });
      navigate(`/app/invoice?txnId=${invoice.Id}`);
    } catch (error) {
      problem.hidden = false;
      problem.textContent = error.message;
    }
  });
  return [
    el('h1', {}, 'Receive payment'),
    el('p', {}, `${invoice.CustomerRef.name}, ${t('invoice')} ${invoice.DocNumber ?? invoice.Id}`),
    form,
  ];
}
