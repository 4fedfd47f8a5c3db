import { expect } from 'vitest';
import type {
  Client,
  Foreign,
  Invoice,
  LedgerRecord,
  Payment,
} from '../../../utils/ledger/entities';
import { PortError, type PortErrorKind } from '../../../utils/port/port-error';

/** Narrow a record, or fail the test. */
export function asClient(record: LedgerRecord | null | undefined): Client {
  if (record?.kind !== 'client') throw new Error(`not a client: ${record?.kind}`);
  return record;
}

export function asInvoice(record: LedgerRecord | null | undefined): Invoice {
  if (record?.kind !== 'invoice') throw new Error(`not an invoice: ${record?.kind}`);
  return record;
}

export function asPayment(record: LedgerRecord | null | undefined): Payment {
  if (record?.kind !== 'payment') throw new Error(`not a payment: ${record?.kind}`);
  return record;
}

export function foreignOf(records: readonly LedgerRecord[]): Foreign[] {
  return records.filter((record) => record.kind === 'foreign');
}

/** The PortError that `act` throws; fails the test when it throws none of this kind. */
export async function failure(act: Promise<unknown>, kind: PortErrorKind): Promise<PortError> {
  const error = await act.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof PortError)) throw new Error(`no PortError: ${String(error)}`);
  expect(error.kind, error.message).toBe(kind);
  expect(error.technical.length).toBeLessThanOrEqual(500);
  expect(error.technical).not.toMatch(/prdakyres|qbo\.ticket|V1-/);
  return error;
}
