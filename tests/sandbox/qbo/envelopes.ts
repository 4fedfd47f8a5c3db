import type { QboFault } from './fault';
import type { JsonObject } from './json';
import { pacificMillis } from './pacific';

/** `{"Fault":…,"type":…}` of one fault, as in batch items too. */
export function faultBody(fault: QboFault): JsonObject {
  return {
    Error: [
      {
        Message: fault.message,
        Detail: fault.detail,
        code: fault.code,
        ...(fault.element === undefined ? {} : { element: fault.element }),
      },
    ],
    type: fault.type,
  };
}

/** The body of a 400 or 500. A 2030 carries no time (recorded: minimul/qbo_api error/500.yml). */
export function faultEnvelope(fault: QboFault, ms: number): JsonObject {
  const body = { Fault: faultBody(fault) };
  return fault.code === '2030' ? body : { ...body, time: pacificMillis(ms) };
}

export interface GatewayFault {
  readonly status: 401 | 403 | 429;
  readonly code: string;
  readonly message: string;
  readonly detail: string | null;
  readonly type: 'AUTHENTICATION' | 'SERVICE' | 'AUTHORIZATION';
}

/**
 * The lower-case envelope of the gateway in front of the service.
 * Recorded: minimul/qbo_api spec/vcr/error/401.yml.
 */
export function gatewayEnvelope(fault: GatewayFault, ms: number): JsonObject {
  return {
    warnings: null,
    intuitObject: null,
    fault: {
      error: [{ message: fault.message, detail: fault.detail, code: fault.code, element: null }],
      type: fault.type,
    },
    report: null,
    queryResponse: null,
    batchItemResponse: [],
    attachableResponse: [],
    syncErrorResponse: null,
    requestId: null,
    time: ms,
    status: null,
    cdcresponse: [],
  };
}

/** Recorded: minimul/qbo_api spec/vcr/error/401.yml. */
export function notAuthenticated(detail: string): GatewayFault {
  return {
    status: 401,
    code: '3200',
    message: 'message=AuthenticationFailed; errorCode=003200; statusCode=401',
    detail,
    type: 'AUTHENTICATION',
  };
}

/** Text from singer-io/tap-quickbooks and public issue threads. */
export function applicationNotAuthorized(): GatewayFault {
  return {
    status: 403,
    code: '3100',
    message: 'message=ApplicationAuthorizationFailed; errorCode=003100; statusCode=403',
    detail: null,
    type: 'SERVICE',
  };
}

/** "-11014" from public issue threads; whether the status is 401 or 403 is not certain. */
export function companyNotAuthorized(status: 401 | 403): GatewayFault {
  return {
    status,
    code: '120',
    message: `message=AuthorizationFailure; errorCode=000120; statusCode=${status}`,
    detail: 'Authorization Failure: -11014-You do not have access to this company.',
    type: 'AUTHORIZATION',
  };
}

/** Recorded: ruckus/quickbooks-ruby spec/fixtures/too_many_requests_error.xml (two blanks). */
export function throttled(): GatewayFault {
  return {
    status: 429,
    code: '3001',
    message: 'message=ThrottleExceeded; errorCode=003001; statusCode=429',
    detail: 'The request limit was reached.  Try again later',
    type: 'SERVICE',
  };
}
