import type { QboCompany } from '../company';
import { companyNotAuthorized, type GatewayFault, notAuthenticated } from '../envelopes';
import type { QboSwitches } from '../switches';
import type { Session } from './sessions';

const AUTHORIZATION =
  /^Intuit_APIKey\s+intuit_apikey\s*=\s*([^,\s]+)\s*,\s*intuit_apikey_version\s*=\s*1\.0$/i;

/**
 * Who may call `/api/v3/company/{realm}/…` of the web host (jroth1111/qb-cli): a session cookie
 * alone is not enough, the page's key must come with it, the company must be the current one,
 * and writes carry the token of the readable cookie.
 */
export function webApiFault(
  request: Request,
  session: Session | undefined,
  realm: string,
  company: QboCompany | undefined,
  apiKey: string,
  switches: QboSwitches,
): GatewayFault | undefined {
  const key = AUTHORIZATION.exec(request.headers.get('authorization') ?? '')?.[1];
  if (!session) return notAuthenticated('Session expired: sign in again.');
  if (key !== apiKey) return notAuthenticated('Authorization header is missing or not valid.');
  const named = request.headers.get('intuit-company-id');
  if (!company || named !== realm || session.realm !== realm) {
    return companyNotAuthorized(switches.companyMismatchStatus);
  }
  const isWrite = request.method !== 'GET' && request.method !== 'HEAD';
  if (isWrite && request.headers.get('csrftoken') !== session.csrfToken) {
    return {
      ...companyNotAuthorized(403),
      detail: 'Authorization Failure: csrftoken is not valid.',
    };
  }
  return undefined;
}
