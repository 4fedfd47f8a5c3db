import type { QboCompany, WriteOptions } from '../company';
import { QboFault, requiredParameter } from '../fault';
import { isObject, type JsonObject, parseJson } from '../json';

/** One request to the v3 service, behind either door. */
export interface Call {
  readonly request: Request;
  readonly company: QboCompany;
  readonly method: string;
  /** Path parts after `/company/{realm}`. */
  readonly parts: readonly string[];
  /** Path as the service names it in faults. */
  readonly path: string;
  readonly search: URLSearchParams;
  readonly text: string;
  readonly options: WriteOptions;
  readonly files: Files;
}

/** Bytes of uploaded attachments, by company and id. */
export type Files = Map<string, { readonly bytes: Uint8Array<ArrayBuffer>; readonly type: string }>;

/** The values of `include=`, also separated by commas. */
export function includesOf(search: URLSearchParams): readonly string[] {
  return search.getAll('include').flatMap((one) => one.split(','));
}

/** The request's object; 2010 when the body is not JSON. */
export function bodyOf(call: Call): JsonObject {
  if (call.text.trim() === '') throw requiredParameter('Request body');
  const body = parseJson(call.text);
  if (isObject(body)) return body;
  throw new QboFault(
    '2010',
    'Request has invalid or unsupported property',
    'Property Name:Unexpected end-of-input or malformed JSON specified is unsupported or invalid',
  );
}
