/** The stand-in answers what real companies answered: same keys, JSON types, fault codes, status. */
import { describe, expect, it } from 'vitest';
import { isObject, type JsonObject } from '../../sandbox/qbo/json';
import { batch, type Case, inferred, posts } from './cases';
import { type Difference, differences } from './compare';
import { expected } from './expected-differences';
import { absent, type Provenance, provenance, readSample } from './recordings';
import { pathOf, RecordedCompany } from './scene';

const named = (): readonly Provenance[] => provenance().filter((row) => row.exchange !== null);

/** GETs are sent as they were recorded; the one with an expired token with such a token. */
function gets(): readonly Case[] {
  return named().flatMap(({ sample, exchange }) =>
    exchange?.method === 'GET'
      ? [
          {
            sample,
            source: (sample.split('/')[1] ?? '').split('--')[0] ?? '',
            status: exchange.status,
            asked: () => ({
              method: 'GET' as const,
              path: pathOf(exchange.url),
              ...(exchange.status === 401 ? { token: 'expired' } : {}),
            }),
          },
        ]
      : [],
  );
}

async function check(one: Case, body?: JsonObject): Promise<readonly Difference[]> {
  const scene = new RecordedCompany(one.source, one.before ?? one.sample);
  const asked = one.asked(scene);
  const answer = await scene.ask(body === undefined ? asked : { ...asked, body });
  expect(answer.status, JSON.stringify(answer.body).slice(0, 400)).toBe(one.status);
  return differences(readSample(one.sample), answer.body);
}

/** What is listed for a sample and what was found, in one order; reasons left out. */
function listed(sample: string): readonly Difference[] {
  return expected
    .filter((one) => one.samples.includes(sample))
    .map(({ path, what }) => ({ path, what }));
}
const sorted = (list: readonly Difference[]): readonly string[] =>
  list.map(({ path, what }) => `${path}: ${what}`).toSorted();

describe.skipIf(absent)('answers to recorded requests', () => {
  const cases = absent ? [] : [...gets(), ...posts, ...inferred];

  it.each(cases)('$sample', async (one) => {
    expect(sorted(await check(one))).toEqual(sorted(listed(one.sample)));
  });

  it(batch.sample, async () => {
    const body = readSample('BatchItemRequest/minimul-qbo_api--1');
    if (!isObject(body)) throw new Error('no batch');
    expect(sorted(await check(batch, body))).toEqual(sorted(listed(batch.sample)));
  });

  it('cover every recording whose request is known', () => {
    const covered = new Set([...cases, batch].map((one) => one.sample));
    expect(named().filter(({ sample }) => !covered.has(sample))).toEqual([]);
    const spare = expected.flatMap((one) => one.samples).filter((sample) => !covered.has(sample));
    expect(spare).toEqual([]);
    expect(expected.filter((one) => one.reason.length < 20)).toEqual([]);
  });
});
