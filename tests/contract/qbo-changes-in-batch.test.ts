/** What changed, asked for within a batch: nobody knows whether the web app's door answers that. */
import { beforeEach, describe, expect, it } from 'vitest';
import { meetAll } from '../../utils/platform/meeting';
import type { Pull } from '../../utils/port/books-port';
import { clientDraft } from './scene/drafts';
import { type QboScene, qboScene } from './scene/qbo-scene';

let scene: QboScene;

beforeEach(async () => {
  scene = await qboScene();
});

describe('the changes among other questions', () => {
  const look = async (changesInBatch: boolean) => {
    scene.advance(3_600_000);
    const { watermark } = await scene.port.pullAll(() => {});
    scene.advance(3_600_000);
    await scene.port.create(clientDraft({ name: 'New' }), 'key-1');
    scene.site.sent.length = 0;
    const port = scene.portWith({ changesInBatch });
    const [pull] = await meetAll<readonly [Pull, unknown, unknown]>([
      (seat) => port.at(seat).pullSince(watermark, () => {}),
      (seat) => port.at(seat).receivable(),
      (seat) => port.at(seat).identify(),
    ]);
    expect(pull.full).toBe(false);
    expect(pull.records.some((one) => one.kind === 'client' && one.name === 'New')).toBe(true);
    return scene.site.sent.map(({ url }) => new URL(url).pathname.split('/').at(-1));
  };

  it.each([
    ['go in the same batch where its door is said to answer them', true, 'answered', ['batch']],
    ['are asked for by themselves where the batch refuses them', true, 'refused', ['batch', 'cdc']],
    ['are asked for by themselves where nobody has said so', false, 'answered', ['batch', 'cdc']],
  ] as const)('%s', async (_how, asks, changesInBatch, requests) => {
    scene.standIn.switches.changesInBatch = changesInBatch;
    expect((await look(asks)).toSorted()).toEqual(requests);
  });
});
