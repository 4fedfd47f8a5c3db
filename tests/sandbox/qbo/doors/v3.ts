import { copied } from '../../copied';
import type { QboCompany } from '../company';
import { throttled } from '../envelopes';
import { companyEnded, QboFault, systemFailure, tooLong, unsupportedOperation } from '../fault';
import type { JsonObject } from '../json';
import type { QboSwitches } from '../switches';
import { downloadAddress, upload } from './attachments';
import { runBatch } from './batch';
import { bodyOf, type Call, type Files, includesOf } from './call';
import { entityCall } from './entity-calls';
import { RateLimit } from './rate-limit';
import { failure, refusal, success } from './respond';
import { makeTaxCode } from './tax-service';

/** Who calls: limits of seconds and batches are for each app. */
export interface Caller {
  readonly user: string;
  readonly app: string;
}

/** An answer, and when it was given. */
interface Remembered {
  readonly reply: JsonObject | QboFault;
  readonly atMs: number;
}

const FORGOTTEN_AFTER_MS = 10 * 60_000;

/** The v3 service of all companies, after a door has let the caller in. */
export class V3Service {
  private readonly limits = new Map<string, RateLimit>();
  private readonly replies = new Map<string, Remembered>();
  readonly files: Files = new Map();

  constructor(private readonly switches: QboSwitches) {}

  /** `path` starts after the host: `/v3/company/{realm}/…`. */
  async answer(
    company: QboCompany,
    request: Request,
    path: string,
    { user, app }: Caller,
  ): Promise<Response> {
    const ms = company.nowMs();
    const parts = path
      .split('/')
      .slice(4)
      .filter((part) => part !== '')
      .map(decodeURIComponent);
    if (this.switches.rateLimit && !this.limitOf(company).admits(ms, app, parts[0] === 'batch')) {
      const wait = this.switches.retryAfter === 'seconds60' ? { 'Retry-After': '60' } : {};
      return refusal(throttled(), ms, wait);
    }
    if (this.switches.subscription === 'ended') {
      return failure(request, companyEnded(this.switches.subscriptionEndedStatus), ms);
    }
    const search = new URL(request.url).searchParams;
    const isUpload = parts[0] === 'upload';
    const call: Call = {
      request,
      company,
      method: request.method,
      parts,
      path,
      search,
      text: request.method === 'POST' && !isUpload ? await request.text() : '',
      options: { user, include: includesOf(search) },
      files: this.files,
    };
    try {
      if (this.switches.plainTextBody === 'refused') mustSayJson(call);
      const reply = await this.replayed(call);
      return reply instanceof Response ? reply : success(request, reply, company.nowMs());
    } catch (error) {
      const fault = error instanceof QboFault ? error : systemFailure(String(error));
      if (!(error instanceof QboFault)) console.error(error);
      return failure(request, fault, company.nowMs());
    }
  }

  /** Remembers the calls and answers that another service remembers. */
  copyFrom(other: V3Service): void {
    for (const [realm, limit] of other.limits) this.limits.set(realm, copied(limit));
    for (const [key, reply] of other.replies) this.replies.set(key, reply);
    for (const [key, file] of other.files) this.files.set(key, file);
  }

  private limitOf(company: QboCompany): RateLimit {
    const known = this.limits.get(company.realm);
    if (known) return known;
    const made = new RateLimit();
    this.limits.set(company.realm, made);
    return made;
  }

  /** Intuit developer blog 2015-04-06: a request id seen before gets the first answer again. */
  private async replayed(call: Call): Promise<JsonObject | Response> {
    const id = call.method === 'POST' ? call.search.get('requestid') : null;
    if (id === null || id === '' || this.switches.requestId === 'ignored') return this.run(call);
    const longest = call.parts[0] === 'batch' ? 36 : 50;
    if (id.length > longest) throw tooLong('requestid', longest, id.length);
    const key = `${call.company.realm} ${id}`;
    const known = this.remembered(key, call.company.nowMs());
    const keepsFaults = this.switches.requestIdFaults === 'replayed';
    if (known instanceof QboFault && keepsFaults) throw known;
    if (known && !(known instanceof QboFault)) return known;
    try {
      const reply = await this.run(call);
      if (!(reply instanceof Response)) {
        this.replies.set(key, { reply, atMs: call.company.nowMs() });
      }
      return reply;
    } catch (error) {
      if (error instanceof QboFault && keepsFaults) {
        this.replies.set(key, { reply: error, atMs: call.company.nowMs() });
      }
      throw error;
    }
  }

  private remembered(key: string, nowMs: number): Remembered['reply'] | undefined {
    const known = this.replies.get(key);
    if (!known) return undefined;
    const isForgotten =
      this.switches.requestIdKept === 'tenMinutes' && nowMs - known.atMs > FORGOTTEN_AFTER_MS;
    return isForgotten ? undefined : known.reply;
  }

  private async run(call: Call): Promise<JsonObject | Response> {
    const [first = '', second] = call.parts;
    switch (first.toLowerCase()) {
      case 'query':
        return { QueryResponse: call.company.query(queryText(call)) };
      case 'cdc':
        return call.company.cdc(
          (call.search.get('entities') ?? '').split(','),
          call.search.get('changedSince') ?? '',
        );
      case 'batch':
        if (call.method !== 'POST') throw unsupportedOperation(call.path);
        return runBatch(call, bodyOf(call), this.switches);
      case 'upload':
        return upload(call);
      case 'download':
        return downloadAddress(call);
      case 'taxservice':
        if (call.method !== 'POST' || second !== 'taxcode') throw unsupportedOperation(call.path);
        return makeTaxCode(call);
      default:
        return entityCall(call);
    }
  }
}

/** Objects come as JSON; a query is a text, and a document is sent with nothing. */
function mustSayJson({ method, parts, request, text }: Call): void {
  if (method !== 'POST' || text.trim() === '' || parts[0]?.toLowerCase() === 'query') return;
  const type = request.headers.get('content-type') ?? '';
  if (!type.startsWith('text/plain')) return;
  throw new QboFault('500', 'Unsupported Media Type', `Content-Type ${type}`, undefined, 415);
}

/** GET has the statement in `query=`; POST has it as the body (`application/text`). */
function queryText(call: Call): string {
  if (call.method === 'GET') return call.search.get('query') ?? '';
  const inQuery = call.search.get('query');
  if (call.text.trim() === '' && inQuery !== null) return inQuery;
  return call.text;
}
