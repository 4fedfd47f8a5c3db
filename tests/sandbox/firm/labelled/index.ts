/**
 * Two client lists of one made-up Canadian firm, and who is who in truth: the measure for client
 * matching. Pure data from a seed; every name is made up.
 *
 * Shares are guesses at an ordinary firm with French and English clients, on the hard side: one in
 * five clients is in one book alone, and families, owners and sister companies share contacts.
 */
import type { ClientOn } from '../../../../utils/ledger/entities';
import type { InvoiceTrace } from '../../../../utils/matching/profile';
import { type Random, seededRandom } from '../random';
import { type Coverage, knownContact } from './contacts';
import type { Difficulty, Entity } from './entity';
import { makeEntities } from './households';
import { type Numbers, openItems } from './open-items';
import { asOfOld, whereKnown } from './presence';
import { clientOf, codeOf, DisplayNames } from './record';
import { type Habits, spell } from './spelling';

export { DIFFICULTIES, type Difficulty } from './entity';

export interface LabelledClients {
  readonly tps: readonly ClientOn<'tps'>[];
  readonly qbo: readonly ClientOn<'qbo'>[];
  readonly tpsInvoices: readonly InvoiceTrace[];
  readonly qboInvoices: readonly InvoiceTrace[];
  /** QuickBooks id by TPS id of those that are one client. */
  readonly twins: ReadonlyMap<string, string>;
  /** What makes a client hard, by `tps:id` or `qbo:id`. */
  readonly difficulties: ReadonlyMap<string, readonly Difficulty[]>;
}

/** Somebody typed the TPS Client ID into QuickBooks, or an earlier sync did. */
const CODE_IN_QBO_SHARE = 0.04;
const QBO_COUNTS_SHARE = 0.3;
const TPS_COVERAGE: Coverage = { email: 0.85, phone: 0.8, address: 0.92 };
const QBO_COVERAGE: Coverage = { email: 0.78, phone: 0.6, address: 0.75 };

export function labelledClients(options: { seed: number; clients: number }): LabelledClients {
  const random = seededRandom(options.seed);
  const books = new TwoBooks(random);
  const entities = makeEntities(random, options.clients);
  const qboIds = random.shuffle(entities.map((_, i) => String(i + 1)));
  for (const [i, entity] of entities.entries()) books.enter(i, entity, qboIds);
  return books.shuffled();
}

class TwoBooks {
  readonly #random: Random;
  readonly #habits: { readonly tps: Habits; readonly qbo: Habits };
  readonly #numbers: Numbers;
  readonly #displayNames = new DisplayNames();
  readonly #tps: ClientOn<'tps'>[] = [];
  readonly #qbo: ClientOn<'qbo'>[] = [];
  readonly #tpsInvoices: InvoiceTrace[] = [];
  readonly #qboInvoices: InvoiceTrace[] = [];
  readonly #twins = new Map<string, string>();
  readonly #difficulties = new Map<string, readonly Difficulty[]>();
  readonly #qboIdByEntity = new Map<number, string>();

  constructor(random: Random) {
    this.#random = random;
    this.#habits = { tps: makeHabits(random, 0.35, 0.01), qbo: makeHabits(random, 0.15, 0.05) };
    this.#numbers = { tps: 1_000, qbo: 1_000, qboCounts: random.chance(QBO_COUNTS_SHARE) };
  }

  enter(i: number, entity: Entity, qboIds: readonly string[]): void {
    const where = whereKnown(this.#random, entity);
    const tpsId = where.tps ? String(this.#tps.length + 1) : null;
    const qboId = where.qbo ? (qboIds[i] ?? null) : null;
    const code = codeOf(entity, i);
    if (tpsId !== null) this.#enterInTps(tpsId, entity, code);
    if (qboId !== null) {
      const isTyped = tpsId !== null && this.#random.chance(CODE_IN_QBO_SHARE);
      this.#enterInQbo(qboId, entity, isTyped ? code : '');
      this.#qboIdByEntity.set(i, qboId);
    }
    if (tpsId !== null && qboId !== null) this.#twins.set(tpsId, qboId);
    const items = openItems(this.#random, { tps: tpsId, qbo: qboId }, this.#numbers);
    this.#tpsInvoices.push(...items.tps);
    this.#qboInvoices.push(...items.qbo);
  }

  #enterInTps(id: string, entity: Entity, code: string): void {
    const spelled = spell(this.#random, entity, this.#habits.tps);
    const contact = knownContact(this.#random, entity, TPS_COVERAGE);
    this.#tps.push({ ...clientOf('tps', id, spelled, contact), code });
    this.#difficulties.set(`tps:${id}`, [...entity.difficulties, ...spelled.difficulties]);
  }

  #enterInQbo(id: string, now: Entity, code: string): void {
    const { entity, difficulties } = asOfOld(this.#random, now);
    const spelled = spell(this.#random, entity, this.#habits.qbo);
    const name = this.#displayNames.free(spelled.name, entity.contact.city);
    const contact = knownContact(this.#random, entity, QBO_COVERAGE);
    const parentId = now.parent === null ? null : (this.#qboIdByEntity.get(now.parent) ?? null);
    this.#qbo.push({ ...clientOf('qbo', id, { ...spelled, name }, contact), code, parentId });
    const hard = [...difficulties, ...spelled.difficulties];
    this.#difficulties.set(`qbo:${id}`, contact.email === '' ? [...hard, 'no e-mail'] : hard);
  }

  shuffled(): LabelledClients {
    return {
      tps: this.#random.shuffle(this.#tps),
      qbo: this.#random.shuffle(this.#qbo),
      tpsInvoices: this.#tpsInvoices,
      qboInvoices: this.#qboInvoices,
      twins: this.#twins,
      difficulties: this.#difficulties,
    };
  }
}

function makeHabits(random: Random, lastNameFirst: number, slips: number): Habits {
  return {
    lastNameFirst: random.chance(lastNameFirst),
    capitals: random.chance(0.1),
    plainLetters: random.chance(0.12),
    fillsContact: random.chance(0.7),
    slips,
  };
}
