/** How often a minute we put our element back before we leave the page alone. */
export const FIGHTS_PER_MINUTE_MAX = 30;

const MINUTE_MS = 60_000;

/**
 * Counts how often the page threw our element out. Two parties that each put back what the other
 * removes would burn the user's processor for ever; one must give in, and it is the guest.
 */
export class Fights {
  #at: number[] = [];

  /** Notes a fight at `nowMs`; false when there were too many within the last minute. */
  mayFight(nowMs: number): boolean {
    this.#at = this.#at.filter((ms) => nowMs - ms < MINUTE_MS);
    if (this.#at.length >= FIGHTS_PER_MINUTE_MAX) return false;
    this.#at.push(nowMs);
    return true;
  }
}
