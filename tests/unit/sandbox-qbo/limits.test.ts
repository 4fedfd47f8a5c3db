import { describe, expect, it } from 'vitest';
import { start } from './fixture';
import { call } from './http';

const batchOf = (bId: string) => ({
  BatchItemRequest: [{ bId, Query: 'select count(*) from Term' }],
});

describe('limits (Intuit: limits and throttles)', () => {
  it('give each app its own ten calls a second, within 500 a minute for the company', async () => {
    const scene = start();
    for (let n = 0; n < 10; n += 1) expect((await call(scene, 'preferences')).status).toBe(200);
    expect((await call(scene, 'preferences')).status).toBe(429);
    expect((await call(scene, 'preferences', undefined, 'other-app')).status).toBe(200);
    scene.clock.advance(1001);
    let served = 11;
    for (; served < 520; served += 1) {
      if (served % 10 === 0) scene.clock.advance(1001);
      const app = served % 2 === 0 ? 'token' : 'other-app';
      if ((await call(scene, 'preferences', undefined, app)).status === 429) break;
    }
    expect(served).toBe(500);
  });

  it('are 40 batches a minute for an app and 120 for the company', async () => {
    const scene = start();
    let served = 0;
    for (const app of ['a', 'b', 'c', 'd']) {
      for (let n = 0; n < 41; n += 1) {
        if (n % 10 === 0) scene.clock.advance(101 * 10);
        const { status } = await call(scene, 'batch', batchOf('x'), app);
        if (status === 200) served += 1;
        else expect(status).toBe(429);
      }
      if (app === 'a') expect(served).toBe(40);
    }
    expect(served).toBe(120);
    scene.clock.advance(60_000);
    expect((await call(scene, 'batch', batchOf('x'), 'd')).status).toBe(200);
  });

  it('answer 429 with Retry-After or without, as the switch says', async () => {
    const scene = start();
    for (let n = 0; n < 10; n += 1) await call(scene, 'preferences');
    expect((await call(scene, 'preferences')).headers.get('retry-after')).toBeNull();
    scene.qbo.switches.retryAfter = 'seconds60';
    expect((await call(scene, 'preferences')).headers.get('retry-after')).toBe('60');
  });
});
