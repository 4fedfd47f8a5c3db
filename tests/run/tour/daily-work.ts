import { z } from 'zod';
import { cents, decimalText, parseCents } from '../../../utils/ledger/cents';
import { TPS } from '../../e2e/harness/sign-in';
import { toFront } from '../../e2e/harness/to-front';
import { picture, say, type Tour } from './tour';
import { type InvoiceTwins, openTwins } from './twins';

const RAISE_CENTS = 25_00;

/**
 * A day at the firm: a new invoice and an edit in TPS, a client who pays online in QuickBooks, and
 * what only moves A/R: a write-off, an adjustment increase and a finance charge.
 */
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
  say('a write-off, an adjustment increase and a finance charge in TPS');
  await adjust(tour, edited);
}

async function adjust({ scene: { control } }: Tour, { tpsId, tpsClientId }: InvoiceTwins) {
  const date = new Date().toISOString().slice(0, 10);
  const entered = { clientId: tpsClientId, date };
  const create = (entity: 'adjustment' | 'invoice', body: Record<string, unknown>) =>
    control.act({ system: 'tps', do: 'create', entity, body: { ...entered, ...body } });
  await create('adjustment', {
    direction: 'decrease',
    amount: '12.50',
    description: 'Courtesy reduction',
    applications: [{ documentType: 'invoice', documentId: tpsId, amount: '12.50' }],
  });
  await create('adjustment', { direction: 'increase', amount: '30.00', description: 'Courier' });
  const read = await control.act({ system: 'tps', do: 'update', entity: 'invoice', id: tpsId });
  const [line] = invoiceLines.parse(read).lines;
  const charge = { ...line, description: 'Late payment', quantity: '1', rate: '9.00' };
  const untaxed = { amount: '9.00', tax1: false, tax2: false, tax3: false };
  await create('invoice', {
    kind: 'financeCharge',
    code: 'FC',
    description: 'Late payment',
    lines: [{ ...charge, ...untaxed, id: undefined }],
  });
}

const invoiceLines = z.looseObject({
  lines: z.tuple([z.looseObject({ workCodeId: z.number() })], z.unknown()),
});

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
