import { cents, decimalText, parseCents } from '../../../utils/ledger/cents';
import { TPS } from '../../e2e/harness/sign-in';
import { toFront } from '../../e2e/harness/to-front';
import { picture, say, type Tour } from './tour';
import { openTwins } from './twins';

const RAISE_CENTS = 25_00;

/** A day at the firm: a new invoice and an edit in TPS, and a client who pays online in QuickBooks. */
export async function workADay(tour: Tour): Promise<void> {
  const twins = openTwins(await tour.scene.control.ledgers());
  const [edited, paid] = twins;
  if (!edited || !paid)
    throw new Error(`Two open invoices on both sides are needed: ${twins.length}`);
  say('a new invoice in TPS');
  await newInvoice(tour, edited.tpsClientId);
  say('an edit in TPS');
  await editInvoice(tour, edited.tpsId);
  say('an online payment in QuickBooks');
  await tour.scene.control.act({ system: 'qbo', do: 'payOnline', id: paid.qboId });
}

async function newInvoice({ tps }: Tour, clientId: number): Promise<void> {
  await toFront(tps);
  await tps.getByRole('navigation').getByRole('link', { name: 'Invoices', exact: true }).click();
  await tps.getByRole('link', { name: 'New invoice' }).click();
  await tps.getByRole('heading', { name: 'New invoice' }).waitFor();
  await tps.getByLabel('Client').selectOption(String(clientId));
  await tps.getByLabel('Description', { exact: true }).fill('Year-end file review');
  await tps.getByLabel('Line description 1').fill('Review of the year-end file');
  await tps.getByLabel('Amount 1').fill('480.00');
  await tps.getByRole('button', { name: 'Create invoice' }).click();
  await tps.getByRole('button', { name: 'Save invoice' }).waitFor();
}

async function editInvoice(tour: Tour, id: number): Promise<void> {
  const { tps } = tour;
  await tps.goto(`${TPS}/invoices/${id}`);
  const amount = tps.getByLabel('Amount 1', { exact: true });
  await amount.waitFor();
  const raised = decimalText(cents(parseCents(await amount.inputValue()) + RAISE_CENTS));
  await amount.fill(raised);
  const saved = tps.waitForResponse((response) => response.request().method() === 'PUT');
  await tps.getByRole('button', { name: 'Save invoice' }).click();
  const response = await saved;
  if (!response.ok()) throw new Error(`TPS did not save the invoice: ${await response.text()}`);
  await picture(tour, tps, 'tps-invoice');
}
