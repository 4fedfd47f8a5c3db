import { describe, expect, it } from 'vitest';
import type { Side } from '../../../utils/ledger/side';
import { matchClients } from '../../../utils/matching/match-clients';
import { client } from '../sync/make';

const none = { tpsInvoices: [], qboInvoices: [] };
const clients = <S extends Side>(side: S, ...names: string[]) =>
  names.map((name, i) => client(side, String(i + 1), { name, code: '' }));

describe('pairs of clients', () => {
  it('have a score, a strength and reasons', () => {
    const pairs = matchClients({
      tps: clients('tps', 'Marc Roy', 'Léa Côté', 'Nobody Else'),
      qbo: clients('qbo', 'Lea Cote', 'Marc Roy'),
      ...none,
    });
    expect(pairs).toEqual([
      {
        tpsId: '1',
        qboId: '2',
        score: 60,
        strength: 'strong',
        reasons: [{ id: 'match.sameName' }],
      },
      { tpsId: '2', qboId: '1', score: 57, strength: 'weak', reasons: [{ id: 'match.accents' }] },
    ]);
  });

  it('have at most 100 points', () => {
    const same = { name: 'Roy inc.', email: 'a@roy.example', code: 'ROY01' };
    const pairs = matchClients({
      tps: [client('tps', '1', same)],
      qbo: [client('qbo', '2', { ...same, marker: '[TPS client 1]' })],
      ...none,
    });
    expect(pairs).toMatchObject([{ score: 100, strength: 'strong' }]);
  });

  it('are never sure between two namesakes', () => {
    const pairs = matchClients({
      tps: clients('tps', 'Jean Roy'),
      qbo: clients('qbo', 'Jean Roy', 'JEAN ROY'),
      ...none,
    });
    expect(pairs).toMatchObject([{ qboId: '1', strength: 'weak' }]);
    expect(pairs[0]?.reasons).toContainEqual({ id: 'match.rival' });
  });

  it('are sure between namesakes that their own e-mails tell apart', () => {
    const [a, b] = [{ email: 'a@roy.example' }, { email: 'b@roy.example' }];
    const pairs = matchClients({
      tps: [
        client('tps', '1', { name: 'Jean Roy', ...a }),
        client('tps', '2', { name: 'Jean Roy', ...b }),
      ],
      qbo: [
        client('qbo', '3', { name: 'Jean Roy', ...b }),
        client('qbo', '4', { name: 'JEAN ROY', ...a }),
      ],
      ...none,
    });
    const found = pairs.map(({ tpsId, qboId, strength }) => [tpsId, qboId, strength]);
    expect(found).toEqual([
      ['1', '4', 'strong'],
      ['2', '3', 'strong'],
    ]);
  });

  it('are not sure for the second namesake because the first is given away', () => {
    const pairs = matchClients({
      tps: [
        client('tps', '1', { name: 'Jean Roy', email: 'a@roy.example' }),
        client('tps', '2', { name: 'Jean Roy' }),
      ],
      qbo: [client('qbo', '3', { name: 'Jean Roy', email: 'a@roy.example' })],
      ...none,
    });
    expect(pairs).toMatchObject([{ tpsId: '1', strength: 'strong' }]);
    expect(pairs).toHaveLength(1);
  });

  it('do not take the same name for sure against what else is known', () => {
    const pairOf = (phone: string) =>
      matchClients({
        tps: [
          client('tps', '1', { name: 'Jean Roy', email: 'a@roy.example', phone: '5145550100' }),
        ],
        qbo: [client('qbo', '2', { name: 'Jean Roy', email: 'b@roy.example', phone })],
        ...none,
      });
    expect(pairOf('')).toMatchObject([{ strength: 'weak' }]);
    expect(pairOf('514-555-0100')).toMatchObject([{ strength: 'strong' }]);
  });

  it('are found by the marker even after a rename', () => {
    const pairs = matchClients({
      tps: [client('tps', '12', { name: 'Nouveau nom' })],
      qbo: [client('qbo', '2', { name: 'Old name', marker: '[TPS client 12]' })],
      ...none,
    });
    expect(pairs).toMatchObject([{ qboId: '2', strength: 'strong' }]);
  });

  it('do not follow a marker that names another type or another side’s id', () => {
    const pairs = matchClients({
      tps: [client('tps', '12', { name: 'Nouveau nom' })],
      qbo: [
        client('qbo', '2', { name: 'Old name', marker: '[TPS invoice 12]' }),
        client('qbo', '12', { name: 'Third name', marker: '[QBO client 12]' }),
      ],
      ...none,
    });
    expect(pairs).toEqual([]);
  });

  it('do not match strangers', () => {
    const pairs = matchClients({
      tps: clients('tps', 'Garage Dubé inc.'),
      qbo: clients('qbo', 'Clinique Gauthier inc.'),
      ...none,
    });
    expect(pairs).toEqual([]);
  });

  it('are not sought among more namesakes than 30 on each side', () => {
    const pairsOf = (count: number) => {
      const names = Array.from({ length: count }, () => 'Marc Roy');
      return matchClients({
        tps: clients('tps', ...names),
        qbo: clients('qbo', ...names),
        ...none,
      });
    };
    expect(pairsOf(30)).toHaveLength(30);
    expect(pairsOf(31)).toHaveLength(0);
  });

  it('are found among more namesakes than are compared by name', () => {
    const crowd = <S extends Side>(side: S) =>
      Array.from({ length: 60 }, (_, i) =>
        client(side, String(i + 1), { name: 'Marc Roy', code: '', email: `marc${i}@roy.example` }),
      );
    const pairs = matchClients({ tps: crowd('tps'), qbo: crowd('qbo'), ...none });
    expect(pairs).toHaveLength(60);
    expect(pairs.every(({ tpsId, qboId }) => String(tpsId) === qboId)).toBe(true);
  });

  it.each([
    ['the end of a word', 'Marc Tremblay', 'Marc Trembley'],
    ['the beginning of a word', 'Marc Tremblay', 'Marc Rtemblay'],
    ['a missing space', 'Marc Inc.', 'Ma Rc Inc.'],
  ])('are found among many with a word in common, with a slip: %s', (_, tps, qbo) => {
    const letters = [...'abcdefghijklmnopqrstuvwxyz'];
    const others = letters.flatMap((a) => letters.slice(0, 2).map((b) => `Marc ${b}${a}${a}${b}`));
    const pairs = matchClients({
      tps: clients('tps', tps, ...others),
      qbo: clients('qbo', qbo, ...others),
      ...none,
    });
    expect(pairs).toContainEqual(expect.objectContaining({ tpsId: '1', qboId: '1' }));
  });
});
