import { save } from './api.js';
import { button, el, field, navigate } from './dom.js';
import { t } from './words.js';

/** A form for the memo and the amounts of the lines. */
export function editInvoice(invoice) {
  const memo = el('textarea', { name: 'memo', rows: '2' });
  memo.value = invoice.PrivateNote ?? '';
  const lines = invoice.Line.filter((line) => line.DetailType === 'SalesItemLineDetail');
  const inputs = lines.map((line, at) =>
    el('input', {
      name: `amount-${at + 1}`,
      inputmode: 'decimal',
      value: Number(line.Amount).toFixed(2),
    }),
  );
  const problem = el('div', { class: 'qx-error', role: 'alert', hidden: '' });
  const form = el('form', { class: 'qx-form', 'aria-label': t('Edit invoice') }, [
    problem,
    field('Memo on statement (hidden)', memo),
    ...inputs.map((input, at) =>
      field(
        `${t('Amount of line')} ${at + 1} ${lines[at].SalesItemLineDetail.ItemRef?.name ?? ''}`,
        input,
      ),
    ),
    el('button', { type: 'submit', class: 'qx-button' }, 'Save'),
    button('Cancel', () => navigate(`/app/invoice?txnId=${invoice.Id}`), 'qx-quiet'),
  ]);
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    try {
      await save('Invoice', changed(invoice, lines, inputs, memo.value));
      navigate(`/app/invoice?txnId=${invoice.Id}`);
    } catch (error) {
      problem.hidden = false;
      problem.textContent = error.message;
    }
  });
  return form;
}

function changed(invoice, lines, inputs, memo) {
  const amounts = new Map(lines.map((line, at) => [line.Id, Number(inputs[at].value)]));
  const edited = invoice.Line.filter((line) => line.DetailType !== 'SubTotalLineDetail').map(
    (line) => {
      const next = amounts.get(line.Id);
      if (next === undefined || next === Number(line.Amount)) return line;
      const { UnitPrice: _price, Qty: _quantity, ...detail } = line.SalesItemLineDetail;
      return { ...line, Amount: next, SalesItemLineDetail: detail };
    },
  );
  return {
    Id: invoice.Id,
    SyncToken: invoice.SyncToken,
    sparse: true,
    PrivateNote: memo,
    Line: edited,
  };
}
