import type { Side } from '../../../utils/ledger/side';
import { isWriteRequest } from '../../sandbox/traffic';

/** One request of the extension, as the sites see it. */
export interface WireRequest {
  readonly side: Side;
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly body: string;
  /** It could change something; a read by POST does not. */
  readonly write: boolean;
}

export function wireRequest(side: Side, url: string, init: RequestInit): WireRequest {
  const { pathname, search } = new URL(url);
  const path = `${pathname}${search}`;
  const method = init.method ?? 'GET';
  const body = typeof init.body === 'string' ? init.body : '';
  const plain = side === 'qbo' ? path.replace(/^\/api/, '') : path;
  return { side, method, path, body, write: isWriteRequest(method, plain, body) };
}
