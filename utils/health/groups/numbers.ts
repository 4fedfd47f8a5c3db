import type { Invoice } from '../../ledger/entities';
import { type Phrase, phrase } from '../../wording/phrase';
import { isExcluded } from '../exclusion';
import { groupOf, type HealthCheck, type HealthInput, type HealthItem } from '../group';
import { numberInQbo, PREFIX } from '../number-in-qbo';

/** Most characters of a DocNumber in QuickBooks. */
const NUMBER_LENGTH_MAX = 21;
const OURS = Object.values(PREFIX).filter((prefix) => prefix !== '');

/** Invoice numbers that QuickBooks cannot hold, or that look like the ones we make. */
export const numbers: HealthCheck = (input) =>
  groupOf('numbers', phrase('health.numbers.why'), phrase('health.numbers.advice'), [
    ...input.scope.tps.invoices.flatMap((invoice) => tooLong(input, invoice)),
    ...[...input.scope.tps.invoices, ...input.scope.qbo.invoices].flatMap((invoice) =>
      likeOurs(input, invoice),
    ),
  ]);

function tooLong(input: HealthInput, invoice: Invoice): HealthItem[] {
  const number = numberInQbo(invoice);
  if (number.length <= NUMBER_LENGTH_MAX) return [];
  const what = phrase('health.item.longNumber', { number, length: number.length });
  return itemOf(input, invoice, 'blocks', what);
}

/** An invoice that a person numbered the way we number finance charges and the like. */
function likeOurs(input: HealthInput, invoice: Invoice): HealthItem[] {
  const { number, invoiceKind, marker } = invoice;
  const isPlain = invoiceKind === 'invoice' || invoiceKind === 'progress';
  const prefix = OURS.find((one) => number.toUpperCase().startsWith(one));
  if (!isPlain || marker !== null || prefix === undefined) return [];
  return itemOf(input, invoice, 'warns', phrase('health.item.prefix', { number, prefix }));
}

function itemOf(
  { scene, pairs }: HealthInput,
  invoice: Invoice,
  severity: HealthItem['severity'],
  what: Phrase,
): HealthItem[] {
  const { side, id, clientId, totalCents, date } = invoice;
  if (isExcluded(scene, pairs, side, clientId)) return [];
  return [
    {
      key: `${what.id}:${side}:${id}`,
      severity,
      clientName: scene.now[side].clients.get(clientId)?.name ?? '',
      what,
      amountCents: totalCents,
      date,
      subject: { side, kind: 'invoice', id },
      actions: [],
      decided: null,
    },
  ];
}
