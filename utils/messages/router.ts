/**
 * The worker's end of the message table: who may ask what, does the request fit its schema, and
 * the answer in an envelope. The one `onMessage` listener of the worker.
 */

import { z } from 'zod/mini';
import { SIDES } from '../ledger/side';
import { TRAITS } from '../ledger/traits';
import { phrase } from '../wording/phrase';
import type { Envelope, Refusal } from './ask';
import { type RequestName, requests } from './requests';
import type { Sender } from './table/message';

/** What the browser says about whoever sent a message. */
export interface MessageSender {
  readonly id?: string | undefined;
  readonly url?: string | undefined;
  readonly origin?: string | undefined;
}

const envelope = z.object({ name: z.string(), request: z.unknown() });
const GUEST_HOSTS: readonly string[] = SIDES.map((side) => TRAITS[side].origin);

export interface RouterDeps {
  readonly extensionId: string;
  /** `chrome-extension://<id>` */
  readonly extensionOrigin: string;
  readonly refusalOf: (error: unknown) => Promise<Refusal>;
  readonly handle: (name: RequestName, request: unknown) => Promise<unknown>;
}

/**
 * Answers a message, or returns undefined for one that is not for the worker. A promise is what
 * `webextension-polyfill` sends back.
 */
export function routeMessage(
  message: unknown,
  sender: MessageSender,
  deps: RouterDeps,
): Promise<Envelope<unknown>> | undefined {
  const parsed = z.safeParse(envelope, message);
  if (!parsed.success || !isRequestName(parsed.data.name)) return undefined;
  const { name, request } = parsed.data;
  const who = senderKind(sender, deps);
  const { from, schema } = requests[name];
  const allowed: readonly Sender[] = from;
  if (who === null || !allowed.includes(who)) return Promise.resolve(refused('sender'));
  const body = z.safeParse(schema, request);
  if (!body.success) return Promise.resolve(refused(z.prettifyError(body.error)));
  return deps.handle(name, body.data).then(
    (value) => ({ ok: true, value }),
    async (error: unknown) => ({ ok: false, error: await deps.refusalOf(error) }),
  );
}

function isRequestName(name: string): name is RequestName {
  return Object.hasOwn(requests, name);
}

/** An extension page says so by its address; a content script has the address of its web page. */
function senderKind(sender: MessageSender, deps: RouterDeps): Sender | null {
  if (sender.id !== deps.extensionId || sender.url === undefined) return null;
  if (!URL.canParse(sender.url)) return null;
  const { origin } = new URL(sender.url);
  if (sender.url.startsWith(`${deps.extensionOrigin}/`)) return 'page';
  return GUEST_HOSTS.includes(origin) ? 'guest' : null;
}

function refused(technical: string): Envelope<unknown> {
  return { ok: false, error: { what: phrase('request.refused'), technical } };
}
