import { malformed } from '../../http/failures';
import { parseRow } from '../../http/parse-row';
import type { Books } from '../../ledger/references';
import type { QboReply, QboTransport } from '../request';
import { companyInfo, preferences } from '../schemas/lists';

/** Addresses, and perhaps companies, come with ISO-3 codes since 2025-10-31 (Intuit blog). */
const COUNTRY_BY_ISO3: Readonly<Record<string, string>> = { USA: 'US', CAN: 'CA' };

/**
 * Name, country and the settings that decide what can be written; of the company that the session
 * shows, even when it is not the paired one.
 */
export async function booksOf(transport: QboTransport, realm: string): Promise<Books> {
  const subject = { type: 'company' as const, label: realm };
  const [info, prefs] = await Promise.all([
    transport.get({ path: `companyinfo/${realm}`, subject, anyCompany: true }),
    transport.get({ path: 'preferences', subject, anyCompany: true }),
  ]);
  const company = parseRow(companyInfo, inner(info, 'CompanyInfo'), 'company', info.asked);
  const settings = parseRow(preferences, inner(prefs, 'Preferences'), 'company', prefs.asked);
  transport.named(realm, company.CompanyName);
  const country = COUNTRY_BY_ISO3[company.Country] ?? company.Country;
  const { CustomTxnNumbers, AutoApplyCredit, AutoApplyPayments } = settings.SalesFormsPrefs ?? {};
  return {
    id: realm,
    name: company.CompanyName,
    country,
    currency: settings.CurrencyPrefs?.HomeCurrency?.value ?? (country === 'CA' ? 'CAD' : 'USD'),
    closedUntil: settings.AccountingInfoPrefs?.BookCloseDate ?? null,
    customNumbers: CustomTxnNumbers ?? false,
    ...(AutoApplyCredit || AutoApplyPayments ? { appliesByItself: true } : {}),
    mayWrite: true,
  };
}

/** The object inside `{"Invoice":{…},"time":…}`. */
export function inner(reply: QboReply, entity: string): unknown {
  const { body } = reply;
  const value: unknown =
    typeof body === 'object' && body !== null ? Reflect.get(body, entity) : undefined;
  if (value === undefined || value === null) throw malformed(reply.asked, entity, 'missing');
  return value;
}
