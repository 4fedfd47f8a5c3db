import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { openScene } from './open-scene';
import type { StartOptions } from './options.mjs';
import { publishReport } from './tour/report-folder';
import { runTour } from './tour/run-tour';
import { firstLine, Trouble } from './trouble.mjs';

/** Works through the product. An earlier report stands until this one is there as a whole. */
export async function tourProduct(options: StartOptions): Promise<number> {
  const draft = mkdtempSync(join(tmpdir(), 'report-'));
  const scene = await openScene(options);
  let wrong: string[];
  try {
    wrong = await runTour(scene, draft);
  } catch (error) {
    throw new Trouble(
      `The tour broke off: ${reasonOf(error)} Start again; what it saw: ${publish(draft, options.out)}.`,
      { cause: error },
    );
  } finally {
    await scene.end();
  }
  for (const complaint of wrong) console.error(`✗ ${complaint}`);
  if (wrong.length === 0) console.log('Everything ties out.');
  console.log(`The report: ${publish(draft, options.out)}.`);
  return wrong.length === 0 ? 0 : 1;
}

function reasonOf(error: unknown): string {
  const reason = firstLine(error);
  return /browser has been closed|crashed/.test(reason)
    ? 'the browser was closed or crashed.'
    : reason;
}

/** `27 pictures and summary.json in out/` */
function publish(draft: string, out: string): string {
  const files = publishReport(draft, out);
  const pictures = files.filter((file) => file.endsWith('.png'));
  const others = files.filter((file) => !file.endsWith('.png'));
  const what = [`${pictures.length} ${pictures.length === 1 ? 'picture' : 'pictures'}`, ...others]
    .join(', ')
    .replace(/, (?!.*, )/, ' and ');
  return `${what} in ${relative(process.cwd(), out) || '.'}/`;
}
