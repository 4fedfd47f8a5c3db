/** Small books for tests of the pure core. */
import { cents, ZERO } from '../../../utils/ledger/cents';
import {
  type ClientOn,
  type InvoiceOn,
  isOn,
  type LedgerRecord,
  type PaymentOn,
} from '../../../utils/ledger/entities';
import { type Link, type Linkable, LinkIndex, linkOf } from '../../../utils/ledger/link';
import { MappingTable } from '../../../utils/ledger/mappings';
import { plainDate } from '../../../utils/ledger/plain-date';
import type { References } from '../../../utils/ledger/references';
import type { Side } from '../../../utils/ledger/side';
import { snapshotOf } from '../../../utils/ledger/snapshot';
import type { Scene } from '../../../utils/sync/scene';

const common = { version: '1', modifiedAt: '2026-03-02T15:00:00Z', marker: null };

export function client<S extends Side>(
  side: S,
  id: string,
  change: Partial<ClientOn<S>> = {},
): ClientOn<S> {
  return {
    ...common,
    kind: 'client',
    side,
    id,
    name: `Client ${id}`,
    code: side === 'tps' ? `C${id}` : '',
    firstName: '',
    lastName: '',
    email: '',
    phone: '',
    address: { line1: '', line2: '', city: '', province: '', postalCode: '', country: '' },
    status: 'active',
    excludedInTps: false,
    parentId: null,
    isProject: false,
    currency: null,
    balanceCents: ZERO,
    ...change,
  };
}

export function invoice<S extends Side>(
  side: S,
  id: string,
  change: Partial<InvoiceOn<S>> = {},
): InvoiceOn<S> {
  const total = change.totalCents ?? cents(10_000);
  return {
    ...common,
    kind: 'invoice',
    side,
    id,
    clientId: '1',
    invoiceKind: 'invoice',
    number: id,
    date: plainDate('2026-03-01'),
    dueDate: null,
    memo: '',
    lines: [{ codeId: 'a', description: 'Work', quantity: '1', amountCents: total, taxKey: '' }],
    taxes: [],
    totalCents: total,
    balanceCents: total,
    voided: false,
    oddity: null,
    templateId: '',
    paymentLink: null,
    payableOnline: false,
    ...change,
  };
}

export function payment<S extends Side>(
  side: S,
  id: string,
  change: Partial<PaymentOn<S>> = {},
): PaymentOn<S> {
  const amount = change.amountCents ?? cents(5_000);
  return {
    ...common,
    kind: 'payment',
    booking: 'receipt',
    side,
    id,
    clientId: '1',
    date: plainDate('2026-03-01'),
    bankId: 'b',
    methodId: 'm',
    reference: '',
    memo: '',
    amountCents: amount,
    applications: [],
    unappliedCents: amount,
    voided: false,
    deposited: false,
    ...change,
  };
}

/** Two that both agree on as they are. */
export function linked(tps: Linkable, qbo: Linkable): Link {
  return linkOf({ type: tps.kind, base: { tps, qbo } });
}

const REFERENCES: References = {
  takenNames: [],
  codes: [
    { id: 'a', name: 'Work', path: 'Work', active: true, billable: true, group: 'CHARGEABLE' },
  ],
  taxRates: [],
  taxChoices: [{ id: '', name: 'No tax', rateIds: [], active: true }],
  banks: [{ id: 'b', name: 'Bank', type: 'Bank' }],
  adjustmentAccounts: [
    { id: 'w', name: 'Write-offs', type: 'Expense' },
    { id: 'c', name: 'Clearing', type: 'Other Current Asset' },
  ],
  paymentTemplateIds: [],
  methods: [{ id: 'm', name: 'Cheque' }],
};

/** A scene in which both sides use the same ids for codes, banks and methods. */
export function scene(records: readonly LedgerRecord[], change: Partial<Scene> = {}): Scene {
  const side = <S extends Side>(name: S) =>
    snapshotOf(
      {
        side: name,
        references: REFERENCES,
        arCents: ZERO,
        books: {
          id: '1',
          name,
          country: 'CA',
          currency: 'CAD',
          closedUntil: null,
          customNumbers: true,
          mayWrite: true,
        },
      },
      records.filter((record) => isOn(name, record)),
    );
  return {
    now: { tps: side('tps'), qbo: side('qbo') },
    links: new LinkIndex([]),
    mappings: new MappingTable([
      { kind: 'code', from: 'tps', fromId: 'a', toId: 'a' },
      { kind: 'tax', from: 'tps', fromId: '', toId: '' },
      { kind: 'bank', from: 'tps', fromId: 'b', toId: 'b' },
      { kind: 'method', from: 'tps', fromId: 'm', toId: 'm' },
    ]),
    wishes: new Map(),
    ignored: new Map(),
    cutoff: null,
    past: null,
    owed: new Set(),
    policies: {},
    rulings: new Map(),
    linkSettled: false,
    removals: 'void',
    stale: new Set(),
    today: plainDate('2026-03-02'),
    taxToleranceCents: 2,
    ...change,
  };
}
