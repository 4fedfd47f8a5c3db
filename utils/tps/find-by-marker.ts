import type { ClientDraft, Draft } from '../ledger/drafts';
import type { Client, LedgerRecord } from '../ledger/entities';
import type { Except } from '../ledger/except';
import { isSameMarker } from '../ledger/marker';
import { PATHS } from './paths';
import { adjustmentOf } from './read/adjustment';
import { clientOf } from './read/client';
import { invoiceOf } from './read/invoice';
import { readList } from './read/list';
import { paymentOf } from './read/payment';
import { adjustment, client, invoice, payment } from './schemas';
import type { TpsTransport } from './transport';

/**
 * Looks for the record that carries a marker. The contract has no search, so after a write whose
 * outcome is unknown the list is read whole; otherwise only what came since the books were read. A client has no text that could
 * carry a marker: its Client ID, which is unique, together with its name stands in for it.
 */
export async function findByMarker(
  transport: TpsTransport,
  marker: string,
  draft: Draft,
  since: string | null,
  except?: Except,
): Promise<LedgerRecord | null> {
  const lately = since === null ? {} : { params: { modifiedSince: since } };
  const isIt = (record: LedgerRecord): boolean =>
    !except?.(record) && isSameMarker(record.marker, marker);
  switch (draft.kind) {
    case 'client': {
      const params = { includeDeleted: 'true' };
      const request = { path: PATHS.clients, type: 'client', schema: client, params } as const;
      const { rows } = await readList(transport, request);
      return rows.map(clientOf).find((found) => isSameClient(found, draft)) ?? null;
    }
    case 'invoice': {
      if (draft.invoiceKind === 'adjustment')
        return (await adjustments(transport, lately)).find(isIt) ?? null;
      const request = {
        path: PATHS.invoices,
        type: 'invoice',
        schema: invoice,
        ...lately,
      } as const;
      const { rows } = await readList(transport, request);
      return rows.map(invoiceOf).find(isIt) ?? null;
    }
    case 'payment': {
      if (draft.booking === 'adjustment')
        return (await adjustments(transport, lately)).find(isIt) ?? null;
      const request = {
        path: PATHS.payments,
        type: 'payment',
        schema: payment,
        ...lately,
      } as const;
      const { rows } = await readList(transport, request);
      return rows.map(paymentOf).find(isIt) ?? null;
    }
  }
}

async function adjustments(
  transport: TpsTransport,
  lately: { readonly params?: { readonly modifiedSince: string } },
): Promise<LedgerRecord[]> {
  const of = { path: PATHS.adjustments, type: 'adjustment', schema: adjustment } as const;
  const request = { ...of, ...lately };
  const { rows } = await readList(transport, request);
  return rows.map(adjustmentOf);
}

function isSameClient(found: Client, draft: ClientDraft): boolean {
  if (found.name !== draft.name.trim()) return false;
  if (draft.code === '') return found.email === draft.email;
  return found.code.toLowerCase() === draft.code.toLowerCase();
}
