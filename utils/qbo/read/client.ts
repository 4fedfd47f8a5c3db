import { ZERO } from '../../ledger/cents';
import type { Address, Client } from '../../ledger/entities';
import { readNotes } from '../client-notes';
import type { WireCustomer } from '../schemas/customer';

const NO_ADDRESS: Address = {
  line1: '',
  line2: '',
  city: '',
  province: '',
  postalCode: '',
  country: '',
};

/** QBO appends this to the name of an inactive customer (recorded for Account, Employee). */
const INACTIVE_SUFFIX = / \(deleted(?: \d+)?\)$/;

/** In whatever language: what QBO adds stands in brackets at the end. */
const ANY_SUFFIX = / \([^()]+\)$/;

/**
 * The customer's own name. One that was made active again may still have the suffix: it is QBO's.
 * In another language it is told by the name on cheques, which QBO leaves as it was.
 */
export function ownName({
  DisplayName,
  PrintOnCheckName,
  Active,
}: Pick<WireCustomer, 'DisplayName' | 'PrintOnCheckName' | 'Active'>): string {
  const own = DisplayName.replace(INACTIVE_SUFFIX, '');
  if (own !== DisplayName || Active) return own;
  const bare = DisplayName.replace(ANY_SUFFIX, '');
  return bare === PrintOnCheckName ? bare : DisplayName;
}

/** A Customer as a Client. QBO has no deleted customers, only inactive ones. */
export function clientOf(wire: WireCustomer): Client {
  const { code, marker } = readNotes(wire.Notes);
  return {
    kind: 'client',
    side: 'qbo',
    id: wire.Id,
    version: wire.SyncToken,
    modifiedAt: wire.MetaData.LastUpdatedTime,
    marker,
    name: ownName(wire),
    code,
    firstName: wire.GivenName,
    lastName: wire.FamilyName,
    email: emailsOf(wire)[0] ?? '',
    phone: wire.PrimaryPhone?.FreeFormNumber ?? '',
    address: addressOf(wire),
    status: wire.Active ? 'active' : 'inactive',
    excludedInTps: false,
    parentId: wire.ParentRef?.value ?? null,
    isProject: wire.IsProject,
    currency: wire.CurrencyRef?.value ?? null,
    balanceCents: wire.Balance ?? ZERO,
  };
}

/** QBO takes several in one field; TPS has the first, the others stay where they are. */
export function emailsOf({ PrimaryEmailAddr }: Pick<WireCustomer, 'PrimaryEmailAddr'>): string[] {
  const all = (PrimaryEmailAddr?.Address ?? '').split(/[,;]/).map((one) => one.trim());
  return all.filter((one) => one !== '');
}

export function addressOf(wire: WireCustomer): Address {
  const address = wire.BillAddr;
  if (!address) return NO_ADDRESS;
  return {
    line1: address.Line1,
    line2: address.Line2,
    city: address.City,
    province: address.CountrySubDivisionCode,
    postalCode: address.PostalCode,
    country: address.Country,
  };
}
