import { read } from './api.js';
import { amountText, button, el, link, navigate, table } from './dom.js';
import { editInvoice } from './edit-invoice.js';
import { pathOf, titleOf } from './routes.js';
import { t } from './words.js';

function facts(pairs) {
  const shown = pairs.filter(([, value]) => value !== undefined && value !== '');
  const items = shown.map(([name, value]) =>
    el('div', { class: 'qx-fact' }, [el('dt', {}, name), el('dd', {}, value)]),
  );
  return el('dl', { class: 'qx-facts' }, items);
}

/** Everything that a line may name: item, account, linked document, entity. */
function lineCells(line) {
  const detail = line[line.DetailType] ?? {};
  const linked = line.LinkedTxn?.[0];
  const what = linked
    ? link(pathOf(linked.TxnType, linked.TxnId), `${linked.TxnType} ${linked.TxnId}`)
    : (detail.ItemRef?.name ?? detail.AccountRef?.name ?? line.DetailType ?? '');
  const who = detail.Entity?.EntityRef?.name ?? detail.Entity?.name ?? '';
  const side = detail.PostingType ?? detail.TaxCodeRef?.value ?? '';
  return [what, line.Description ?? '', who, side, amountText(line.Amount)];
}

const isOwn = (line) => line.DetailType !== 'SubTotalLineDetail';

function partner(document) {
  const customer = document.CustomerRef;
  if (customer) return link(`/app/customerdetail?nameId=${customer.value}`, customer.name ?? '');
  return document.EntityRef?.name;
}

/** One document, by its route. Invoices can be edited and paid. */
export async function documentView(entity, id) {
  const document = await read(entity, id);
  const title =
    entity === 'Purchase' && document.PaymentType === 'Check' ? 'Cheque' : titleOf(entity);
  const nodes = [
    el('h1', {}, `${t(title)} ${document.DocNumber ?? document.PaymentRefNum ?? `#${id}`}`),
    facts([
      ['Customer', partner(document)],
      ['Date', document.TxnDate],
      ['Due date', document.DueDate],
      ['Terms', document.SalesTermRef?.name],
      ['Deposit to', document.DepositToAccountRef?.name ?? document.DepositToAccountRef?.value],
      ['Account', document.AccountRef?.name],
      ['Memo', document.PrivateNote],
    ]),
    table(
      'Lines',
      [['Product or account'], ['Description'], ['Name'], ['Tax / side'], ['Amount', true]],
      (document.Line ?? []).filter(isOwn).map(lineCells),
    ),
    facts([
      [
        'Tax',
        document.TxnTaxDetail?.TotalTax === undefined
          ? ''
          : amountText(document.TxnTaxDetail.TotalTax),
      ],
      ['Total', amountText(document.TotalAmt)],
      ['Balance due', document.Balance === undefined ? '' : amountText(document.Balance)],
      ['Unapplied', document.UnappliedAmt === undefined ? '' : amountText(document.UnappliedAmt)],
    ]),
  ];
  if (entity === 'Invoice') nodes.push(invoiceActions(document));
  return nodes;
}

function invoiceActions(invoice) {
  const place = el('div', { class: 'qx-actions' });
  if (invoice.Balance > 0) {
    place.append(
      button('Receive payment', () => navigate(`/app/recvpayment?invoiceId=${invoice.Id}`)),
    );
  }
  place.append(button('Edit', () => place.replaceChildren(editInvoice(invoice)), 'qx-quiet'));
  return place;
}
