import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchClients } from '../../../utils/matching/match-clients';
import { bareName, foldedName, wordSet } from '../../../utils/matching/names';
import { client, invoice } from '../sync/make';

const none = { tpsInvoices: [], qboInvoices: [] };

describe('names', () => {
  it.each([
    ["Boulangerie L'Étoile & Fils inc.", 'BOULANGERIE L’ETOILE ET FILS'],
    ['O’Connor Dental Prof. Corp.', "O'Connor Dental"],
    ['Côté, Lemay et Associés s.e.n.c.r.l.', 'Cote Lemay & Associes SENCRL'],
  ])('%s and %s are one', (a, b) => {
    expect(bareName(a)).toBe(bareName(b));
  });

  it('keep words that are all legal forms', () => {
    expect(bareName('Inc.')).toBe('inc');
  });

  it('read the same whatever the order of the words', () => {
    expect(wordSet('Tremblay, Jean')).toBe(wordSet('Jean Tremblay'));
    expect(foldedName('Tremblay, Jean')).not.toBe(foldedName('Jean Tremblay'));
  });
});

describe('pairs of clients', () => {
  it('never use a client twice, and are the same whatever the order of the lists', () => {
    const names = fc.array(fc.constantFrom('Roy', 'Roy Inc.', 'Jean Roy', 'Roy Jean', 'Léa Côté'), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(names, names, (left, right) => {
        const tps = left.map((name, i) => client('tps', String(i + 1), { name }));
        const qbo = right.map((name, i) => client('qbo', String(i + 1), { name }));
        const pairs = matchClients({ tps, qbo, ...none });
        expect(new Set(pairs.map((p) => p.tpsId)).size).toBe(pairs.length);
        expect(new Set(pairs.map((p) => p.qboId)).size).toBe(pairs.length);
        const again = matchClients({ tps: [...tps].reverse(), qbo: [...qbo].reverse(), ...none });
        expect(again).toEqual(pairs);
      }),
    );
  });

  it('say in words why', () => {
    const [pair] = matchClients({
      tps: [client('tps', '1', { name: 'Roy inc.', email: 'a@roy.example' })],
      qbo: [client('qbo', '2', { name: 'Roy', email: 'A@roy.example' })],
      tpsInvoices: [invoice('tps', '5', { clientId: '1' })],
      qboInvoices: [invoice('qbo', '5', { clientId: '2' })],
    });
    expect(pair?.reasons.map(({ id }) => id)).toEqual([
      'match.legalForm',
      'match.email',
      'match.invoices',
    ]);
    expect(pair?.strength).toBe('certain');
  });

  it('are never sure between two namesakes', () => {
    const pairs = matchClients({
      tps: [client('tps', '1', { name: 'Jean Roy' })],
      qbo: [client('qbo', '2', { name: 'Jean Roy' }), client('qbo', '3', { name: 'Jean Roy' })],
      ...none,
    });
    expect(pairs).toMatchObject([{ strength: 'weak' }]);
  });

  it('are found by the marker even after a rename', () => {
    const pairs = matchClients({
      tps: [client('tps', '12', { name: 'Nouveau nom' })],
      qbo: [client('qbo', '2', { name: 'Old name', marker: '[TPS client 12]' })],
      ...none,
    });
    expect(pairs).toMatchObject([{ qboId: '2', strength: 'certain' }]);
  });

  it('do not match strangers', () => {
    const pairs = matchClients({
      tps: [client('tps', '1', { name: 'Garage Dubé inc.' })],
      qbo: [client('qbo', '2', { name: 'Clinique Gauthier inc.' })],
      ...none,
    });
    expect(pairs).toEqual([]);
  });
});
