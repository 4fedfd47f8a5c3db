import { expect, it } from 'vitest';
import { patiently } from '../../../utils/port/patiently';
import { PortError } from '../../../utils/port/port-error';
import { phrase } from '../../../utils/wording/phrase';

const STARTED_MS = Date.parse('2026-03-02T15:00:00Z');

/** Work that is refused once as busy until `notBeforeMs`, `tookMs` before it comes back. */
async function waitsOf(notBeforeMs: number | null, tookMs: number): Promise<number[]> {
  let clockMs = STARTED_MS;
  let tries = 0;
  const waits: number[] = [];
  const work = async () => {
    tries += 1;
    if (tries > 1) return;
    clockMs += tookMs;
    throw new PortError({
      side: 'qbo',
      kind: 'busy',
      what: phrase('port.busy', { system: 'QuickBooks', seconds: 60 }),
      technical: '429',
      ...(notBeforeMs === null ? {} : { notBeforeMs }),
    });
  };
  await patiently(work, {
    now: () => new Date(clockMs),
    sleep: async (ms) => {
      waits.push(ms);
    },
  });
  return waits;
}

it('waits as long as a system asks for', async () => {
  expect(await waitsOf(STARTED_MS + 60_000, 0)).toEqual([60_000]);
});

it('waits what is left of it, where other requests of the same work held it up meanwhile', async () => {
  expect(await waitsOf(STARTED_MS + 60_000, 45_000)).toEqual([15_000]);
  expect(await waitsOf(STARTED_MS + 60_000, 62_000)).toEqual([0]);
});

it('waits a quarter of an hour at most, even after the clock was set back', async () => {
  expect(await waitsOf(STARTED_MS + 60_000, -3_600_000)).toEqual([900_000]);
});

it('waits a minute where nothing says until when', async () => {
  expect(await waitsOf(null, 5_000)).toEqual([60_000]);
});
