/** What holds for any two client lists. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ClientOn } from '../../../utils/ledger/entities';
import { type Other, otherSide, type Side } from '../../../utils/ledger/side';
import { assign } from '../../../utils/matching/assign';
import { BookIndex } from '../../../utils/matching/book-index';
import {
  type MatchInput,
  matchClients,
  matchClientsInSlices,
} from '../../../utils/matching/match-clients';
import { profileOf, TraceBook } from '../../../utils/matching/profile';
import { scorePair } from '../../../utils/matching/score-pair';
import { labelledClients } from '../../sandbox/firm/labelled';
import { seededRandom } from '../../sandbox/firm/random';
import { client } from '../sync/make';

/** Few names and contacts, so that nearly everything collides. */
const record = fc.record({
  name: fc.constantFrom(
    ...['Roy', 'Roy Inc.', 'Jean Roy', 'Roy, Jean', 'Jean Roy fils', 'Léa Côté', 'Lea Cote'],
    ...['Gestion Roy', '9123-4567 Québec inc.', '9123-4568 Québec inc.', 'Léa Côté-Roy'],
  ),
  email: fc.constantFrom('', '', 'a@x.example', 'b@x.example'),
  phone: fc.constantFrom('', '514 555-0100', '514 555-0199'),
  code: fc.constantFrom('', '', 'A1', 'B2'),
  parentId: fc.constantFrom(null, null, null, '77'),
});
const list = fc.array(record, { maxLength: 9 });

const crowded = fc.record({ tps: list, qbo: list }).map(
  ({ tps, qbo }): MatchInput => ({
    tps: tps.map((one, i) => client('tps', String(i + 1), { ...one, parentId: null })),
    qbo: qbo.map((one, i) => client('qbo', String(i + 1), one)),
    tpsInvoices: [],
    qboInvoices: [],
  }),
);
const labelled = fc
  .record({ seed: fc.integer({ min: 1, max: 100_000 }), clients: fc.constantFrom(20, 120) })
  .map((options): MatchInput => labelledClients(options));
const anyBooks = fc.oneof({ weight: 4, arbitrary: crowded }, { weight: 1, arbitrary: labelled });

const shuffled = (input: MatchInput, seed: number): MatchInput => {
  const random = seededRandom(seed);
  return {
    tps: random.shuffle(input.tps),
    qbo: random.shuffle(input.qbo),
    tpsInvoices: random.shuffle([...input.tpsInvoices]),
    qboInvoices: random.shuffle([...input.qboInvoices]),
  };
};

const turned = <S extends Side>(client: ClientOn<S>): ClientOn<Other<S>> => {
  const { id, side, ...rest } = client;
  return { ...rest, id: String(id), side: otherSide(side), parentId: null };
};

const strongIds = (input: MatchInput) =>
  matchClients(input)
    .filter(({ strength }) => strength === 'strong')
    .map(({ tpsId, qboId, score }) => ({ tpsId, qboId, score }));

const byIds = (a: { tpsId: string; qboId: string }, b: { tpsId: string; qboId: string }) =>
  `${a.tpsId}|${a.qboId}` < `${b.tpsId}|${b.qboId}` ? -1 : 1;

describe('the pairing', () => {
  it('gives each client to one at most', () => {
    fc.assert(
      fc.property(anyBooks, (input) => {
        const pairs = matchClients(input);
        expect(new Set(pairs.map(({ tpsId }) => tpsId)).size).toBe(pairs.length);
        expect(new Set(pairs.map(({ qboId }) => qboId)).size).toBe(pairs.length);
        for (const { score, reasons } of pairs) {
          expect(score).toBeGreaterThan(0);
          expect(score).toBeLessThanOrEqual(100);
          expect(reasons.length).toBeGreaterThan(0);
        }
      }),
    );
  });

  it('is the same whatever the order of the lists', () => {
    fc.assert(
      fc.property(anyBooks, fc.integer(), (input, seed) => {
        expect(matchClients(shuffled(input, seed))).toEqual(matchClients(input));
      }),
    );
  });

  it('is as sure seen from the other side', () => {
    fc.assert(
      fc.property(anyBooks, (input) => {
        const flat = { ...input, qbo: input.qbo.map((one) => ({ ...one, parentId: null })) };
        const mirrored: MatchInput = {
          tps: flat.qbo.map(turned),
          qbo: flat.tps.map(turned),
          tpsInvoices: input.qboInvoices,
          qboInvoices: input.tpsInvoices,
        };
        const back = strongIds(mirrored).map(({ tpsId, qboId, score }) => ({
          tpsId: qboId,
          qboId: tpsId,
          score,
        }));
        expect(back.sort(byIds)).toEqual(strongIds(flat).sort(byIds));
      }),
    );
  });

  it('is the same in slices, and lets go between all of them', async () => {
    await fc.assert(
      fc.asyncProperty(anyBooks, async (input) => {
        let pauses = 0;
        const pairs = await matchClientsInSlices(input, async () => {
          pauses += 1;
        });
        expect(pairs).toEqual(matchClients(input));
        expect(pauses).toBeGreaterThan(0);
      }),
    );
  });

  it('stops between two slices when it is called off', async () => {
    const input = labelledClients({ seed: 5, clients: 800 });
    let pauses = 0;
    const calledOff = matchClientsInSlices(input, async () => {
      pauses += 1;
      if (pauses === 3) throw new Error('called off');
    });
    await expect(calledOff).rejects.toThrow('called off');
    expect(pauses).toBe(3);
  });

  it('of strong pairs loses nothing by comparing only those that share a key', () => {
    for (const seed of [31, 32]) {
      const set = labelledClients({ seed, clients: 500 });
      const all = assign(everyPair(set));
      const strong = all.filter(({ strength }) => strength === 'strong');
      expect(strongIds(set)).toEqual(
        strong.map(({ tpsId, qboId, score }) => ({ tpsId, qboId, score })),
      );
    }
  });
});

/** n x m comparisons, without keys. */
function everyPair(input: MatchInput) {
  const index = <S extends Side>(
    clients: readonly ClientOn<S>[],
    invoices: MatchInput['tpsInvoices'],
  ) => {
    const [traces, book] = [new TraceBook(), new BookIndex<S>()];
    for (const one of invoices) traces.add(one);
    for (const one of clients) book.add(profileOf(one, traces));
    return book;
  };
  const books = {
    tps: index(input.tps, input.tpsInvoices),
    qbo: index(input.qbo, input.qboInvoices),
  };
  return books.tps.entries.flatMap(({ profile }) =>
    books.qbo.entries.flatMap((other) => scorePair(profile, other.profile, books) ?? []),
  );
}
