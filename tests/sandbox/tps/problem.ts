/**
 * What TPS answers when it refuses: RFC 7807 problem JSON. Thrown by the books, turned into a
 * response by the API, so that a test of the books and a test over HTTP see the same content.
 */
const TYPE_BASE = 'https://app.tpssoftware.com/problems/';

const KINDS = {
  validation: { status: 400, title: 'The request is not valid.' },
  'signed-out': { status: 401, title: 'You are signed out.' },
  permission: { status: 403, title: 'A permission is missing.' },
  xsrf: { status: 403, title: 'The request could not be verified.' },
  'not-found': { status: 404, title: 'Not found.' },
  'version-conflict': { status: 409, title: 'The record was changed by someone else.' },
  'duplicate-number': { status: 409, title: 'The invoice number is already used.' },
  rule: { status: 422, title: 'The change is against a rule.' },
} as const;

export type ProblemKind = keyof typeof KINDS;
export type FieldErrors = Readonly<Record<string, readonly string[]>>;

export interface ProblemJson {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly errors?: FieldErrors;
}

export class TpsProblem extends Error {
  readonly kind: ProblemKind;
  readonly status: 400 | 401 | 403 | 404 | 409 | 422;
  readonly body: ProblemJson;

  constructor(kind: ProblemKind, detail: string, errors?: FieldErrors) {
    super(detail);
    this.name = 'TpsProblem';
    const { status, title } = KINDS[kind];
    this.kind = kind;
    this.status = status;
    const base = { type: `${TYPE_BASE}${kind}`, title, status, detail };
    this.body = errors ? { ...base, errors } : base;
  }
}

/** A business rule (422) that one field breaks. */
export function ruleBroken(field: string, detail: string): TpsProblem {
  return new TpsProblem('rule', detail, { [field]: [detail] });
}

export function notFound(what: string, id: number): TpsProblem {
  return new TpsProblem('not-found', `There is no ${what} ${id}.`);
}
