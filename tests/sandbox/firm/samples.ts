import type { QboCompany } from '../qbo';
import { booleanAt, type JsonObject, objectAt, objectsAt, refAt, textAt } from '../qbo/json';
import { type TpsBooks, TpsProblem } from '../tps';
import { generateFirm } from './generate';
import { loadTps } from './load-tps';
import { type Random, seededRandom } from './random';
import { receiptFor, type SampleBooks, sampleInvoice } from './sample-documents';

interface SampleOptions {
  readonly seed: number;
  /** Clients that QBO does not know, besides those made from its customers. */
  readonly clients: number;
  readonly today: string;
}

const KNOWN_CUSTOMERS_SHARE = 0.6;
/** Of customers that owe something: a pair without a document says little. */
const KNOWN_DEBTORS_SHARE = 0.85;
const KNOWN_INVOICES_SHARE = 0.6;
/** Above every number in the recorded company, so that the firm's own ones stay apart. */
const FIRST_OWN_NUMBER = 5001;

/**
 * A US firm for a QBO company made of recorded responses: part of its customers are clients, with
 * part of their open invoices and the payments on them, and the firm has clients of its own.
 */
export function loadFirmForSamples(options: SampleOptions, tps: TpsBooks, qbo: QboCompany): void {
  const random = seededRandom(options.seed);
  const read = (entity: string) =>
    objectsAt(qbo.query(`select * from ${entity} maxresults 1000`), entity);
  const books: SampleBooks = { tps, items: read('Item'), payments: read('Payment') };
  const invoices = read('Invoice').filter((invoice) => Number(textAt(invoice, 'Balance')) > 0);
  for (const customer of read('Customer')) {
    if (booleanAt(customer, 'Job') === true || refAt(customer, 'ParentRef') !== undefined) continue;
    const own = invoices.filter((one) => refAt(one, 'CustomerRef') === textAt(customer, 'Id'));
    if (!random.chance(own.length > 0 ? KNOWN_DEBTORS_SHARE : KNOWN_CUSTOMERS_SHARE)) continue;
    const clientId = createClient(customer, tps);
    for (const invoice of own) {
      if (random.chance(KNOWN_INVOICES_SHARE)) copyInvoice(invoice, clientId, books, random);
    }
  }
  const { seed, clients, today } = options;
  const firstNumber = FIRST_OWN_NUMBER;
  const country = 'US';
  loadTps(generateFirm({ seed, clients, today, country, findings: 'none', firstNumber }), tps);
}

function createClient(customer: JsonObject, tps: TpsBooks): number {
  const address = objectAt(customer, 'BillAddr');
  const name = textAt(customer, 'DisplayName') ?? '';
  const email = textAt(objectAt(customer, 'PrimaryEmailAddr'), 'Address') ?? '';
  const body = {
    code: `QB${(textAt(customer, 'Id') ?? '').padStart(4, '0')}`,
    name,
    firstName: textAt(customer, 'GivenName') ?? '',
    lastName: textAt(customer, 'FamilyName') ?? '',
    email: email.includes(',') ? '' : email.toLowerCase(),
    phone: textAt(objectAt(customer, 'PrimaryPhone'), 'FreeFormNumber') ?? '',
    address: {
      line1: textAt(address, 'Line1') ?? '',
      city: textAt(address, 'City') ?? '',
      province: textAt(address, 'CountrySubDivisionCode') ?? '',
      postalCode: textAt(address, 'PostalCode') ?? '',
    },
  };
  return tps.clients.create(body).id;
}

/** Copies an invoice and its payments to TPS, unless TPS cannot express them. */
function copyInvoice(
  invoice: JsonObject,
  clientId: number,
  books: SampleBooks,
  random: Random,
): void {
  const body = sampleInvoice(invoice, clientId, books, random);
  const receipt = receiptFor(invoice, books);
  if (!body || receipt === 'not to be expressed') return;
  try {
    const created = books.tps.invoices.create(body);
    if (!receipt) return;
    const application = { documentType: 'invoice', documentId: created.id, amount: receipt.amount };
    books.tps.payments.create({
      ...receipt,
      clientId,
      bankAccountId: books.tps.reference.bankAccounts[0]?.id,
      applications: [application],
    });
  } catch (error) {
    // A tax that the firm's one rate does not give, or a number used twice: it stays QBO's alone.
    if (!(error instanceof TpsProblem)) throw error;
  }
}
