import { beforeEach, describe, expect, it } from 'vitest';
import type { SharedNotes } from '../../utils/port/shared-notes';
import { LEASE_NAME } from '../../utils/runner/lease-note';
import { readSetup, writeSetup } from '../../utils/shared-setup/stored-setup';
import { OTHER_REALM, type QboScene, qboScene } from './scene/qbo-scene';
import { failure } from './scene/records';

let scene: QboScene;
let notes: SharedNotes;

beforeEach(async () => {
  scene = await qboScene();
  notes = scene.port.notes;
});

const isFiltered = ({ url }: { url: string }) => url.includes('LIKE');
const refusal = () =>
  Response.json(
    {
      Fault: {
        Error: [
          {
            Message: 'Invalid query',
            Detail: "QueryValidationError: property 'Note' is not queryable",
            code: '4001',
          },
        ],
        type: 'ValidationFault',
      },
    },
    { status: 400 },
  );
const nothing = () => Response.json({ QueryResponse: {}, time: '2026-03-02T07:00:00.000-08:00' });

describe('shared notes in QuickBooks', () => {
  it('are created, found by their beginning, oldest first, with the server clock', async () => {
    scene.company.create('Attachable', { Note: 'receipt of a client' });
    for (let i = 0; i < 11; i++) await notes.create(`Bridge it's number ${i}`);
    scene.advance(5_000);
    const found = await notes.find("Bridge it's");
    expect(found.notes.map(({ text }) => text)).toEqual(
      Array.from({ length: 11 }, (_, i) => `Bridge it's number ${i}`),
    );
    expect(found.notes[0]).toMatchObject({ version: '0' });
    const ageMs = Date.parse(found.serverTime) - Date.parse(found.notes[0]?.changedAt ?? '');
    expect(ageMs).toBeGreaterThanOrEqual(5_000);
    expect(ageMs).toBeLessThan(120_000);
    expect((await notes.find('Nobody wrote')).notes).toEqual([]);
  });

  it('are replaced under the version that was read, and under no other', async () => {
    const first = await notes.create('Bridge a');
    scene.advance(3_000);
    const second = await notes.replace(first, 'Bridge b');
    expect(second).toMatchObject({ id: first.id, text: 'Bridge b' });
    expect(second.version).not.toBe(first.version);
    expect(second.changedAt > first.changedAt).toBe(true);
    await failure(notes.replace(first, 'Bridge c'), 'changedMeanwhile');
    expect((await notes.find('Bridge')).notes).toMatchObject([{ text: 'Bridge b' }]);
  });

  it('are removed; who still holds one is told that it moved', async () => {
    const note = await notes.create('Bridge a');
    await notes.remove(note);
    expect((await notes.find('Bridge')).notes).toEqual([]);
    await failure(notes.replace(note, 'Bridge b'), 'changedMeanwhile');
  });

  it('are found without a filter, too, where QuickBooks refuses it', async () => {
    scene.site.mishap({ when: isFiltered, instead: refusal, times: 1 });
    scene.company.create('Attachable', { Note: 'receipt of a client' });
    await notes.create('Bridge a');
    expect((await notes.find('Bridge')).notes).toMatchObject([{ text: 'Bridge a' }]);
    scene.site.sent.length = 0;
    expect((await notes.find('Bridge')).notes).toHaveLength(1);
    expect(scene.site.sent.some(isFiltered)).toBe(false);
  });

  it('are found where the filter shows nothing of what was written', async () => {
    scene.site.mishap({ when: isFiltered, instead: nothing, times: 99 });
    await notes.create('Bridge a');
    expect((await notes.find('Bridge')).notes).toMatchObject([{ text: 'Bridge a' }]);
  });

  it('count as requests, but not as documents that were written', async () => {
    const note = await notes.create('Bridge a');
    await notes.replace(note, 'Bridge b');
    expect(scene.requests).toEqual([
      { method: 'POST', write: false },
      { method: 'POST', write: false },
    ]);
  });

  it('are never sent to another company than the paired one', async () => {
    const note = await notes.create('Bridge a');
    const away = scene.portWith({
      session: {
        current: async () => ({
          authorization: 'Intuit_APIKey intuit_apikey=x, intuit_apikey_version=1.0',
          companyId: OTHER_REALM,
          csrfToken: 'x',
          xCsrfToken: null,
          extra: {},
        }),
      },
    }).notes;
    scene.site.sent.length = 0;
    await failure(away.create('Bridge b'), 'wrongBooks');
    await failure(away.replace(note, 'Bridge b'), 'wrongBooks');
    await failure(away.find('Bridge'), 'wrongBooks');
    expect(scene.site.sent).toEqual([]);
  });

  it('hold a whole set-up in parts, which replaces the one before', async () => {
    const rows = (mark: string) =>
      new Map(
        Array.from({ length: 1_500 }, (_, i) => [`pair:${i}`, `${mark}${(i * 7919) % 9973}`]),
      );
    for (const [generation, mark] of [
      [1, 'a'],
      [2, 'b'],
    ] as const) {
      const over = await readSetup(notes, '4711');
      const what = { rows: rows(mark), generation, doc: `doc-${mark}`, savedBy: 'Chrome on Mac' };
      expect(await writeSetup(notes, '4711', over, what)).toMatchObject({ generation });
      scene.advance(10_000);
    }
    const found = await readSetup(scene.portWith({}).notes, '4711');
    if (found.state !== 'whole') throw new Error(found.state);
    expect(found.head.parts).toBeGreaterThan(2);
    expect([...found.rows]).toEqual([...rows('b')].sort(([a], [b]) => (a < b ? -1 : 1)));
    expect(found.seen).toHaveLength(found.head.parts + 1);
  });

  it('hold the name of the lease without a quote or a sign that a query cannot hold', () => {
    expect(LEASE_NAME).toMatch(/^[A-Za-z0-9 ]+$/);
  });
});
