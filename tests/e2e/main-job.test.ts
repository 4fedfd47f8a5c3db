/** The tour that `npm start -- --headless` makes, on a small firm, and what it leaves behind. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runTour } from '../run/tour/run-tour';
import type { Summary } from '../run/tour/summary';
import { type Scene, startScene } from './harness/scene';

let scene: Scene;
let out: string;
let complaints: string[];
let summary: Summary;

beforeAll(async () => {
  out = mkdtempSync(join(tmpdir(), 'ledger-bridge-tour-'));
  scene = await startScene({ seed: 1, clients: 14, findings: 'all' });
  complaints = await runTour(scene, out);
  summary = JSON.parse(readFileSync(join(out, 'summary.json'), 'utf8'));
});
afterAll(async () => {
  await scene?.end();
  rmSync(out, { recursive: true, force: true });
});

describe('the main job', () => {
  test('ties out to the cent, with no duplicate on either side', () => {
    expect(complaints).toEqual([]);
    expect(summary.tieOut.unexplainedCents).toBe(0);
    expect(summary.ledger).toEqual({ duplicatesInTps: 0, duplicatesInQbo: 0 });
  });

  test('writes first everything, then what changed, then nothing', () => {
    const [first, second, third] = summary.runs;
    expect(first?.writes).toBeGreaterThan(5);
    // An invoice, an edit, an online payment, a write-off, an increase, a charge, and their links.
    expect(second).toMatchObject({ planned: 8, done: 8, failed: 0 });
    // How many of them go together hangs on the limits of the minute.
    expect(second?.writes).toBeGreaterThan(0);
    expect(third).toMatchObject({ planned: 0, writes: 0 });
  });

  test('leaves a picture of each screen', () => {
    const files = readdirSync(out);
    expect(summary.files.screenshots.length).toBeGreaterThan(15);
    for (const file of summary.files.screenshots) expect(files).toContain(file);
  });

  test('leaves the history as a workbook that reads back', async () => {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(join(out, summary.files.history));
    const [runs, entries] = ['Runs', 'Entries'].map((name) => workbook.getWorksheet(name));
    expect(runs?.rowCount).toBe(1 + 3);
    // What was held back has a line, too.
    const done = summary.runs.reduce((sum, run) => sum + run.done, 0);
    expect(entries?.rowCount).toBeGreaterThanOrEqual(1 + done);
    for (const sheet of [runs, entries]) {
      expect(sheet?.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
      expect(sheet?.autoFilter).toBeTruthy();
      sheet?.eachRow((row) => row.eachCell((cell) => expect(cell.formula).toBeFalsy()));
    }
    expect(runs?.getRow(2).values).toEqual(expect.arrayContaining([expect.any(Date)]));
  });
});
