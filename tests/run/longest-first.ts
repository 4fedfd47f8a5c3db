import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * The files that take longest: where one of them starts last, a
 * processor waits for it alone. A file that is not named here comes after them.
 */
const LONGEST: readonly string[] = [
  'e2e/setup.test.ts',
  'e2e/setup-by-keyboard.test.ts',
  'e2e/trouble.test.ts',
  'e2e/decisions.test.ts',
  'e2e/setup-check.test.ts',
  'e2e/main-job.test.ts',
  'e2e/run-at-work.test.ts',
  'e2e/sessions.test.ts',
  'e2e/orders.test.ts',
  'e2e/screens.test.ts',
  'e2e/shared-setup.test.ts',
  'e2e/settings.test.ts',
  'e2e/blocked.test.ts',
  'e2e/undo.test.ts',
  'e2e/worker-death.test.ts',
  'e2e/backup.test.ts',
  'e2e/own-data.test.ts',
  'e2e/own-tab.test.ts',
  'e2e/guest.test.ts',
  'e2e/rules.test.ts',
  'simulation/switches.test.ts',
  'scenarios/crashes-1.test.ts',
  'seeds/seeds-1.test.ts',
  'seeds/seeds-2.test.ts',
  'seeds/seeds-3.test.ts',
  'seeds/seeds-4.test.ts',
  'scenarios/crashes-2.test.ts',
  'scenarios/crashes-3.test.ts',
  'scenarios/crashes-4.test.ts',
  'simulation/two-browsers.test.ts',
  'simulation/convert-crash.test.ts',
  'simulation/undo-crash.test.ts',
  'simulation/clients.test.ts',
  'simulation/undone-elsewhere.test.ts',
  'simulation/convert.test.ts',
];

/** Starts the longest files first, also where no earlier run has left its durations. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.toSorted((a, b) => placeOf(a) - placeOf(b));
  }
}

function placeOf({ moduleId }: TestSpecification): number {
  const place = LONGEST.findIndex((end) => moduleId.endsWith(end));
  return place < 0 ? LONGEST.length : place;
}
