/** What people of the firm do in TPS, by control, between two syncs. */
import { type InvoiceTwins, openTwins } from '../../run/tour/twins';
import type { Control } from './control';

/** An open invoice of TPS whose client is on both sides, to copy from. */
async function anyInvoice(control: Control) {
  const { tps, qbo } = await control.ledgers();
  const numbers = new Set(qbo.documents.map((doc) => doc.docNumber));
  const found = tps.documents.find(
    (doc) => doc.type === 'invoice' && doc.balanceCents > 0 && numbers.has(doc.number),
  );
  if (!found) throw new Error('No open invoice is on both sides.');
  return found;
}

/** Enters so many invoices of 140.00 in TPS, numbered upwards from `first`. */
export async function enterInvoices(
  control: Control,
  first: number,
  count: number,
): Promise<string[]> {
  const model = await anyInvoice(control);
  const lines = await linesOf(control, model.id);
  const numbers: string[] = [];
  for (let at = 0; at < count; at++) {
    const number = String(first + at);
    await control.act({
      system: 'tps',
      do: 'create',
      entity: 'invoice',
      body: {
        clientId: model.clientId,
        code: '0',
        number,
        date: new Date().toISOString().slice(0, 10),
        description: `Work ${number}`,
        lines,
      },
    });
    numbers.push(number);
  }
  return numbers;
}

/** The first line of an invoice, worth 140.00 (whose tax of 9.975 % ends in half a cent). */
async function linesOf(control: Control, id: number): Promise<unknown[]> {
  const read = await control.act({ system: 'tps', do: 'update', entity: 'invoice', id, body: {} });
  if (typeof read !== 'object' || read === null || !('lines' in read)) throw new Error('no lines');
  const { lines } = read;
  if (!Array.isArray(lines)) throw new Error('no lines');
  const { id: _id, ...line } = lines[0];
  return [{ ...line, quantity: '1', rate: '140.00', amount: '140.00' }];
}

/** An open invoice that stands on both sides. */
export async function aTwin(control: Control): Promise<InvoiceTwins> {
  const [twin] = openTwins(await control.ledgers());
  if (!twin) throw new Error('no open invoice on both sides');
  return twin;
}

/** Two people write another text on the same invoice, one in each system. */
export async function bothChanged(control: Control): Promise<InvoiceTwins> {
  const twin = await aTwin(control);
  const { tpsId, qboId } = twin;
  await control.act({ system: 'tps', do: 'memo', entity: 'invoice', id: tpsId, text: 'In TPS' });
  const text = `In QuickBooks [TPS invoice ${tpsId}]`;
  await control.act({ system: 'qbo', do: 'memo', entity: 'Invoice', id: qboId, text });
  return twin;
}

/** How many living documents of that number QuickBooks has. */
export async function inQuickBooks(control: Control, number: string): Promise<number> {
  const { qbo } = await control.ledgers();
  return qbo.documents.filter(({ docNumber, deleted }) => docNumber === number && !deleted).length;
}
