/** What was found for and against a pair so far: points, words, and the facts that decide. */
import type { Phrase } from '../wording/phrase';

export class Evidence {
  points = 0;
  readonly reasons: Phrase[] = [];
  /** Our own marker names the twin. */
  marker = false;
  code = false;
  otherCode = false;
  /** Several invoices in common, number and amount: no two clients share those. */
  invoices = false;
  /** An e-mail that nobody else has, on either side. */
  ownEmail = false;
  ownPhone = false;
  address = false;
  /** Anything besides the name speaks for the pair. */
  borneOut = false;
  /** Anything speaks against it. */
  contradicted = false;

  add(points: number, reason: Phrase): void {
    this.points += points;
    this.reasons.push(reason);
    if (points > 0) this.borneOut = true;
    else this.contradicted = true;
  }
}
