/** A ClientDraft as the JSON of a Customer. Only what differs is sent on an update. */
import type { ClientDraft } from '../../ledger/drafts';
import { readNotes, writeNotes } from '../client-notes';
import { addressOf, emailsOf } from '../read/client';
import type { WireCustomer } from '../schemas/customer';

type Json = Readonly<Record<string, unknown>>;

export function newCustomer(draft: ClientDraft): Json {
  const body: Record<string, unknown> = { DisplayName: draft.name };
  if (draft.firstName) body.GivenName = draft.firstName;
  if (draft.lastName) body.FamilyName = draft.lastName;
  if (draft.email) body.PrimaryEmailAddr = { Address: draft.email };
  if (draft.phone) body.PrimaryPhone = { FreeFormNumber: draft.phone };
  if (Object.values(draft.address).some(Boolean)) body.BillAddr = wireAddress(draft);
  const notes = writeNotes('', draft.code, draft.marker);
  if (notes) body.Notes = notes;
  return body;
}

/**
 * Sparse update over the customer as it is now: fields that we do not know stay, and so does the
 * user's own text in Notes. A field that became empty is sent as an empty text.
 */
export function changedCustomer(before: WireCustomer, draft: ClientDraft): Json {
  const body: Record<string, unknown> = {
    Id: before.Id,
    SyncToken: before.SyncToken,
    sparse: true,
  };
  if (draft.name !== before.DisplayName) body.DisplayName = draft.name;
  if (draft.firstName !== before.GivenName) body.GivenName = draft.firstName;
  if (draft.lastName !== before.FamilyName) body.FamilyName = draft.lastName;
  const [email = '', ...others] = emailsOf(before);
  if (draft.email !== email) {
    const Address = [draft.email, ...others].filter((one) => one !== '').join(', ');
    body.PrimaryEmailAddr = { Address };
  }
  if (draft.phone !== (before.PrimaryPhone?.FreeFormNumber ?? '')) {
    body.PrimaryPhone = { FreeFormNumber: draft.phone };
  }
  if (
    JSON.stringify(wireAddress(draft)) !==
    JSON.stringify(wireAddress({ address: addressOf(before) }))
  ) {
    // What is left of the old address would be printed below the new one.
    body.BillAddr = { ...before.BillAddr, ...wireAddress(draft), ...NO_MORE_LINES };
  }
  const old = readNotes(before.Notes);
  const notes = writeNotes(old.own, draft.code || old.code, draft.marker ?? old.marker);
  if (notes !== before.Notes) body.Notes = notes;
  return body;
}

/** Lines that TPS does not have. */
const NO_MORE_LINES: Json = { Line3: '', Line4: '', Line5: '' };

function wireAddress({ address }: Pick<ClientDraft, 'address'>): Json {
  return {
    Line1: address.line1,
    Line2: address.line2,
    City: address.city,
    CountrySubDivisionCode: address.province,
    PostalCode: address.postalCode,
    Country: address.country,
  };
}
