import { RefusedError } from '../../utils/messages/ask';
import type { Phrase } from '../../utils/wording/phrase';

/** Why something that was asked did not happen. `what` is null when no one could say it. */
export interface Trouble {
  what: Phrase | null;
  technical: string | null;
}

/** What a person is told about anything that was thrown. */
export function troubleOf(thrown: unknown): Trouble {
  if (thrown instanceof RefusedError) return thrown.refusal;
  return { what: null, technical: thrown instanceof Error ? thrown.message : String(thrown) };
}
