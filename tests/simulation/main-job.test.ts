import { describe, expect, it } from 'vitest';
import { openOffice } from './office';

describe('main job, in process', () => {
  for (const seed of [1, 2, 3]) {
    it(`ties out, and a second run writes nothing (seed ${seed})`, async () => {
      const office = await openOffice({ seed, clients: 30 });
      await office.setUp();
      const first = await office.sync();
      const entries = await office.db.entries.toArray();
      const bad = entries.filter((e) => e.status !== 'successful');
      console.log(first.status, first.reason, first.technical, first.counts, JSON.stringify(first.tieOut, null, 1).slice(0, 3000));
      console.log(bad.slice(0, 8).map((e) => [e.status, e.type, e.verb, e.to, e.number, JSON.stringify(e.message), e.technical]));
      expect(first.status).toBe('success');
      const second = await office.sync();
      console.log(second.status, second.counts, second.requests);
      expect(second.counts.planned).toBe(0);
    });
  }
});
