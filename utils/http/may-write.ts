import type { Phrase } from '../wording/phrase';
import { type Asked, forbidden } from './failures';

/** Why nothing may be written now, in whatever list; null when it may. */
export type WhyReadOnly = () => Promise<Phrase | null>;

/**
 * Asked in front of every single write, the firm's notes included. Throws a PortError of kind
 * `forbidden`; nothing was sent then.
 */
export async function mustMayWrite(why: WhyReadOnly | undefined, asked: Asked): Promise<void> {
  const what = asked.write ? await why?.() : null;
  if (what) throw forbidden(asked, what);
}
