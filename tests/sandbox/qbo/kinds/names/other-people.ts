import type { EntityRules } from '../../book/book';
import { booleanAt, compact, omit } from '../../json';
import { ordered } from '../ordered';
import { checkPerson, namePerson } from './person';
import { livingName } from './unique-name';

const COMPUTED: ReadonlySet<string> = new Set([
  'domain',
  'sparse',
  'status',
  'Id',
  'SyncToken',
  'MetaData',
  'Balance',
  'CurrencyRef',
]);
/** Recorded: minimul/qbo_api batch/basic.yml and deactivate/employee.yml. */
const ORDER = [
  'BillAddr',
  'Balance',
  'AcctNum',
  'Vendor1099',
  'CurrencyRef',
  'BillableTime',
  'BirthDate',
  'HiredDate',
  'domain',
  'sparse',
  'Id',
  'SyncToken',
  'MetaData',
  'GivenName',
  'FamilyName',
  'CompanyName',
  'DisplayName',
  'PrintOnCheckName',
  'Active',
];

/** Vendor and Employee: they matter for names and references only. */
export function otherPeopleRules(entity: 'Vendor' | 'Employee'): EntityRules {
  return {
    draft: (book, input, context) => {
      checkPerson(book, input);
      const { displayName, active } = namePerson(book, entity, input, context, undefined);
      const own =
        entity === 'Vendor'
          ? { Vendor1099: booleanAt(input, 'Vendor1099') ?? false, CurrencyRef: book.currency }
          : { BillableTime: booleanAt(input, 'BillableTime') ?? false };
      const body = compact({
        ...omit(input, COMPUTED),
        ...own,
        DisplayName: displayName,
        PrintOnCheckName: input.PrintOnCheckName ?? livingName(displayName),
        Active: active,
      });
      return { body, facts: null };
    },
    present: (_book, rec) =>
      ordered(rec, entity === 'Vendor' ? { Balance: rec.body.Balance ?? 0 } : {}, ORDER),
  };
}
