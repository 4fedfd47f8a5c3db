import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { POLICY_KEYS, policyOf, UNREADABLE } from '../../../utils/managed/policy';
import { readPolicy } from '../../../utils/managed/read-policy';
import {
  forbidden,
  lockedSetting,
  readOnlyBecause,
  settingsUnder,
} from '../../../utils/messages/under-policy';
import { render } from '../../../utils/wording/render';
import config from '../../../wxt.config';

const PUBLIC = resolve(import.meta.dirname, '../../../public');
const OWN = { language: 'en', oneStep: true, readOnly: false, sharePercent: 80 } as const;

const sentence = (stored: unknown) => {
  const { problem } = policyOf(stored);
  return problem && render(problem, 'en');
};

describe('a policy', () => {
  it('is taken key by key, and what is unknown is nothing', () => {
    const stored = {
      language: 'fr',
      oneStep: false,
      readOnly: true,
      backupRequired: true,
      more: 1,
    };
    const { more, ...known } = stored;
    expect(policyOf(stored)).toEqual({ policy: known, problem: null });
    expect(policyOf({ more })).toEqual({ policy: {}, problem: null });
    expect(policyOf({})).toEqual({ policy: {}, problem: null });
  });

  it('that holds something else is left out, in one sentence, and the rest stays', () => {
    expect(policyOf({ language: 'de', oneStep: true }).policy).toEqual({ oneStep: true });
    expect(sentence({ language: 'de', oneStep: true })).toBe(
      'Your organisation’s policy has a setting that cannot be used: language. The usual value applies instead.',
    );
    expect(sentence({ language: 1, readOnly: 'yes' })).toBe(
      'Your organisation’s policy has settings that cannot be used: language, readOnly. The usual values apply instead.',
    );
  });

  it.each([null, 'text', ['fr']])('%j is no policy', (stored) => {
    expect(policyOf(stored).policy).toEqual({});
    expect(sentence(stored)).toContain('could not be read');
  });

  it('is read anew each time, and a storage that fails is said', async () => {
    let now: unknown = { readOnly: true };
    const storage = async () => now;
    expect((await readPolicy(storage)).policy).toEqual({ readOnly: true });
    now = {};
    expect((await readPolicy(storage)).policy).toEqual({});
    const broken = await readPolicy(() => Promise.reject(new Error('no managed storage')));
    expect(broken).toEqual({ ...UNREADABLE, isSilent: true });
  });

  it('has the same keys and values in the file that Chrome reads', () => {
    const { manifest } = config;
    const storage = typeof manifest === 'object' && 'storage' in manifest ? manifest.storage : null;
    expect(storage).toEqual({ managed_schema: 'managed_schema.json' });
    const property = z.union([
      z.object({ type: z.literal('boolean') }),
      z.object({ type: z.literal('string'), enum: z.array(z.string()) }),
    ]);
    const schema = z
      .object({ type: z.literal('object'), properties: z.record(z.string(), property) })
      .parse(JSON.parse(readFileSync(resolve(PUBLIC, 'managed_schema.json'), 'utf8')));
    expect(Object.keys(schema.properties)).toEqual([...POLICY_KEYS]);
    for (const [key, entry] of Object.entries(schema.properties)) {
      const values = entry.type === 'boolean' ? [true, false] : entry.enum;
      for (const value of values) {
        expect(policyOf({ [key]: value })).toEqual({ policy: { [key]: value }, problem: null });
      }
      const wrong = entry.type === 'boolean' ? 'true' : 'de';
      expect(policyOf({ [key]: wrong }).problem?.id).toBe('managed.invalid');
    }
  });
});

describe('under a policy', () => {
  it('its values stand in the place of the person’s own', () => {
    expect(settingsUnder(policyOf({}), OWN)).toEqual(OWN);
    expect(settingsUnder(policyOf({ language: 'fr', oneStep: false }), OWN)).toEqual({
      language: 'fr',
      oneStep: false,
      readOnly: false,
      sharePercent: 80,
    });
    expect(settingsUnder(policyOf({ readOnly: true, oneStep: true }), OWN)).toMatchObject({
      oneStep: false,
      readOnly: true,
    });
  });

  it('nothing is written where it cannot be told whether that is allowed', async () => {
    const rejecting = await readPolicy(() => Promise.reject(new Error('no storage')));
    for (const read of [rejecting, policyOf('nonsense'), policyOf({ readOnly: 'yes' })]) {
      expect(readOnlyBecause(read, OWN)?.id).toBe('managed.unclear');
      expect(forbidden(read, OWN)?.id).toBe('managed.unclear');
    }
    expect(readOnlyBecause(policyOf({ language: 'de' }), OWN)).toBeNull();
  });

  it('a person may choose read only as well, unless the policy says otherwise', () => {
    const own = { ...OWN, readOnly: true };
    expect(readOnlyBecause(policyOf({}), own)?.id).toBe('settings.ownReadOnly');
    expect(readOnlyBecause(policyOf({ readOnly: false }), own)).toBeNull();
    expect(settingsUnder(policyOf({}), { ...own, oneStep: true }).oneStep).toBe(false);
  });

  it('a set setting is locked, another one is not', () => {
    expect(lockedSetting({ language: 'fr' }, { language: 'en' })?.id).toBe('managed.locked');
    expect(lockedSetting({ language: 'fr' }, { oneStep: true })).toBeNull();
    expect(lockedSetting({}, { language: 'en', oneStep: true })).toBeNull();
  });

  it('read only forbids every order after which something is written', () => {
    expect(forbidden(policyOf({ readOnly: true }), OWN)?.id).toBe('managed.readOnly');
    expect(forbidden(policyOf({ readOnly: false }), OWN)).toBeNull();
    expect(forbidden(policyOf({}), OWN)).toBeNull();
  });

  it('a required backup cannot be typed away; without that brake nothing is asked', () => {
    const policy = policyOf({ backupRequired: true });
    expect(forbidden(policy, OWN, ['deletes', 'backup'])?.id).toBe('managed.backupRequired');
    expect(forbidden(policy, OWN, ['deletes'])).toBeNull();
    const free = policyOf({ backupRequired: false });
    expect(forbidden(free, OWN, ['backup'])).toBeNull();
  });
});
