import { type Cents, cents, sumCents, ZERO } from '../../ledger/cents';
import type { Invoice } from '../../ledger/entities';
import { suggestTax } from '../../matching/suggest-mapping';
import { phrase } from '../../wording/phrase';
import { isExcluded } from '../exclusion';
import { groupOf, type HealthCheck, type HealthInput, type HealthItem } from '../group';

/** Canadian lines without a tax code (6000), and taxes of TPS that no code of QuickBooks stands for. */
export const taxCodes: HealthCheck = (input) =>
  groupOf('taxCodes', phrase('health.taxCodes.why'), phrase('health.taxCodes.advice'), [
    ...input.scope.qbo.invoices.flatMap((invoice) => withoutCode(input, invoice)),
    ...unmapped(input),
  ]);

function withoutCode({ scene, pairs }: HealthInput, invoice: Invoice): HealthItem[] {
  const bare = invoice.lines.filter((line) => line.taxKey === '' && line.amountCents !== 0);
  if (scene.now.qbo.books.country !== 'CA' || bare.length === 0) return [];
  if (isExcluded(scene, pairs, 'qbo', invoice.clientId)) return [];
  return [
    {
      key: `invoice:${invoice.id}`,
      severity: 'blocks',
      clientName: scene.now.qbo.clients.get(invoice.clientId)?.name ?? '',
      what: phrase('health.item.noTaxCode', { number: invoice.number, lines: bare.length }),
      amountCents: sumCents(bare.map((line) => line.amountCents)),
      date: invoice.date,
      subject: { side: 'qbo', kind: 'invoice', id: invoice.id },
      actions: [],
      decided: null,
    },
  ];
}

/** Work codes billed with a combination of taxes that is neither mapped nor to be guessed by rate. */
function unmapped({ scene, scope }: HealthInput): HealthItem[] {
  const { tps, qbo } = scene.now;
  const sums = new Map<
    string,
    { codeId: string; taxKey: string; lines: number; amountCents: Cents }
  >();
  for (const { lines } of scope.tps.invoices) {
    for (const { codeId, taxKey, amountCents } of lines) {
      if (codeId === '' || scene.mappings.get('tax', 'tps', taxKey) !== null) continue;
      const choice = tps.references.taxChoices.find(({ id }) => id === taxKey);
      if (choice && suggestTax(choice, tps.references, qbo.references) !== null) continue;
      const key = `${codeId} ${taxKey}`;
      const sum = sums.get(key) ?? { codeId, taxKey, lines: 0, amountCents: ZERO };
      const total = cents(sum.amountCents + amountCents);
      sums.set(key, { ...sum, lines: sum.lines + 1, amountCents: total });
    }
  }
  return [...sums].map(([key, { codeId, taxKey, lines, amountCents }]) => ({
    key: `code:${key}`,
    severity: 'blocks',
    clientName: '',
    what: phrase('health.item.noTaxThere', {
      code: tps.references.codes.find(({ id }) => id === codeId)?.name ?? codeId,
      tax: tps.references.taxChoices.find(({ id }) => id === taxKey)?.name ?? taxKey,
      lines,
    }),
    amountCents,
    date: null,
    subject: null,
    actions: [],
    decided: null,
  }));
}
